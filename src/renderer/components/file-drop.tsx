import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import styles from './file-drop.module.css';
import { Icon } from './icon.tsx';

export interface FileDropProps {
  /** What letting go here does: "Drop to look at these exports". */
  readonly invitation: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly isDisabled?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** An area that takes files dropped anywhere on it. A button beside it must do the same, for those who do not drag. */
export function FileDrop({ invitation, onFiles, isDisabled = false, className, children }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  // Moving over a child leaves its parent, so entries are counted.
  const depth = useRef(0);

  function track(change: number) {
    depth.current = Math.max(0, depth.current + change);
    setOver(depth.current > 0 && !isDisabled);
  }

  function drop(event: DragEvent) {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0 && !isDisabled) onFiles(files);
  }

  return (
    // Dropping is a pointer gesture; the keyboard has the button.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={classNames(styles.area, className)}
      onDragEnter={(event) => {
        if (hasFiles(event)) track(1);
      }}
      onDragLeave={(event) => {
        if (hasFiles(event)) track(-1);
      }}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = isDisabled ? 'none' : 'copy';
      }}
      onDrop={drop}
    >
      {children}
      {isOver && (
        <div className={styles.over} aria-hidden="true">
          <Icon name="imports" />
          <span>{invitation}</span>
        </div>
      )}
    </div>
  );
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}
