import { Button as AriaButton } from 'react-aria-components';
import { Button, IconButton } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { Shortcut } from '../components/shortcut.tsx';
import { formatCount } from '../format.ts';
import { useActions } from '../shell/actions.tsx';
import styles from './selection-bar.module.css';
import type { CheckAction } from './use-check-action.ts';
import type { PendingVerdict, Verdicts } from './use-verdicts.ts';
import { VerdictButtons } from './verdict-buttons.tsx';
import { VERDICT_WORDS } from './words.ts';

export interface SelectionBarProps {
  readonly verdicts: Verdicts;
  readonly check: CheckAction;
  /** How many rows are selected; the bar stands aside while there are none. */
  readonly selected: number;
  /** What the rows are: `link`, `domain`. */
  readonly noun: string;
  readonly onClear: () => void;
}

/** What can be done with the selected rows, or what doing it would touch. */
export function SelectionBar({ verdicts, check, selected, noun, onClear }: SelectionBarProps) {
  if (verdicts.pending !== null) {
    const { verdict } = verdicts.pending;
    return (
      <PendingStrip
        title={verdict === 'none' ? 'Clear the verdict' : VERDICT_WORDS[verdict]}
        text={pendingText(verdicts.pending)}
        label="Apply"
        onApply={verdicts.apply}
        onCancel={verdicts.cancel}
      />
    );
  }
  if (check.pending !== null) {
    const { links, settings, blocked } = check.pending;
    return (
      <PendingStrip
        title="Check"
        text={[formatCount(links, 'link'), ...(blocked === null ? settings : [blocked])].join(' · ')}
        label="Check"
        isDisabled={links === 0 || blocked !== null}
        onApply={check.start}
        onCancel={check.cancel}
      />
    );
  }
  if (selected === 0) return null;
  return (
    <div className={styles.bar}>
      <span className={styles.count}>{formatCount(selected, noun)} selected</span>
      <VerdictButtons verdicts={verdicts} />
      <AriaButton aria-keyshortcuts="c" className={styles.button ?? ''} onPress={check.ask}>
        <span>
          Check<span className="visually-hidden"> the selected links</span>
        </span>
        <Shortcut keys="c" />
      </AriaButton>
      <span className={styles.space} />
      <IconButton icon="close" label="Clear the selection" onPress={onClear} />
    </div>
  );
}

interface PendingStripProps {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}

function PendingStrip({ title, text, label, isDisabled = false, onApply, onCancel }: PendingStripProps) {
  useActions([
    { id: 'apply-pending', title: label, section: title, shortcut: 'Mod+Enter', isDisabled, run: onApply },
    { id: 'cancel-pending', title: 'Leave it', section: title, shortcut: 'Escape', run: onCancel },
  ]);
  return (
    <div className={styles.bar}>
      <output className={styles.pending}>
        <Icon name="info" />
        <span>
          <strong>{title}:</strong> {text}
        </span>
      </output>
      <span className={styles.space} />
      <Button kind="quiet" shortcut="Escape" onPress={onCancel}>
        Cancel
      </Button>
      <Button kind="primary" shortcut="Mod+Enter" isDisabled={isDisabled} onPress={onApply}>
        {label}
      </Button>
    </div>
  );
}

/** `412 links of 9 domains, 3 of them marked keep`. */
export function pendingText({ links, domains, keptBefore }: PendingVerdict): string {
  const what = `${formatCount(links, 'link')} of ${formatCount(domains, 'domain')}`;
  return keptBefore === 0 ? what : `${what}, ${keptBefore} of them marked keep`;
}
