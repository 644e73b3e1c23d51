import { useEffect, useEffectEvent, useRef } from 'react';
import type { DisavowProblem } from '../../../contract/disavow.ts';
import { createDisavowEditor, type DisavowEditor } from './disavow-editor.ts';
import styles from './editor-pane.module.css';

export interface EditorPaneProps {
  /** Text of a new editor; later changes go through the editor itself. */
  readonly text: string;
  readonly kept: unknown;
  readonly isReadOnly: boolean;
  /** Told of the editor once it is there, and with null before it goes. */
  readonly onEditor: (editor: DisavowEditor | null) => void;
  readonly onChange: () => void;
  readonly onFix: (problem: DisavowProblem) => void;
  /** Takes what the next editor needs to go on where this one ends. */
  readonly onKeep: (kept: unknown) => void;
}

/** Gives the text editor its place in the page. */
export function EditorPane(props: EditorPaneProps) {
  const place = useRef<HTMLDivElement>(null);
  const options = useEffectEvent(() => ({ text: props.text, kept: props.kept }));
  const tellEditor = useEffectEvent(props.onEditor);
  const tellChange = useEffectEvent(props.onChange);
  const tellFix = useEffectEvent(props.onFix);
  const keep = useEffectEvent(props.onKeep);
  const { isReadOnly } = props;

  useEffect(() => {
    if (place.current === null) return undefined;
    const editor = createDisavowEditor(place.current, {
      ...options(),
      isReadOnly,
      onChange: () => tellChange(),
      onFix: (problem) => tellFix(problem),
    });
    tellEditor(editor);
    return () => {
      keep(editor.keep());
      tellEditor(null);
      editor.destroy();
    };
  }, [isReadOnly]);

  return <div ref={place} className={styles.pane} />;
}
