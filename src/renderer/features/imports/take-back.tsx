import { useState } from 'react';
import type { ImportRow } from '../../../contract/rows.ts';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { useEngine } from '../../engine/engine-context.ts';
import { errorOf } from '../../engine/error-of.ts';
import { useProject } from '../../engine/project-context.ts';
import { formatCount } from '../../format.ts';
import { useNotices } from '../../shell/notices.tsx';
import styles from './take-back.module.css';

/** Takes one import back as a whole, after saying what goes and what stays. */
export function TakeBack({ row }: { readonly row: ImportRow }) {
  const { client } = useEngine();
  const { projectId, summary } = useProject();
  const notices = useNotices();
  const [step, setStep] = useState<'closed' | 'asked' | 'working'>('closed');
  const [error, setError] = useState<unknown>(null);
  if (row.state === 'running' || summary.readOnly) return null;

  const takeBack = async (): Promise<void> => {
    setStep('working');
    try {
      await client.imports.undo({ projectId, importId: row.id });
      notices.notify({ text: `Took ${row.file} back. Import the file again to have it as before.` });
    } catch (problem) {
      setError(problem);
      setStep('asked');
    }
  };

  if (step === 'closed') {
    return (
      <div className={styles.panel}>
        <Button onPress={() => setStep('asked')}>Take this import back…</Button>
      </div>
    );
  }
  return (
    <div className={styles.panel}>
      <section className={styles.question} aria-label="Take this import back">
        <p>
          {`${formatCount(row.accepted, 'row')} named something new: links that no other import and no verdict speaks of go. What other imports said stays, and so do your verdicts.`}
        </p>
        {error !== null && <ErrorPanel message={errorOf(error).message} safe="Nothing was taken back." />}
        <div className={styles.answers}>
          <Button isDisabled={step === 'working'} onPress={() => void takeBack()}>
            Take it back
          </Button>
          <Button isDisabled={step === 'working'} onPress={() => setStep('closed')}>
            Keep it
          </Button>
        </div>
      </section>
    </div>
  );
}
