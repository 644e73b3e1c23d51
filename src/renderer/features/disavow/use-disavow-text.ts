import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { DisavowDraft } from '../../../contract/disavow.ts';
import { useProject } from '../../engine/project-context.ts';
import type { DisavowEditor } from './disavow-editor.ts';
import type { LintedText } from './use-lint.ts';

export interface DisavowText {
  readonly editor: DisavowEditor | null;
  readonly setEditor: (editor: DisavowEditor | null) => void;
  /** The text as it was a moment ago; null until the editor is there. */
  readonly text: LintedText | null;
  /** True when the text differs from what the project holds. */
  readonly isEdited: boolean;
  /** What a new editor begins with. */
  readonly first: { readonly text: string; readonly kept: unknown };
  readonly typed: () => void;
  /** Keeps the editor's state while another screen is looked at. */
  readonly keep: (state: unknown) => void;
}

/** What is kept of an editor, and the project's text it was last in step with. */
interface KeptEditor {
  readonly state: unknown;
  readonly base: string;
}

const PAUSE_MS = 250;

/**
 * The text being edited, over the life of several editors. A text nobody touched follows the project's draft; an edited
 * one is left alone.
 */
export function useDisavowText(draft: DisavowDraft): DisavowText {
  const { projectId } = useProject();
  const queryClient = useQueryClient();
  const key = useMemo(() => ['disavow-editor', projectId] as const, [projectId]);
  const projectText = useMemo(() => editorText(draft.text), [draft.text]);
  const [kept] = useState(() => queryClient.getQueryData<KeptEditor>(key) ?? null);
  const [editor, setEditorState] = useState<DisavowEditor | null>(null);
  const [text, setText] = useState<LintedText | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** The project's text that the editor was last in step with. */
  const base = useRef(kept?.base ?? projectText);

  const follow = useEffectEvent((current: DisavowEditor | null) => {
    if (current === null) return;
    if (base.current !== projectText && current.text() === base.current) current.replaceAll(projectText);
    base.current = projectText;
  });
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a newer text of the project is what is followed
  useEffect(() => follow(editor), [editor, projectText]);

  const setEditor = useCallback((next: DisavowEditor | null) => {
    clearTimeout(timer.current);
    setEditorState(next);
    setText(next === null ? null : snapshot(next));
  }, []);

  const typed = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (editor !== null) setText(snapshot(editor));
    }, PAUSE_MS);
  }, [editor]);

  const keep = useCallback(
    (state: unknown) => {
      queryClient.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY });
      queryClient.setQueryData<KeptEditor>(key, { state, base: base.current });
    },
    [key, queryClient],
  );

  return {
    editor,
    setEditor,
    text,
    isEdited: text !== null && text.text !== projectText,
    first: { text: projectText, kept: kept?.state ?? null },
    typed,
    keep,
  };
}

/** A text as the editor holds it: every line end is LF. */
export function editorText(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function snapshot(editor: DisavowEditor): LintedText {
  return { id: crypto.randomUUID(), text: editor.text(), revision: editor.revision() };
}
