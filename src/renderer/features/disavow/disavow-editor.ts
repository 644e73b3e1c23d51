import { defaultKeymap, history, historyField, historyKeymap } from '@codemirror/commands';
import { type Diagnostic, lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension, type Text } from '@codemirror/state';
import { EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import type { DisavowProblem } from '../../../contract/disavow.ts';
import { editorTheme } from './editor-theme.ts';
import { entryColours } from './entry-colours.ts';

export interface DisavowEditorOptions {
  readonly text: string;
  /** What {@link DisavowEditor.keep} gave before; brings back text, cursor and undo history. */
  readonly kept: unknown;
  readonly isReadOnly: boolean;
  readonly onChange: () => void;
  readonly onFix: (problem: DisavowProblem) => void;
}

/** The text editor for one disavow file. Every change can be undone in it. */
export interface DisavowEditor {
  /** Counts the changes; tells whether an answer still speaks of the text there is. */
  readonly revision: () => number;
  readonly text: () => string;
  readonly replaceAll: (text: string) => void;
  /** Puts `text` (one or more lines; '' deletes the line) in place of a 1-based line. */
  readonly replaceLine: (line: number, text: string) => void;
  /** Shows a 1-based line and puts the cursor there. */
  readonly goTo: (line: number, column: number) => void;
  readonly showProblems: (problems: readonly DisavowProblem[]) => void;
  readonly focus: () => void;
  /** All that must outlive the editor, as plain data. */
  readonly keep: () => unknown;
  readonly destroy: () => void;
}

/** More marks than this slow typing down; the list of problems holds them all. */
const MAX_MARKS = 2000;

/**
 * Makes an editor inside `parent`. It gets a shadow root of its own: there CodeMirror adopts its rules as a constructed
 * style sheet, while in the page it would add a style element, which the content security policy forbids.
 */
export function createDisavowEditor(parent: HTMLElement, options: DisavowEditorOptions): DisavowEditor {
  const host = document.createElement('div');
  host.dataset.editor = '';
  const root = host.attachShadow({ mode: 'open', delegatesFocus: true });
  parent.append(host);
  let revision = 0;
  const extensions = [
    editorExtensions(options.isReadOnly),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      revision += 1;
      options.onChange();
    }),
  ];
  const view = new EditorView({ state: firstState(options, extensions), parent: root, root });

  function replace(from: number, to: number, insert: string) {
    view.dispatch({ changes: { from, to, insert }, userEvent: 'input.replace', scrollIntoView: true });
  }

  return {
    revision: () => revision,
    text: () => view.state.doc.toString(),
    replaceAll: (text) => replace(0, view.state.doc.length, text),
    replaceLine: (number, text) => {
      const { doc } = view.state;
      if (number < 1 || number > doc.lines) return;
      const line = doc.line(number);
      if (text !== '') return replace(line.from, line.to, text);
      const isLast = line.to === doc.length;
      return replace(isLast ? Math.max(0, line.from - 1) : line.from, isLast ? line.to : line.to + 1, '');
    },
    goTo: (line, column) => {
      const anchor = positionOf(view.state.doc, line, column);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    },
    showProblems: (problems) => {
      const diagnostics = problems
        .slice(0, MAX_MARKS)
        .map((problem) => diagnosticOf(view.state.doc, problem, options.onFix));
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    focus: () => view.focus(),
    keep: () => view.state.toJSON({ history: historyField }),
    destroy: () => {
      view.destroy();
      host.remove();
    },
  };
}

/** The search panel's words, cased as everywhere in the window. */
const PHRASES = {
  next: 'Next',
  previous: 'Previous',
  all: 'All',
  'match case': 'Match case',
  regexp: 'Regular expression',
  'by word': 'Whole words',
  replace: 'Replace',
  'replace all': 'Replace all',
};

function firstState({ text, kept }: DisavowEditorOptions, extensions: Extension): EditorState {
  if (kept === null || kept === undefined) return EditorState.create({ doc: text, extensions });
  return EditorState.fromJSON(kept, { extensions }, { history: historyField });
}

function editorExtensions(isReadOnly: boolean): Extension {
  return [
    lineNumbers(),
    lintGutter(),
    history(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    search({ top: true }),
    EditorState.phrases.of(PHRASES),
    entryColours,
    editorTheme,
    EditorState.readOnly.of(isReadOnly),
    EditorView.contentAttributes.of({ 'aria-label': 'Text of disavow.txt', spellcheck: 'false', tabindex: '0' }),
    // Tab leaves the editor, as everywhere in the window.
    keymap.of([
      { key: 'F8', run: nextDiagnostic },
      { key: 'Shift-F8', run: previousDiagnostic },
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
  ];
}

function diagnosticOf(doc: Text, problem: DisavowProblem, onFix: (problem: DisavowProblem) => void): Diagnostic {
  const line = doc.line(Math.min(Math.max(1, problem.line), doc.lines));
  const from = positionOf(doc, problem.line, problem.column);
  return {
    from,
    to: line.to,
    severity: problem.level,
    message: `${problem.id}: ${problem.message}`,
    ...(problem.fix === null ? {} : { actions: [{ name: 'Fix', apply: () => onFix(problem) }] }),
  };
}

/** The position of a 1-based line and column, moved to the nearest there is. */
function positionOf(doc: Text, line: number, column: number): number {
  const found = doc.line(Math.min(Math.max(1, line), doc.lines));
  return Math.min(found.from + Math.max(0, column - 1), found.to);
}
