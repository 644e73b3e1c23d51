import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { IconButton } from '../components/button.tsx';
import { isBoolean, useStored } from '../components/use-stored.ts';
import styles from './drawer.module.css';

/** The panel at the right edge. A screen fills it with `<Drawer>`; the frame gives it its place. */
export interface DrawerPlace {
  readonly isOpen: boolean;
  /** True while the screen has something to show in it. */
  readonly isUsed: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  /** Opens the drawer and moves the keyboard focus into it; Esc brings it back. */
  readonly enter: () => void;
}

interface DrawerSlot extends DrawerPlace {
  readonly element: HTMLElement | null;
  readonly setElement: (element: HTMLElement | null) => void;
  readonly setUsed: (isUsed: boolean) => void;
  readonly leave: () => void;
}

/** Windows narrower than this begin with the drawer closed. */
const ROOMY_PX = 1000;

const DrawerContext = createContext<DrawerSlot | null>(null);

export function DrawerProvider({ children }: { readonly children: ReactNode }) {
  const [isOpen, setOpen] = useStored('drawer-open', window.innerWidth >= ROOMY_PX, isBoolean);
  const [isUsed, setUsed] = useState(false);
  const [element, setElement] = useState<HTMLElement | null>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  const wantsFocus = useRef(false);

  useEffect(() => {
    if (element === null || !wantsFocus.current) return;
    wantsFocus.current = false;
    element.focus();
  }, [element]);

  const slot = useMemo<DrawerSlot>(
    () => ({
      isOpen,
      isUsed,
      element,
      setOpen,
      setElement,
      setUsed,
      enter: () => {
        cameFrom.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
        setOpen(true);
        if (element === null) wantsFocus.current = true;
        else element.focus();
      },
      leave: () => cameFrom.current?.focus(),
    }),
    [element, isOpen, isUsed, setOpen],
  );
  return <DrawerContext value={slot}>{children}</DrawerContext>;
}

export function useDrawer(): DrawerPlace {
  return useDrawerSlot();
}

/** Where the frame lets the drawer appear. */
export function DrawerOutlet() {
  const { setElement, leave } = useDrawerSlot();
  function pressKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    leave();
  }
  return (
    // Esc anywhere in the panel leaves it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={setElement} tabIndex={-1} className={styles.outlet} onKeyDown={pressKey} />
  );
}

/** Fills the drawer while the calling screen is shown. */
export function Drawer({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { element, setUsed, setOpen } = useDrawerSlot();
  useEffect(() => {
    setUsed(true);
    return () => setUsed(false);
  }, [setUsed]);
  if (element === null) return null;
  return createPortal(
    <>
      <header className={styles.header}>
        <h2 className={styles.title} title={title}>
          {title}
        </h2>
        <IconButton icon="close" label="Close the panel" shortcut="]" onPress={() => setOpen(false)} />
      </header>
      {/* The panel scrolls, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.body} tabIndex={0} aria-label={title}>
        {children}
      </section>
    </>,
    element,
  );
}

function useDrawerSlot(): DrawerSlot {
  const slot = useContext(DrawerContext);
  if (slot === null) throw new Error('The drawer is used outside DrawerProvider.');
  return slot;
}
