import { useMemo } from 'react';
import type { DisavowFixAnswer } from '../../../contract/disavow.ts';
import { Button } from '../../components/button.tsx';
import type { DataColumn } from '../../components/data-table/data-column.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { rowsAtHand } from '../../components/data-table/row-source.ts';
import { useGridState } from '../../components/data-table/use-grid-state.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Toolbar, ToolbarSpace } from '../../components/toolbar.tsx';
import { formatCount, formatNumber } from '../../format.ts';
import { useActions } from '../../shell/actions.tsx';
import { DiffTable, diffWords } from './diff-table.tsx';
import type { Proposal } from './proposal.ts';
import styles from './proposal-view.module.css';

export interface ProposalViewProps {
  readonly proposal: Proposal;
  readonly onAccept: () => void;
  readonly onCancel: () => void;
}

/** What a built or repaired text would change, before it takes the place of the one in the editor. */
export function ProposalView({ proposal, onAccept, onCancel }: ProposalViewProps) {
  const isBuild = proposal.kind === 'build';
  useActions([
    {
      id: 'accept-proposal',
      title: isBuild ? 'Replace the text' : 'Apply the fixes',
      section: 'Disavow file',
      shortcut: 'Mod+Enter',
      run: onAccept,
    },
    { id: 'cancel-proposal', title: 'Back to the text', section: 'Disavow file', shortcut: 'Escape', run: onCancel },
  ]);
  return (
    <section className={styles.view} aria-label={isBuild ? 'Built from verdicts' : 'Safe fixes'}>
      <Toolbar label="Proposal">
        <h2 className={styles.title}>{isBuild ? 'Built from verdicts' : 'Safe fixes'}</h2>
        <span className={styles.summary}>{summaryWords(proposal)}</span>
        <ToolbarSpace />
        <Button kind="quiet" shortcut="Escape" onPress={onCancel}>
          Cancel
        </Button>
        <Button kind="primary" shortcut="Mod+Enter" onPress={onAccept}>
          {isBuild ? 'Replace the text' : 'Apply'}
        </Button>
      </Toolbar>
      {proposal.kind === 'build' ? (
        <>
          <DiffTable diff={proposal.diff} />
          <Skipped skipped={proposal.answer.skipped} />
        </>
      ) : (
        <ChangeTable changes={proposal.answer.changes} />
      )}
      <p className={styles.footnote}>
        {proposal.kind === 'build' && `${diffWords(proposal.diff)}. `}Undo in the editor brings the text back as it was.
      </p>
    </section>
  );
}

function summaryWords(proposal: Proposal): string {
  if (proposal.kind === 'fix')
    return `${formatCount(proposal.answer.changes.length, 'change')}; nothing that needs a decision`;
  const { domains, urls } = proposal.answer;
  return `${formatCount(domains, 'domain')}, ${formatCount(urls, 'URL')}`;
}

/** Verdicts that made no entry, with the reason of each. */
function Skipped({ skipped }: { readonly skipped: readonly { readonly entry: string; readonly reason: string }[] }) {
  if (skipped.length === 0) return null;
  return (
    <details className={styles.skipped}>
      <summary>{`${formatCount(skipped.length, 'verdict')} without an entry`}</summary>
      <ul>
        {skipped.slice(0, 200).map(({ entry, reason }) => (
          <li key={`${entry} ${reason}`}>
            <bdi>{entry}</bdi>: {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}

type Change = DisavowFixAnswer['changes'][number];

const CHANGE_COLUMNS: readonly DataColumn<Change>[] = [
  {
    id: 'line',
    title: 'Line',
    width: 72,
    align: 'end',
    sortKey: null,
    cell: ({ line }) => formatNumber(line),
    text: ({ line }) => String(line),
  },
  {
    id: 'message',
    title: 'Change',
    width: 480,
    grow: 1,
    sortKey: null,
    cell: ({ message }) => <bdi title={message}>{message}</bdi>,
    text: ({ message }) => message,
  },
];

function ChangeTable({ changes }: { readonly changes: readonly Change[] }) {
  const source = useMemo(() => rowsAtHand(changes, 'changes'), [changes]);
  const grid = useGridState(source);
  return (
    <DataTable
      label="Changes"
      tableId="disavow-changes"
      columns={CHANGE_COLUMNS}
      source={source}
      grid={grid}
      sort={[]}
      onSort={() => undefined}
      empty={
        <EmptyState title="Nothing to fix without asking">What is left needs a decision, line by line.</EmptyState>
      }
    />
  );
}
