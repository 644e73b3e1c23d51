import { Button as AriaButton } from 'react-aria-components';
import type { Verdict } from '../../core/model/verdict.ts';
import { Button, IconButton } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { Shortcut } from '../components/shortcut.tsx';
import { formatCount } from '../format.ts';
import { useActions } from '../shell/actions.tsx';
import type { PendingVerdict, Verdicts } from './use-verdicts.ts';
import { VERDICT_KEYS } from './use-verdicts.ts';
import styles from './verdict-bar.module.css';
import { VERDICT_WORDS } from './words.ts';

export interface VerdictBarProps {
  readonly verdicts: Verdicts;
  /** How many rows are selected; the bar stands aside while there are none. */
  readonly selected: number;
  /** What the rows are: `link`, `domain`. */
  readonly noun: string;
  readonly onClear: () => void;
}

/** What can be done with the selected rows, or what a verdict on them would touch. */
export function VerdictBar({ verdicts, selected, noun, onClear }: VerdictBarProps) {
  if (verdicts.pending !== null) return <PendingStrip pending={verdicts.pending} verdicts={verdicts} />;
  if (selected === 0) return null;
  return (
    <div className={styles.bar}>
      <span className={styles.count}>{formatCount(selected, noun)} selected</span>
      <VerdictButtons verdicts={verdicts} />
      <span className={styles.space} />
      <IconButton icon="close" label="Clear the selection" onPress={onClear} />
    </div>
  );
}

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

function PendingStrip({ pending, verdicts }: { readonly pending: PendingVerdict; readonly verdicts: Verdicts }) {
  useActions([
    { id: 'apply-verdict', title: 'Apply the verdict', section: 'Verdict', shortcut: 'Mod+Enter', run: verdicts.apply },
    { id: 'cancel-verdict', title: 'Leave it', section: 'Verdict', shortcut: 'Escape', run: verdicts.cancel },
  ]);
  return (
    <div className={styles.bar}>
      <output className={styles.pending}>
        <Icon name="info" />
        <span>
          <strong>{pending.verdict === 'none' ? 'Clear the verdict' : VERDICT_WORDS[pending.verdict]}:</strong>{' '}
          {pendingText(pending)}
        </span>
      </output>
      <span className={styles.space} />
      <Button kind="quiet" shortcut="Escape" onPress={verdicts.cancel}>
        Cancel
      </Button>
      <Button kind="primary" shortcut="Mod+Enter" onPress={verdicts.apply}>
        Apply
      </Button>
    </div>
  );
}

/** `412 links of 9 domains, 3 of them marked keep`. */
export function pendingText({ links, domains, keptBefore }: PendingVerdict): string {
  const what = `${formatCount(links, 'link')} of ${formatCount(domains, 'domain')}`;
  return keptBefore === 0 ? what : `${what}, ${keptBefore} of them marked keep`;
}
