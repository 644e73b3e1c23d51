import type { ExportPreviewAnswer } from '../../../contract/imports.ts';
import { isTextEncoding, TEXT_ENCODING_NAMES, TEXT_ENCODINGS } from '../../../core/formats/text-encoding.ts';
import { Select } from '../../components/select.tsx';
import styles from './encoding-choice.module.css';
import type { StagedFile } from './staged-file.ts';
import type { StagedFileWork } from './staged-file-work.ts';

export interface EncodingChoiceProps {
  readonly staged: StagedFile;
  readonly preview: ExportPreviewAnswer;
  readonly work: StagedFileWork;
}

const DETECTED = 'detected';

/** The encoding of a text file, for when the letters in its first rows look wrong. Workbooks, JSON and archives have none to choose. */
export function EncodingChoice({ staged, preview, work }: EncodingChoiceProps) {
  const isChosen = staged.encoding !== null;
  if (!isTextEncoding(preview.encoding) || preview.tables.length > 1) return null;
  const detected = isChosen ? 'As detected' : `${TEXT_ENCODINGS[preview.encoding]}, as detected`;
  return (
    <div className={styles.choice}>
      <Select
        label="Text encoding"
        options={[
          { value: DETECTED, label: detected },
          ...TEXT_ENCODING_NAMES.map((name) => ({ value: name, label: TEXT_ENCODINGS[name] })),
        ]}
        value={staged.encoding ?? DETECTED}
        onChange={(name) => work.setEncoding(staged.key, isTextEncoding(name) ? name : null)}
      />
    </div>
  );
}
