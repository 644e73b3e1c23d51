import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { Shortcut } from './shortcut.tsx';
import { Tooltip } from './tooltip.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly children?: string;
  /** `primary` is the one thing to do next; `quiet` has no frame until it is pointed at. */
  readonly kind?: 'primary' | 'normal' | 'quiet';
  readonly icon?: IconName;
  /** Shown behind the words, as in a menu; the action itself listens to the keys. */
  readonly shortcut?: string;
  readonly size?: 'normal' | 'large';
}

export function Button({ children, kind = 'normal', icon, shortcut, size = 'normal', ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classNames(styles.button, styles[kind], size === 'large' && styles.large)}>
      {icon !== undefined && <Icon name={icon} />}
      {children !== undefined && <span>{children}</span>}
      {shortcut !== undefined && <Shortcut keys={shortcut} />}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-label'> {
  readonly icon: IconName;
  /** The accessible name, also shown as the tooltip. */
  readonly label: string;
  readonly shortcut?: string;
}

export function IconButton({ icon, label, shortcut, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <AriaButton {...rest} aria-label={label} className={classNames(styles.button, styles.quiet, styles.square)}>
        <Icon name={icon} />
      </AriaButton>
    </Tooltip>
  );
}
