import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { errorOf } from '../engine/error-of.ts';

/** A line at the bottom of the window that says what just happened, with at most one thing to do about it. */
export interface Notice {
  readonly text: string;
  readonly tone?: 'normal' | 'problem';
  readonly action?: { readonly label: string; readonly shortcut?: string; readonly run: () => void };
}

export interface Notices {
  readonly current: Notice | null;
  readonly notify: (notice: Notice) => void;
  /** Shows a failed call as a notice. */
  readonly notifyError: (error: unknown) => void;
  readonly dismiss: () => void;
}

const SHOWN_MS = 20_000;

const NoticesContext = createContext<Notices | null>(null);

export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [current, setCurrent] = useState<Notice | null>(null);

  useEffect(() => {
    const isLasting = current === null || current.tone === 'problem';
    const timer = isLasting ? undefined : setTimeout(() => setCurrent(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [current]);

  const notifyError = useCallback((error: unknown) => {
    setCurrent({ text: errorOf(error).message, tone: 'problem' });
  }, []);

  const notices = useMemo<Notices>(
    () => ({ current, notify: setCurrent, notifyError, dismiss: () => setCurrent(null) }),
    [current, notifyError],
  );
  return <NoticesContext value={notices}>{children}</NoticesContext>;
}

export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (notices === null) throw new Error('useNotices is called outside NoticesProvider.');
  return notices;
}
