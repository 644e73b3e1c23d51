import { Button, IconButton } from '../components/button.tsx';
import { classNames } from '../components/class-names.ts';
import { Icon } from '../components/icon.tsx';
import { useNotices } from '../shell/notices.tsx';
import styles from './lines.module.css';

/** The line that says what just happened, above the job bar. */
export function NoticeLine() {
  const { current, dismiss } = useNotices();
  const { action } = current ?? {};
  return (
    <output
      className={current === null ? undefined : classNames(styles.notice, current.tone === 'problem' && styles.problem)}
    >
      {current !== null && (
        <>
          <Icon name={current.tone === 'problem' ? 'warning' : 'check'} />
          <span className={styles.text}>{current.text}</span>
          {action !== undefined && (
            <Button
              kind="quiet"
              {...(action.shortcut === undefined ? {} : { shortcut: action.shortcut })}
              onPress={() => {
                dismiss();
                action.run();
              }}
            >
              {action.label}
            </Button>
          )}
          <IconButton icon="close" label="Dismiss" onPress={dismiss} />
        </>
      )}
    </output>
  );
}
