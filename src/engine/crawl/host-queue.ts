/** What waits for a host, and how the host may be asked. */
interface Lane<T> {
  readonly host: string;
  readonly waiting: T[];
  /** Index of the first item of `waiting` that has not been taken. */
  head: number;
  active: number;
  notBefore: number;
  isListed: boolean;
  /** Items taken in a row since the host last stood at the end of the line. */
  inARow: number;
  isWarm: boolean;
}

/** Items a host gives in a row over a connection that is open, before others have their turn. */
const IN_A_ROW = 16;

/** An item with the host whose turn it was. */
export interface Taken<T> {
  readonly host: string;
  readonly item: T;
}

export interface HostLimits {
  /** Items of one host in work at a time. */
  readonly perHost: number;
  /** Milliseconds between the starts of two items of one host. */
  readonly spacingMs: number;
}

/**
 * Hands out work so that every host gets its turn, none more than its share, and none before its pause is over. Knows no
 * time of its own: callers say what time it is.
 */
export class HostQueue<T> {
  private readonly limits: HostLimits;
  private readonly lanes = new Map<string, Lane<T>>();
  /** Lanes that may have an item to give, in the order of their turns. */
  private ring: Lane<T>[] = [];
  private ringHead = 0;
  /** Lanes whose item was just done: their connection is open, which saves a host in three requests the next one. */
  private readonly warm: Lane<T>[] = [];
  /** Lanes that pause, the one that wakes first at the end. */
  private readonly pausing: Lane<T>[] = [];
  private waitingCount = 0;

  constructor(limits: HostLimits) {
    this.limits = limits;
  }

  /** Number of items that have not been taken. */
  get size(): number {
    return this.waitingCount;
  }

  add(host: string, item: T): void {
    const lane = this.laneOf(host);
    lane.waiting.push(item);
    this.waitingCount++;
    this.list(lane);
  }

  /** Puts an item that was taken back to the front of its host's line. */
  putBack(host: string, item: T): void {
    const lane = this.laneOf(host);
    lane.waiting.splice(lane.head, 0, item);
    this.waitingCount++;
    this.list(lane);
  }

  /** The next item whose host may be asked now, or null. */
  take(now: number): Taken<T> | null {
    this.wake(now);
    const warm = this.takeWarm(now);
    if (warm !== null) return warm;
    for (let lane = this.nextInRing(); lane !== null; lane = this.nextInRing()) {
      lane.inARow = 0;
      this.forgetIfIdle(lane, now);
      if (lane.head >= lane.waiting.length || lane.active >= this.limits.perHost) continue;
      if (lane.notBefore > now) {
        this.pause(lane);
        continue;
      }
      const taken = this.takeFrom(lane, now);
      this.list(lane);
      return taken;
    }
    return null;
  }

  /** Says that an item of a host is done. */
  finish(host: string, now: number): void {
    const lane = this.lanes.get(host);
    if (lane === undefined) return;
    lane.active--;
    this.list(lane);
    this.warmUp(lane);
    this.forgetIfIdle(lane, now);
  }

  /** Keeps a host from being asked before a time. */
  pauseUntil(host: string, time: number): void {
    const lane = this.laneOf(host);
    if (time <= lane.notBefore) return;
    lane.notBefore = time;
    const at = this.pausing.indexOf(lane);
    if (at === -1) return;
    this.pausing.splice(at, 1);
    this.pause(lane);
  }

  /** When a host may be asked for something beside the items of its line, such as where a redirect leads; its next item comes after. */
  reserve(host: string, now: number): number {
    if (this.limits.spacingMs === 0) return Math.max(now, this.lanes.get(host)?.notBefore ?? 0);
    const at = Math.max(now, this.laneOf(host).notBefore);
    this.pauseUntil(host, at + this.limits.spacingMs);
    return at;
  }

  /** The time at which the first pausing host may be asked again; null where none pauses. */
  wakesAt(): number | null {
    return this.pausing.at(-1)?.notBefore ?? null;
  }

  private laneOf(host: string): Lane<T> {
    const known = this.lanes.get(host);
    if (known !== undefined) return known;
    const lane: Lane<T> = {
      host,
      waiting: [],
      head: 0,
      active: 0,
      notBefore: 0,
      isListed: false,
      inARow: 0,
      isWarm: false,
    };
    this.lanes.set(host, lane);
    return lane;
  }

  private list(lane: Lane<T>): void {
    if (lane.isListed || lane.head >= lane.waiting.length) return;
    lane.isListed = true;
    this.ring.push(lane);
  }

  /** Where an item was just done, the next one of its host goes first, unless the host had its share. */
  private warmUp(lane: Lane<T>): void {
    if (lane.isWarm || lane.inARow >= IN_A_ROW || lane.head >= lane.waiting.length) return;
    lane.isWarm = true;
    this.warm.push(lane);
  }

  private takeWarm(now: number): Taken<T> | null {
    for (let lane = this.warm.pop(); lane !== undefined; lane = this.warm.pop()) {
      lane.isWarm = false;
      const isReady = lane.head < lane.waiting.length && lane.active < this.limits.perHost && lane.notBefore <= now;
      if (isReady) return this.takeFrom(lane, now);
    }
    return null;
  }

  private forgetIfIdle(lane: Lane<T>, now: number): void {
    const isIdle = lane.head >= lane.waiting.length && lane.active === 0 && !lane.isListed && !lane.isWarm;
    if (isIdle && lane.notBefore <= now) this.lanes.delete(lane.host);
  }

  private nextInRing(): Lane<T> | null {
    const lane = this.ring[this.ringHead];
    if (lane === undefined) return null;
    this.ringHead++;
    if (this.ringHead > 1_024 && this.ringHead * 2 > this.ring.length) {
      this.ring = this.ring.slice(this.ringHead);
      this.ringHead = 0;
    }
    lane.isListed = false;
    return lane;
  }

  private takeFrom(lane: Lane<T>, now: number): Taken<T> | null {
    const taken = lane.waiting.slice(lane.head, lane.head + 1).map((item) => ({ host: lane.host, item }))[0] ?? null;
    lane.head++;
    lane.inARow++;
    lane.active++;
    this.waitingCount--;
    if (this.limits.spacingMs > 0) lane.notBefore = now + this.limits.spacingMs;
    if (lane.head === lane.waiting.length || (lane.head > 64 && lane.head * 2 > lane.waiting.length)) {
      lane.waiting.splice(0, lane.head);
      lane.head = 0;
    }
    return taken;
  }

  private pause(lane: Lane<T>): void {
    lane.isListed = true;
    let at = this.pausing.length;
    while (at > 0 && (this.pausing[at - 1]?.notBefore ?? 0) < lane.notBefore) at--;
    this.pausing.splice(at, 0, lane);
  }

  private wake(now: number): void {
    for (let lane = this.pausing.at(-1); lane !== undefined && lane.notBefore <= now; lane = this.pausing.at(-1)) {
      this.pausing.pop();
      lane.isListed = false;
      this.list(lane);
    }
  }
}
