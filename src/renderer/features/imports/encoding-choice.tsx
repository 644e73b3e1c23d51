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

/**
 * The encoding of a text file, or of all tables of an archive, for when the letters in its first rows look wrong. Workbooks and JSON have
 * none to choose.
 */
export function EncodingChoice({ staged, preview, work }: EncodingChoiceProps) {
  const isChosen = staged.encoding !== null;
  if (!isTextEncoding(preview.encoding)) return null;
  const detected = isChosen ? 'As detected' : `${TEXT_ENCODINGS[preview.encoding]}, as detected`;
  return (
    <div className={styles.choice}>
      <Select
        label={preview.tables.length > 1 ? 'Text encoding of all tables' : 'Text encoding'}
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
