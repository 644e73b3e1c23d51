import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import styles from './split-panel.module.css';

export interface SplitPanelProps {
  readonly label: string;
  /** The edge that can be dragged. */
  readonly edge: 'left' | 'right' | 'top';
  /** Width, or height for a panel with its edge on top; in pixels. */
  readonly size: number;
  readonly minSize: number;
  readonly maxSize: number;
  readonly onResize: (size: number) => void;
  readonly children: ReactNode;
}

const KEY_STEP = 16;

/** A panel beside the main content, resized by pointer or by arrow keys on its separator. */
export function SplitPanel({ label, edge, size, minSize, maxSize, onResize, children }: SplitPanelProps) {
  const drag = useRef<{ readonly at: number; readonly size: number } | null>(null);
  const isVertical = edge !== 'top';
  const sign = edge === 'right' ? 1 : -1;
  const shown = Math.min(maxSize, Math.max(minSize, size));

  function resizeTo(next: number) {
    onResize(Math.round(Math.min(maxSize, Math.max(minSize, next))));
  }

  function startDrag(event: PointerEvent<HTMLHRElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { at: isVertical ? event.clientX : event.clientY, size: shown };
  }

  function moveDrag(event: PointerEvent<HTMLHRElement>) {
    if (drag.current === null) return;
    const at = isVertical ? event.clientX : event.clientY;
    resizeTo(drag.current.size + sign * (at - drag.current.at));
  }

  function pressKey(event: KeyboardEvent<HTMLHRElement>) {
    const forward = isVertical ? 'ArrowRight' : 'ArrowDown';
    const backward = isVertical ? 'ArrowLeft' : 'ArrowUp';
    if (event.key === forward) resizeTo(shown + sign * KEY_STEP);
    else if (event.key === backward) resizeTo(shown - sign * KEY_STEP);
    else return;
    event.preventDefault();
  }

  return (
    <section
      aria-label={label}
      className={styles.panel}
      data-edge={edge}
      style={isVertical ? { width: shown } : { height: shown }}
    >
      {children}
      {/* A focusable separator is the ARIA pattern for a resizable pane. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <hr
        aria-label={`Resize ${label.toLowerCase()}`}
        aria-orientation={isVertical ? 'vertical' : 'horizontal'}
        aria-valuenow={shown}
        aria-valuemin={minSize}
        aria-valuemax={maxSize}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className={styles.separator}
        onPointerDown={startDrag}
        onPointerMove={moveDrag}
        onPointerUp={() => {
          drag.current = null;
        }}
        onKeyDown={pressKey}
      />
    </section>
  );
}
