import { Button as AriaButton } from 'react-aria-components';
import type { Verdict } from '../../core/model/verdict.ts';
import { Shortcut } from '../components/shortcut.tsx';
import styles from './selection-bar.module.css';
import type { Verdicts } from './use-verdicts.ts';
import { VERDICT_KEYS } from './use-verdicts.ts';

/** The same five in little room, as in the drawer: a word over its key. */
export function SmallVerdictButtons({ verdicts, current }: SmallVerdictButtonsProps) {
  return (
    <div className={styles.small}>
      {VERDICT_KEYS.map(({ verdict, key, before, word }) => (
        <AriaButton
          key={verdict}
          aria-pressed={verdict !== 'none' && verdict === current}
          aria-keyshortcuts={key}
          className={styles.smallButton ?? ''}
          onPress={() => verdicts.decide(verdict)}
        >
          <span>
            <span className="visually-hidden">{before}</span>
            <span className={styles.shown}>{word}</span>
          </span>
          <Shortcut keys={key} />
        </AriaButton>
      ))}
    </div>
  );
}

interface SmallVerdictButtonsProps {
  readonly verdicts: Pick<Verdicts, 'decide'>;
  readonly current: Verdict;
}

/** The five verdicts, each with its key. */
export function VerdictButtons({ verdicts }: { readonly verdicts: Pick<Verdicts, 'decide'> }) {
  return (
    <div className={styles.buttons}>
      {VERDICT_KEYS.map(({ verdict, key, before, word }) => (
        <AriaButton
          key={verdict}
          aria-keyshortcuts={key}
          className={styles.button ?? ''}
          onPress={() => verdicts.decide(verdict)}
        >
          <span>
            <span className={styles.before}>{before}</span>
            <span className={styles.shown}>{word}</span>
          </span>
          <Shortcut keys={key} />
        </AriaButton>
      ))}
    </div>
  );
}
