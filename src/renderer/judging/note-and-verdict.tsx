import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Selection } from '../../contract/engine-contract.ts';
import type { Verdict } from '../../core/model/verdict.ts';
import { TextField } from '../components/text-field.tsx';
import { useEngine } from '../engine/engine-context.ts';
import { useProject } from '../engine/project-context.ts';
import { useNotices } from '../shell/notices.tsx';
import styles from './evidence.module.css';
import type { Verdicts } from './use-verdicts.ts';
import { SmallVerdictButtons } from './verdict-buttons.tsx';

export interface NoteAndVerdictProps {
  readonly target: Selection;
  readonly verdict: Verdict;
  readonly note: string;
  readonly verdicts: Verdicts;
}

/** The verdict at hand, the keys that change it, and a note that is kept when the field is left. */
export function NoteAndVerdict({ target, verdict, note, verdicts }: NoteAndVerdictProps) {
  const { client } = useEngine();
  const { projectId, summary } = useProject();
  const queryClient = useQueryClient();
  const { notify, notifyError } = useNotices();
  const [text, setText] = useState(note);

  async function keepNote() {
    if (text === note) return;
    await client.verdicts.apply({ projectId, selection: target, verdict, note: text });
    await queryClient.invalidateQueries();
    notify({ text: 'Note kept.' });
  }

  return (
    <section className={styles.verdict} aria-label="Verdict">
      <SmallVerdictButtons verdicts={verdicts} current={verdict} />
      <TextField
        label="Note"
        hideLabel
        placeholder="Note"
        rows={1}
        value={text}
        onChange={setText}
        maxLength={2000}
        isDisabled={summary.readOnly}
        onBlur={() => void keepNote().catch(notifyError)}
      />
    </section>
  );
}
