import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { DisavowProblem } from '../../../contract/disavow.ts';
import { LINT_RULES } from '../../../core/disavow/lint-rules.ts';
import { Button } from '../../components/button.tsx';
import type { DataColumn } from '../../components/data-table/data-column.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { rowsAtHand } from '../../components/data-table/row-source.ts';
import { useGridState } from '../../components/data-table/use-grid-state.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { StateDot, type Tone } from '../../components/state-dot.tsx';
import { Toolbar, ToolbarSpace } from '../../components/toolbar.tsx';
import { formatNumber } from '../../format.ts';
import { useActions } from '../../shell/actions.tsx';
import styles from './problem-list.module.css';
import { LEVEL_WORDS, problemWords } from './words.ts';

export interface ProblemListProps {
  /** Null before the first answer. */
  readonly problems: readonly DisavowProblem[] | null;
  /** True while the text has changed since the problems were found. */
  readonly isBehind: boolean;
  readonly isReadOnly: boolean;
  /** Shows the line of a problem; `enter` also moves the focus into the editor. */
  readonly onShow: (problem: DisavowProblem, enter: boolean) => void;
  readonly onFix: (problem: DisavowProblem) => void;
  readonly onFixAll: () => void;
}

const LEVEL_TONES = { error: 'high', warning: 'mid', info: 'neutral' } as const satisfies Record<
  DisavowProblem['level'],
  Tone
>;

const LEVELS: readonly DisavowProblem['level'][] = ['error', 'warning', 'info'];

const COLUMNS: readonly DataColumn<DisavowProblem>[] = [
  {
    id: 'level',
    title: 'Level',
    width: 96,
    sortKey: null,
    cell: ({ level }) => (
      <StateDot tone={LEVEL_TONES[level]} isHollow={level === 'info'}>
        {LEVEL_WORDS[level]}
      </StateDot>
    ),
    text: ({ level }) => LEVEL_WORDS[level],
  },
  {
    id: 'line',
    title: 'Line',
    width: 64,
    align: 'end',
    sortKey: null,
    cell: ({ line }) => formatNumber(line),
    text: ({ line }) => String(line),
  },
  {
    id: 'rule',
    title: 'Rule',
    width: 56,
    sortKey: null,
    cell: ({ id }) => <span title={LINT_RULES.find((rule) => rule.id === id)?.explanation}>{id}</span>,
    text: ({ id }) => id,
  },
  {
    id: 'message',
    title: 'Problem',
    width: 320,
    grow: 1,
    sortKey: null,
    cell: ({ message }) => <bdi title={message}>{message}</bdi>,
    text: ({ message }) => message,
  },
  {
    id: 'fix',
    title: 'Fix',
    width: 220,
    grow: 0.5,
    sortKey: null,
    cell: ({ fix }) => <span title={fixWords(fix)}>{fixWords(fix)}</span>,
    text: ({ fix }) => fixWords(fix),
  },
];

/** What the lint found, with ways to the line and to its repair. */
export function ProblemList({ problems: found, isBehind, isReadOnly, onShow, onFix, onFixAll }: ProblemListProps) {
  const problems = useMemo(() => bySeverity(found), [found]);
  const wantsNext = useRef(false);
  const source = useMemo(() => {
    const rows = rowsAtHand(problems ?? [], 'problems');
    return { ...rows, total: problems === null ? null : rows.total, isBehind };
  }, [problems, isBehind]);
  const grid = useGridState(source);
  const active = grid.active === null ? undefined : problems?.[grid.active];
  const canFix = !isReadOnly && !isBehind;
  const isFixable = canFix && active !== undefined && active.fix !== null;
  const fixable = problems?.some((problem) => problem.fix !== null) === true;

  const show = useEffectEvent(() => {
    if (active !== undefined && !isBehind) onShow(active, false);
  });
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- only another row moves the editor
  useEffect(() => show(), [grid.active]);

  // Behind a fix the next problem stands in its place, and the editor goes on to it.
  const showNext = useEffectEvent(() => {
    if (!wantsNext.current || isBehind) return;
    wantsNext.current = false;
    show();
  });
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- waits for the answer about the repaired text
  useEffect(() => showNext(), [problems, isBehind]);

  function fix() {
    if (active === undefined || active.fix === null) return;
    wantsNext.current = true;
    onFix(active);
  }

  useActions([
    {
      id: 'fix-problem',
      title: 'Fix the selected problem',
      section: 'Disavow file',
      shortcut: 'f',
      isDisabled: !isFixable,
      run: fix,
    },
    {
      id: 'fix-all',
      title: 'Fix all safe problems…',
      section: 'Disavow file',
      isDisabled: !canFix || !fixable,
      run: onFixAll,
    },
  ]);

  return (
    <>
      <Toolbar label="Problems">
        <h2>Problems</h2>
        <output>{problems === null ? 'Reading the text…' : problemWords(problems)}</output>
        <ToolbarSpace />
        <Button shortcut="f" isDisabled={!isFixable} onPress={fix}>
          Fix
        </Button>
        <Button isDisabled={!canFix || !fixable} onPress={onFixAll}>
          Fix all safe problems…
        </Button>
      </Toolbar>
      <DataTable
        label="Problems"
        tableId="disavow-problems"
        columns={COLUMNS}
        source={source}
        grid={grid}
        sort={[]}
        onSort={() => undefined}
        onOpen={(index) => {
          const problem = problems?.[index];
          if (problem !== undefined) onShow(problem, true);
        }}
        empty={<EmptyState title="No problems found" />}
      />
      {active !== undefined && !isBehind && <ActiveProblem problem={active} />}
    </>
  );
}

/** The whole of a problem, which its row has no room for. */
function ActiveProblem({ problem }: { readonly problem: DisavowProblem }) {
  const rule = LINT_RULES.find((entry) => entry.id === problem.id);
  return (
    <div className={styles.active}>
      <p>
        <bdi>{problem.message}</bdi>
      </p>
      {rule !== undefined && <p className={styles.rule}>{`${rule.id}, ${rule.title}: ${rule.explanation}`}</p>}
    </div>
  );
}

/** Errors, then warnings, then infos; each in the order of the file. */
function bySeverity(problems: readonly DisavowProblem[] | null): readonly DisavowProblem[] | null {
  return problems?.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level)) ?? null;
}

function fixWords(fix: string | null): string {
  if (fix === null) return '';
  return fix === '' ? 'delete the line' : fix.replaceAll('\n', ' ⏎ ');
}
