import type { ChangedThing, EngineEvent, JobStatus } from '../contract/jobs.ts';

/**
 * Notices from the engine to every window that listens. A slow window never makes the engine queue: for each listener only
 * the newest status of a job and the set of changed things are kept until it reads.
 */
export interface EventHub {
  publish(event: EngineEvent): void;
  /** Whether anybody listens. */
  hasListeners(): boolean;
  /** Events from now on, until `signal` aborts. */
  listen(signal?: AbortSignal): AsyncGenerator<EngineEvent, void, void>;
}

/** Makes a hub without listeners. */
export function createEventHub(): EventHub {
  const listeners = new Set<Backlog>();
  return {
    hasListeners: () => listeners.size > 0,
    publish(event) {
      for (const backlog of listeners) backlog.add(event);
    },
    async *listen(signal) {
      const backlog = new Backlog();
      const stop = () => backlog.end();
      if (signal?.aborted === true) return;
      listeners.add(backlog);
      signal?.addEventListener('abort', stop);
      try {
        while (await backlog.hasNext()) yield* backlog.take();
      } finally {
        listeners.delete(backlog);
        signal?.removeEventListener('abort', stop);
      }
    },
  };
}

/** What one listener has not read yet. */
class Backlog {
  readonly #jobs = new Map<string, JobStatus>();
  readonly #changes = new Map<string, Set<ChangedThing>>();
  readonly #others: EngineEvent[] = [];
  #isEnded = false;
  #wake = Promise.withResolvers<void>();

  add(event: EngineEvent): void {
    switch (event.kind) {
      case 'job':
        this.#jobs.set(`${event.job.projectId}/${event.job.id}`, event.job);
        break;
      case 'changed': {
        const things = this.#changes.get(event.projectId) ?? new Set();
        for (const thing of event.what) things.add(thing);
        this.#changes.set(event.projectId, things);
        break;
      }
      case 'command':
        this.#others.push(event);
        break;
    }
    this.#wake.resolve();
  }

  end(): void {
    this.#isEnded = true;
    this.#wake.resolve();
  }

  /** Waits for something to read; false once the listener has gone. */
  async hasNext(): Promise<boolean> {
    await this.#wake.promise;
    return !this.#isEnded;
  }

  take(): EngineEvent[] {
    const events: EngineEvent[] = [
      ...this.#others.splice(0),
      ...[...this.#jobs.values()].map((job) => ({ kind: 'job' as const, job })),
      ...[...this.#changes].map(([projectId, what]) => ({ kind: 'changed' as const, projectId, what: [...what] })),
    ];
    this.#jobs.clear();
    this.#changes.clear();
    this.#wake = Promise.withResolvers();
    return events;
  }
}
