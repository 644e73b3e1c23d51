import { useCallback, useState } from 'react';

/**
 * A state that this window remembers between runs: panel widths, column layouts, the theme. Nothing of a project is kept
 * here. `isValid` guards against what an older version left behind.
 */
export function useStored<Value>(key: string, initial: Value, isValid: (value: unknown) => value is Value) {
  const storageKey = `anchorage:${key}`;
  const [value, setValue] = useState<Value>(() => readStored(storageKey, initial, isValid));
  const store = useCallback(
    (next: Value) => {
      setValue(next);
      writeStored(storageKey, next);
    },
    [storageKey],
  );
  return [value, store] as const;
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function readStored<Value>(key: string, initial: Value, isValid: (value: unknown) => value is Value): Value {
  try {
    const text = localStorage.getItem(key);
    if (text === null) return initial;
    const value: unknown = JSON.parse(text);
    return isValid(value) ? value : initial;
  } catch (error) {
    console.debug(`The stored value of ${key} cannot be read.`, error);
    return initial;
  }
}

function writeStored(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch (error) {
    console.debug(`The value of ${key} cannot be stored.`, error);
  }
}
