import type { JobStatus } from '../../../contract/jobs.ts';
import { CHECK_REASONS, type CheckReason } from '../../../core/model/check-reason.ts';
import { Button } from '../../components/button.tsx';
import { StateDot } from '../../components/state-dot.tsx';
import { formatNumber } from '../../format.ts';
import { settingTexts } from '../../judging/check-setting-fields.ts';
import { reasonWords, STATE_TONES } from '../../judging/words.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import styles from './run-table.module.css';

/** What one run came to, reason by reason; each count opens its checks. It grows while the run goes on. */
export function RunDetail({ run }: { readonly run: JobStatus }) {
  const { navigate } = useNavigation();
  const { tally, check, message } = run;
  const settings = settingTexts(check?.settings ?? {});
  const show = (condition: string) => navigate('checks', { filter: `job:${run.id}${condition}` });
  return (
    <div className={styles.detail}>
      {message !== '' && <p>{message}</p>}
      <div className={styles.actions}>
        <Button onPress={() => show('')}>Show its checks</Button>
        {tally !== null && tally.changed > 0 && (
          <Button onPress={() => show(' has:changed')}>{`What changed: ${formatNumber(tally.changed)}`}</Button>
        )}
      </div>
      <p className={styles.faint}>
        {`Run ${run.id}.`}
        {settings.length > 0 && ` Settings: ${settings.join(', ')}.`}
      </p>
      <ul aria-label="What was found" className={styles.reasons}>
        {reasonCounts(tally?.reasons ?? {}).map(({ reason, count }) => (
          <li key={reason}>
            <button type="button" className={styles.reason} onClick={() => show(` reason:${reason}`)}>
              <span className={styles.reasonCount}>{formatNumber(count)}</span>
              <StateDot
                tone={STATE_TONES[CHECK_REASONS[reason].state]}
                isHollow={CHECK_REASONS[reason].state === 'unknown'}
              >
                {reasonWords(reason)}
              </StateDot>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The most frequent first. */
function reasonCounts(reasons: Readonly<Partial<Record<CheckReason, number>>>) {
  return (Object.keys(reasons) as CheckReason[])
    .map((reason) => ({ reason, count: reasons[reason] ?? 0 }))
    .toSorted((a, b) => b.count - a.count);
}
