import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the bottom, the one to do next last. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'normal' | 'large';
  /** Leaves out the heading row, for the palette; the title is still the accessible name. */
  readonly isBare?: boolean;
  /** The body holds nothing but text, so the keyboard has to be able to scroll it. */
  readonly isText?: boolean;
}

export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  size = 'normal',
  isBare = false,
  isText = false,
}: DialogProps) {
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={classNames(styles.modal, styles[size])}>
        <AriaDialog className={styles.dialog ?? ''} {...(isBare ? { 'aria-label': title } : {})}>
          {!isBare && (
            <header className={styles.header}>
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              <IconButton icon="close" label="Close" onPress={onClose} />
            </header>
          )}
          <div className={isBare ? styles.bare : styles.body} {...(isText ? { tabIndex: 0 } : {})}>
            {children}
          </div>
          {actions !== undefined && <footer className={styles.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
