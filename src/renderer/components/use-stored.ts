import { type SetStateAction, useCallback, useEffect, useState } from 'react';

/**
 * A state that this window remembers between runs: panel widths, column layouts, the theme. Nothing of a project is kept
 * here. `isValid` guards against what an older version left behind.
 */
export function useStored<Value>(key: string, initial: Value, isValid: (value: unknown) => value is Value) {
  const storageKey = `anchorage:${key}`;
  const [value, setValue] = useState<Value>(() => readStored('local', storageKey, initial, isValid));
  const store = useCallback(
    (next: Value) => {
      setValue(next);
      writeStored('local', storageKey, next);
    },
    [storageKey],
  );
  return [value, store] as const;
}

/** A state that a reload of the window comes back to, and a new window begins without. */
export function useReloadState<Value>(
  key: string,
  initial: Value,
  isValid: (value: unknown) => value is Value,
): readonly [Value, (change: SetStateAction<Value>) => void] {
  const storageKey = `anchorage:${key}`;
  const [value, setValue] = useState<Value>(() => readStored('session', storageKey, initial, isValid));
  useEffect(() => writeStored('session', storageKey, value), [storageKey, value]);
  return [value, setValue];
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

type StorageKind = 'local' | 'session';

function storageOf(kind: StorageKind): Storage {
  return kind === 'local' ? localStorage : sessionStorage;
}

function readStored<Value>(
  kind: StorageKind,
  key: string,
  initial: Value,
  isValid: (value: unknown) => value is Value,
): Value {
  try {
    const text = storageOf(kind).getItem(key);
    if (text === null) return initial;
    const value: unknown = JSON.parse(text);
    return isValid(value) ? value : initial;
  } catch (error) {
    console.debug(`The stored value of ${key} cannot be read.`, error);
    return initial;
  }
}

function writeStored(kind: StorageKind, key: string, value: unknown): void {
  try {
    storageOf(kind).setItem(key, JSON.stringify(value));
  } catch (error) {
    console.debug(`The value of ${key} cannot be stored.`, error);
  }
}
