import { describe, expect, it } from 'vitest';
import type { EngineEvent, JobStatus } from '../../src/contract/jobs.ts';
import { createEventHub } from '../../src/engine/event-hub.ts';

function job(id: number, done: number): EngineEvent {
  const status: JobStatus = {
    id,
    projectId: 'p',
    kind: 'import',
    title: '',
    state: 'running',
    done,
    total: 10,
    unit: 'bytes',
    rate: null,
    secondsLeft: null,
    message: '',
    createdAt: '',
    finishedAt: null,
    tally: null,
    workedMs: 0,
    process: null,
    check: null,
  };
  return { kind: 'job', job: status };
}

describe('createEventHub', () => {
  it('keeps for a slow reader the newest status of each job and every changed thing once', async () => {
    const hub = createEventHub();
    const events = hub.listen();
    const first = events.next();
    hub.publish({ kind: 'command', command: 'undo', path: null });
    for (let done = 1; done <= 9; done++) hub.publish(job(1, done));
    hub.publish(job(2, 1));
    hub.publish({ kind: 'changed', projectId: 'p', what: ['links'] });
    hub.publish({ kind: 'changed', projectId: 'p', what: ['links', 'imports'] });
    hub.publish({ kind: 'changed', projectId: 'q', what: ['verdicts'] });
    expect((await first).value).toEqual({ kind: 'command', command: 'undo', path: null });
    expect([await next(events), await next(events), await next(events), await next(events)]).toEqual([
      job(1, 9),
      job(2, 1),
      { kind: 'changed', projectId: 'p', what: ['links', 'imports'] },
      { kind: 'changed', projectId: 'q', what: ['verdicts'] },
    ]);
    const later = events.next();
    hub.publish(job(1, 10));
    expect((await later).value).toEqual(job(1, 10));
  });

  it('reaches every listener, until it stops to listen', async () => {
    const hub = createEventHub();
    const stop = new AbortController();
    const [one, two] = [hub.listen(stop.signal), hub.listen()];
    const [first, second] = [one.next(), two.next()];
    hub.publish(job(1, 1));
    expect([(await first).value, (await second).value]).toEqual([job(1, 1), job(1, 1)]);
    const last = one.next();
    stop.abort();
    expect(await last).toEqual({ done: true, value: undefined });
  });

  it('ends at once for a listener that has gone already', async () => {
    expect(await createEventHub().listen(AbortSignal.abort()).next()).toEqual({ done: true, value: undefined });
  });
});

async function next(events: AsyncGenerator<EngineEvent, void, void>): Promise<EngineEvent | void> {
  return (await events.next()).value;
}
