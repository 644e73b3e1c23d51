import type { ExportPreviewAnswer } from '../../../contract/imports.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Icon } from '../../components/icon.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { errorOf } from '../../engine/error-of.ts';
import { formatBytes, formatShare } from '../../format.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { EncodingChoice } from './encoding-choice.tsx';
import { InnerTables } from './inner-tables.tsx';
import { SampleTable } from './sample-table.tsx';
import { isGuessed, needsMapping, type StagedFile } from './staged-file.ts';
import styles from './staged-file-card.module.css';
import type { StagedFileWork } from './staged-file-work.ts';
import { confidenceWords, countWords, fileWords, rejectionWords } from './words.ts';

export interface StagedFileCardProps {
  readonly staged: StagedFile;
  readonly work: StagedFileWork;
  /** The only file on the list shows its rows at once. */
  readonly isOnly: boolean;
}

/** What is known of one file before it is imported. */
export function StagedFileCard({ staged, work, isOnly }: StagedFileCardProps) {
  const { preview } = staged;
  return (
    <article className={styles.card} aria-label={staged.name}>
      <header className={styles.header}>
        <Icon name="file" className={styles.icon} />
        <h2 className={styles.name} title={staged.name}>
          {staged.name}
        </h2>
        <span className={styles.facts}>{preview === null ? '' : fileWords(preview)}</span>
        {(staged.mapped ?? preview)?.kind !== 'refused' && preview !== null && (
          <Checkbox isSelected={staged.isIncluded} onChange={(isOn) => work.setIncluded(staged.key, isOn)}>
            Import
          </Checkbox>
        )}
        <IconButton icon="close" label={`Take ${staged.name} off the list`} onPress={() => work.remove(staged.key)} />
      </header>
      {staged.phase === 'sending' && <Sending staged={staged} />}
      {staged.phase === 'looking' && preview === null && <p className={styles.facts}>Looking at the file…</p>}
      {staged.phase === 'failed' && (
        <ErrorPanel
          message={errorOf(staged.error).message}
          safe="Nothing of this file was imported."
          details={JSON.stringify(errorOf(staged.error).details, null, 2).replace(/^\{\}$/, '')}
          actions={<Button onPress={() => work.retry(staged.key)}>Try again</Button>}
        />
      )}
      {preview !== null && staged.phase !== 'sending' && (
        <Findings staged={staged} preview={preview} work={work} isOnly={isOnly} />
      )}
    </article>
  );
}

function Sending({ staged }: { readonly staged: StagedFile }) {
  const size = staged.file?.size ?? 0;
  return (
    <div className={styles.sending}>
      <ProgressBar label={`Reading ${staged.name}`} fraction={size === 0 ? null : staged.sentBytes / size} />
      <span className={styles.facts}>{`Reading ${formatBytes(staged.sentBytes)} of ${formatBytes(size)}`}</span>
    </div>
  );
}

interface FindingsProps extends StagedFileCardProps {
  readonly preview: ExportPreviewAnswer;
}

function Findings({ staged, preview, work, isOnly }: FindingsProps) {
  const isUnknown = needsMapping(staged);
  const isRefused = preview.kind === 'refused' && !isUnknown;
  const counted = staged.mapping === null ? preview : staged.mapped;
  return (
    <>
      {!isUnknown && (
        <p className={styles.detected}>
          <strong>{preview.formatTitle}</strong>
          {preview.confidence > 0 && (
            <span title={`Confidence ${formatShare(preview.confidence)}`}>{confidenceWords(preview.confidence)}</span>
          )}
          {preview.reasons.length > 0 && <span className={styles.reasons}>{preview.reasons.join('; ')}</span>}
        </p>
      )}
      {isUnknown && (
        <Callout>The columns were not recognised. Say which is which, and the file can be imported.</Callout>
      )}
      {isRefused && <Refusal preview={preview} />}
      {preview.alreadyImported && (
        <Callout>This file was imported before. Importing it again adds nothing, so it is left out.</Callout>
      )}
      {preview.foreignHost !== null && (
        <Callout>
          Most of these links point to <strong>{preview.foreignHost}</strong>, not to your client. Imported all the
          same, they are kept apart as rejected rows. If the site is the client’s, add it in Settings first.
        </Callout>
      )}
      {preview.tables.length > 1 && <InnerTables tables={preview.tables} />}
      {preview.columns.length > 0 && preview.tables.length < 2 && !isRefused && (
        <ColumnMapping staged={staged} columns={preview.columns} work={work} isOpen={isUnknown || isGuessed(staged)} />
      )}
      {!isRefused && counted !== null && counted.sampled.rows > 0 && <Counts answer={counted} />}
      {preview.sampleRows.length > 0 && (
        <details className={styles.rows} open={isOnly || isUnknown}>
          <summary>Columns and first rows</summary>
          <EncodingChoice staged={staged} preview={preview} work={work} />
          <SampleTable preview={counted?.columns.length ? { ...preview, columns: counted.columns } : preview} />
        </details>
      )}
    </>
  );
}

/** Why a file is no export, and where it belongs instead. */
function Refusal({ preview }: { readonly preview: ExportPreviewAnswer }) {
  const { navigate } = useNavigation();
  if (preview.format !== 'disavow-file') return <Callout>{preview.refusal}</Callout>;
  return (
    <Callout actions={<Button onPress={() => navigate('disavow')}>Go to Disavow</Button>}>{preview.refusal}</Callout>
  );
}

function Counts({ answer }: { readonly answer: ExportPreviewAnswer }) {
  if (answer.kind === 'refused') return <Callout>{answer.refusal}</Callout>;
  const rejections = rejectionWords(answer.sampled.rejected);
  return (
    <output className={styles.counts}>
      <span>{countWords(answer)}</span>
      {rejections.length > 0 && (
        <ul>
          {rejections.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </output>
  );
}
