import { createContext, type ReactNode, useContext, useEffect, useId, useState } from 'react';
import { isApple, matchesShortcut } from '../components/shortcut-keys.ts';

/** Something a person can do now: the palette lists it, the shortcut sheet shows its keys, the keys run it. */
export interface Action {
  readonly id: string;
  readonly title: string;
  /** The heading it stands under in the palette and the sheet. */
  readonly section: string;
  readonly shortcut?: string;
  readonly isDisabled?: boolean;
  /** Runs even while text is being typed; only for shortcuts with Mod. */
  readonly worksInFields?: boolean;
  readonly run: () => void;
}

export interface ActionRegistry {
  /** Every action of what is on the screen, those added last first. */
  readonly all: () => readonly Action[];
  readonly set: (owner: string, actions: readonly Action[]) => void;
  readonly remove: (owner: string) => void;
}

const ActionsContext = createContext<ActionRegistry | null>(null);

/** Collects the actions of what is on the screen and runs them by their shortcuts. */
export function ActionsProvider({ children }: { readonly children: ReactNode }) {
  const [registry] = useState(createRegistry);

  useEffect(() => {
    const apple = isApple();
    function pressKey(event: KeyboardEvent) {
      // The text editor lives in a shadow root, which hides the element that has the focus from `target`.
      const origin = event.composedPath()[0] ?? event.target;
      if (event.defaultPrevented || event.isComposing || isInsideOverlay(origin)) return;
      const isTyping = isEditable(origin);
      const action = registry
        .all()
        .find(
          (entry) =>
            entry.shortcut !== undefined &&
            entry.isDisabled !== true &&
            (!isTyping || entry.worksInFields === true) &&
            matchesShortcut(entry.shortcut, event, apple),
        );
      if (action === undefined) return;
      event.preventDefault();
      action.run();
    }
    // A focused button would take Ctrl+Enter for its own Enter, press itself and stop the event: this shortcut comes first.
    function pressModEnter(event: KeyboardEvent) {
      if (event.key !== 'Enter' || !(apple ? event.metaKey : event.ctrlKey)) return;
      pressKey(event);
      if (event.defaultPrevented) event.stopPropagation();
    }
    window.addEventListener('keydown', pressModEnter, { capture: true });
    window.addEventListener('keydown', pressKey);
    return () => {
      window.removeEventListener('keydown', pressModEnter, { capture: true });
      window.removeEventListener('keydown', pressKey);
    };
  }, [registry]);

  return <ActionsContext value={registry}>{children}</ActionsContext>;
}

export function useActionRegistry(): ActionRegistry {
  const registry = useContext(ActionsContext);
  if (registry === null) throw new Error('useActionRegistry is called outside ActionsProvider.');
  return registry;
}

/** Offers actions for as long as the calling component is on the screen. */
export function useActions(actions: readonly Action[]): void {
  const registry = useActionRegistry();
  const owner = useId();
  useEffect(() => {
    registry.set(owner, actions);
  });
  useEffect(() => () => registry.remove(owner), [registry, owner]);
}

function createRegistry(): ActionRegistry {
  const owners = new Map<string, readonly Action[]>();
  return {
    all: () => [...owners.values()].reverse().flat(),
    set: (owner, actions) => void owners.set(owner, actions),
    remove: (owner) => void owners.delete(owner),
  };
}

function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type);
}

function isInsideOverlay(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null;
}
