import { splitQuotations, withoutTurning } from './quoted-text.ts';

export interface EvidenceTextProps {
  readonly text: string;
  readonly className?: string | undefined;
  /** Shown on pointing, where the place may cut the sentence. */
  readonly title?: string;
}

/** A sentence of ours that quotes a page: it stays as it was written, whatever the page wrote. */
export function EvidenceText({ text, className, title }: EvidenceTextProps) {
  return (
    <bdi dir="ltr" className={className} title={title === undefined ? undefined : withoutTurning(title)}>
      {splitQuotations(text).map((part, index) =>
        part.isQuoted ? (
          // Parts have no name but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <bdi key={index}>{part.text}</bdi>
        ) : (
          part.text
        ),
      )}
    </bdi>
  );
}
