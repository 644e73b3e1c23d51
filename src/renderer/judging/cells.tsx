import type { CheckReason } from '../../core/model/check-reason.ts';
import type { LinkState } from '../../core/model/link-state.ts';
import type { Vendor } from '../../core/model/vendor.ts';
import type { Verdict } from '../../core/model/verdict.ts';
import { classNames } from '../components/class-names.ts';
import { StateDot } from '../components/state-dot.tsx';
import { formatNumber, UNKNOWN } from '../format.ts';
import styles from './cells.module.css';
import { splitUrl } from './split-url.ts';
import {
  reasonWords,
  STATE_TONES,
  STATE_WORDS,
  sourceWords,
  VENDOR_WORDS,
  VERDICT_TONES,
  VERDICT_WORDS,
} from './words.ts';

/** An address with its host emphasised, cut in the middle; the whole of it on hover. */
export function UrlCell({ url, missing = UNKNOWN }: { readonly url: string | null; readonly missing?: string }) {
  if (url === null) return <span className={styles.faint}>{missing}</span>;
  const { host, middle, end } = splitUrl(url);
  return (
    <span className={styles.url} title={url} dir="ltr">
      <span className={styles.host}>{host}</span>
      <span className={classNames(styles.middle, end !== '' && styles.cut)}>{middle}</span>
      {end !== '' && <span className={styles.urlEnd}>{end}</span>}
    </span>
  );
}

/** Text from a foreign page, in its own direction. */
export function PageText({ text, missing }: { readonly text: string | null; readonly missing: string }) {
  if (text === null || text === '') return <span className={styles.faint}>{missing}</span>;
  return (
    <bdi dir="auto" title={text} className={styles.pageText}>
      {text}
    </bdi>
  );
}

/** A score from 0 to 100 with a small bar. Only high risk has a colour; the number says the same. */
export function ScoreCell({ score, scale }: { readonly score: number | null; readonly scale: 'quality' | 'risk' }) {
  if (score === null) return <span className={styles.faint}>{UNKNOWN}</span>;
  const tone = scale === 'risk' ? (score >= 75 ? styles.high : score >= 40 ? styles.mid : styles.low) : styles.low;
  return (
    <span className={styles.score}>
      {formatNumber(score)}
      <span className={styles.track} aria-hidden="true">
        <span className={classNames(styles.bar, tone)} style={{ width: `${Math.min(100, Math.max(0, score))}%` }} />
      </span>
    </span>
  );
}

export function StateCell({ state, reason }: { readonly state: LinkState; readonly reason: CheckReason | null }) {
  const why = reasonWords(reason);
  return (
    <StateDot
      tone={STATE_TONES[state]}
      isHollow={state === 'unchecked' || state === 'unknown'}
      title={why === '' ? undefined : why}
    >
      {STATE_WORDS[state]}
    </StateDot>
  );
}

export function VerdictCell({ verdict, note }: { readonly verdict: Verdict; readonly note: string }) {
  if (verdict === 'none') return <span className={styles.faint}>{UNKNOWN}</span>;
  return (
    <StateDot tone={VERDICT_TONES[verdict]} title={note === '' ? undefined : note}>
      {VERDICT_WORDS[verdict]}
    </StateDot>
  );
}

export function SourcesCell({ sources }: { readonly sources: readonly Vendor[] }) {
  const [first] = sources;
  if (first === undefined) return <span className={styles.faint}>{UNKNOWN}</span>;
  const rest = sources.length - 1;
  return (
    <span title={sourceWords(sources)}>{rest === 0 ? VENDOR_WORDS[first] : `${VENDOR_WORDS[first]} +${rest}`}</span>
  );
}

export function NumberCell({ value }: { readonly value: number | null }) {
  return <span className={value === null || value === 0 ? styles.faint : undefined}>{formatNumber(value)}</span>;
}
