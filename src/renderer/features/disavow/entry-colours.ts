import { type Range, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/**
 * Colours the parts of disavow lines that are on the screen. It only looks at how a line begins; whether the line means
 * anything is for the lint to say.
 */
export const entryColours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }

    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = decorate(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

const COMMENT = Decoration.mark({ class: 'cm-entry-comment' });
const DIRECTIVE = Decoration.mark({ class: 'cm-entry-directive' });
const HOST = Decoration.mark({ class: 'cm-entry-host' });

/** Longer lines are no entries; colouring them would cost more than it tells. */
const MAX_LINE = 4096;

function decorate(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let position = from; position <= to; ) {
      const line = view.state.doc.lineAt(position);
      if (line.length > 0 && line.length <= MAX_LINE) {
        for (const mark of lineMarks(line.text)) builder.add(line.from + mark.from, line.from + mark.to, mark.value);
      }
      position = line.to + 1;
    }
  }
  return builder.finish();
}

/** The coloured parts of one line, from index 0 of its text. */
function lineMarks(text: string): Range<Decoration>[] {
  if (/^\s*#/.test(text)) return [COMMENT.range(0, text.length)];
  const directive = /^\s*domain:/.exec(text);
  if (directive !== null) {
    const end = directive[0].length;
    const marks = [DIRECTIVE.range(0, end)];
    return end < text.length ? [...marks, HOST.range(end, text.length)] : marks;
  }
  const address = /^(\s*https?:\/\/)([^/?#\s]+)/i.exec(text);
  if (address === null) return [];
  const start = address[1]?.length ?? 0;
  return [HOST.range(start, start + (address[2]?.length ?? 0))];
}
