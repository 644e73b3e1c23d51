/**
 * Which pages a project knows, for as long as a large import runs without the index that would tell: a hash table from a page's
 * key to its id. It keeps 16 to 32 bytes a page instead of the key, so an answer is a candidate which the caller holds against
 * the key that is stored.
 */
export interface PageKeys {
  /**
   * The id under which a key is known; null when it is new.
   *
   * @param mark {@link hashKey} of the key
   * @param isKey whether the page of an id has the key
   */
  find(mark: number, isKey: (id: number) => boolean): number | null;
  /** Remembers the key that was last looked for, and not found, under a new id. Ids are positive and below 2^32. */
  addLast(id: number): void;
}

const FIRST_SLOTS = 1 << 16;

/** An empty table. */
export function createPageKeys(): PageKeys {
  let table = createSlots(FIRST_SLOTS);
  let count = 0;
  let slot = 0;
  let lastMark = 0;

  function grow(): void {
    const old = table;
    table = createSlots(old.ids.length * 2);
    for (let index = 0; index < old.ids.length; index += 1) {
      const id = old.ids[index] ?? 0;
      if (id === 0) continue;
      const home = old.homes[index] ?? 0;
      let free = home & (table.ids.length - 1);
      while (table.ids[free] !== 0) free = (free + 1) & (table.ids.length - 1);
      table.ids[free] = id;
      table.homes[free] = home;
    }
  }

  return {
    find(mark, isKey) {
      lastMark = mark;
      const last = table.ids.length - 1;
      slot = mark & last;
      for (let id = table.ids[slot] ?? 0; id !== 0; id = table.ids[slot] ?? 0) {
        if (table.homes[slot] === mark && isKey(id)) return id;
        slot = (slot + 1) & last;
      }
      return null;
    },
    addLast(id) {
      table.ids[slot] = id;
      table.homes[slot] = lastMark;
      count += 1;
      if (count * 2 > table.ids.length) grow();
    },
  };
}

interface Slots {
  /** 0 where free. */
  readonly ids: Uint32Array;
  /** The whole hash of the key in the slot. */
  readonly homes: Int32Array;
}

function createSlots(count: number): Slots {
  return { ids: new Uint32Array(count), homes: new Int32Array(count) };
}

/** Murmur3's mixing over the UTF-16 units: 32 bits, signed. The thread that reads an export works it out for the one that writes. */
export function hashKey(key: string): number {
  let hash = key.length;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0x85ebca6b);
  return hash ^ (hash >>> 16);
}
