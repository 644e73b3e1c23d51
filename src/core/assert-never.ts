/** Marks a branch the compiler has proved unreachable; throws with `value` if a foreign value gets there anyway. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
