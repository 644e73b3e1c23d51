import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { completeFilter, type FilterCompletion } from '../../core/filter/complete-filter.ts';
import { FILTER_EXAMPLES } from '../../core/filter/filter-examples.ts';
import type { FilterKey } from '../../core/filter/filter-key.ts';
import type { FilterTable } from '../../core/filter/filter-keys.ts';
import { parseFilter } from '../../core/filter/parse-filter.ts';
import { IconButton } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { useActions } from '../shell/actions.tsx';
import { AddCondition } from './add-condition.tsx';
import { CompletionList } from './completion-list.tsx';
import styles from './filter-box.module.css';
import { FilterChipList } from './filter-chip-list.tsx';
import { FilterProblemLine } from './filter-problem-line.tsx';

export interface FilterBoxProps {
  readonly table: FilterTable;
  /** The filter the table shows. */
  readonly filter: string;
  /** Called with every filter that can be understood, as it is typed. */
  readonly onFilter: (filter: string) => void;
  /** Behind the box: saved views, counts. */
  readonly children?: ReactNode;
}

/** Waits for a pause in typing before the table is asked. */
const TYPING_MS = 120;
const SHOWN_ITEMS = 8;

/** The filter of a table as text, with completions while typing, the conditions as chips, and what is wrong with it. */
export function FilterBox({ table, filter, onFilter, children }: FilterBoxProps) {
  const [draft, setDraft] = useState<{ readonly text: string; readonly of: string }>({ text: filter, of: filter });
  const [cursor, setCursor] = useState<number | null>(null);
  const [chosen, setChosen] = useState(-1);
  /** All keys are listed only when asked for with the arrow down. */
  const [isAsked, setAsked] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const problemId = useId();

  // A filter that was set from elsewhere (a chip, a view, another screen) takes the place of what was typed.
  if (draft.of !== filter) setDraft({ text: filter, of: filter });
  const text = draft.of === filter ? draft.text : filter;

  const parsed = parseFilter(text, table);
  const isOpen = cursor !== null;
  const completions = completeFilter(text, cursor ?? 0, table);
  const items = isOpen && (isAsked || isTyping(text, cursor)) ? completions.items.slice(0, SHOWN_ITEMS) : [];
  const problem = parsed.ok || (isOpen && items.length > 0) ? null : parsed.problems[0];

  useEffect(() => {
    if (text === filter || !parseFilter(text, table).ok) return undefined;
    const timer = setTimeout(() => {
      setDraft({ text, of: text });
      onFilter(text);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, filter, table, onFilter]);

  useActions([
    {
      id: 'focus-filter',
      title: 'Filter this table',
      section: 'Table',
      shortcut: '/',
      run: () => input.current?.focus(),
    },
  ]);

  function type(next: string, at: number) {
    setDraft({ text: next, of: filter });
    setCursor(at);
    setChosen(-1);
    setAsked(false);
  }

  function insert(item: FilterCompletion) {
    const space = item.kind === 'value' && completions.end === text.length ? ' ' : '';
    const next = text.slice(0, completions.start) + item.insert + space + text.slice(completions.end);
    const at = completions.start + item.insert.length + space.length;
    type(next, at);
    requestAnimationFrame(() => input.current?.setSelectionRange(at, at));
  }

  /** Begins a condition behind what is there and lets its value be chosen. */
  function addKey(key: FilterKey) {
    const before = text.trimEnd();
    const next = `${before}${before === '' ? '' : ' '}${key.key}${key.type === 'number' ? '>=' : ':'}`;
    type(next, next.length);
    // The menu gives the focus back to its button when it closes, so this waits for that.
    setTimeout(() => {
      input.current?.focus();
      input.current?.setSelectionRange(next.length, next.length);
      setCursor(next.length);
    }, 0);
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    const item = items[chosen] ?? (event.key === 'Tab' ? items[0] : undefined);
    if (event.key === 'ArrowDown' && items.length > 0) setChosen((chosen + 1) % items.length);
    else if (event.key === 'ArrowDown') {
      setCursor(event.currentTarget.selectionStart);
      setAsked(true);
    } else if (event.key === 'ArrowUp' && items.length > 0) setChosen((chosen + items.length - 1) % items.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && item !== undefined) insert(item);
    else if (event.key === 'Enter') leave();
    else if (event.key === 'Escape') {
      if (items.length > 0) setCursor(null);
      else leave();
    } else return;
    event.preventDefault();
  }

  function leave() {
    setCursor(null);
    setAsked(false);
    document.querySelector<HTMLElement>('main [data-grid]')?.focus();
  }

  return (
    <div className={styles.filter}>
      <div className={styles.line}>
        <div className={styles.box}>
          <Icon name="filter" className={styles.icon} />
          <input
            ref={input}
            type="text"
            role="combobox"
            className={styles.input}
            aria-label="Filter"
            aria-expanded={items.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={chosen >= 0 ? `${listId}-${chosen}` : undefined}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : problemId}
            placeholder={`Filter: ${FILTER_EXAMPLES[table]}, or any word`}
            spellCheck={false}
            autoComplete="off"
            value={text}
            onChange={(event) => type(event.target.value, event.target.selectionStart ?? event.target.value.length)}
            onSelect={(event) => {
              if (cursor !== null) setCursor(event.currentTarget.selectionStart);
            }}
            onBlur={() => setCursor(null)}
            onKeyDown={press}
          />
          {text !== '' && <IconButton icon="close" label="Clear the filter" onPress={() => onFilterNow('')} />}
          <CompletionList id={listId} items={items} chosen={chosen} onChoose={insert} />
        </div>
        <AddCondition table={table} onAdd={addKey} />
        {children}
      </div>
      {problem !== null && problem !== undefined && (
        <FilterProblemLine id={problemId} problem={problem} text={text} onFix={(fixed) => type(fixed, fixed.length)} />
      )}
      <FilterChipList table={table} filter={filter} onFilter={onFilterNow} />
    </div>
  );

  function onFilterNow(next: string) {
    setCursor(null);
    setDraft({ text: next, of: next });
    onFilter(next);
  }
}

/** Whether a word, key or value has been begun before the cursor. */
function isTyping(text: string, cursor: number): boolean {
  return /[^\s()]$/.test(text.slice(0, cursor));
}
