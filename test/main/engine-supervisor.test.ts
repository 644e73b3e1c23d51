import { describe, expect, it } from 'vitest';
import { EngineSupervisor } from '../../src/main/engine-supervisor.ts';
import { playEngines } from '../support/played-engines.ts';

function supervise() {
  const engines = playEngines();
  const supervisor = new EngineSupervisor({
    version: '1',
    dataFolder: '/data',
    startupPath: '/a.anchorage',
    ...engines.options,
  });
  return { engines, supervisor };
}

describe('EngineSupervisor', () => {
  it('starts the engine with the project the app was started with, once', () => {
    const { engines } = supervise();
    engines.crash();
    engines.passTime();
    const starts = engines.all.map(({ sent }) => sent[0]);
    const start = { kind: 'start', version: '1', dataFolder: '/data' };
    expect(starts).toEqual([
      { ...start, startupPath: '/a.anchorage' },
      { ...start, startupPath: null },
    ]);
  });

  it('connects every window to the engine that replaces a crashed one', () => {
    const { engines, supervisor } = supervise();
    const [first, second] = [engines.openWindow(), engines.openWindow()];
    supervisor.connect(first.contents);
    supervisor.connect(second.contents);
    second.destroy();
    engines.crash();
    engines.passTime();
    expect([first.ports(), second.ports()]).toEqual([2, 1]);
    expect(engines.all[1]?.sent.filter(({ kind }) => kind === 'window')).toHaveLength(1);
  });

  it('connects a window that asks while the engine is down as soon as it is back', () => {
    const { engines, supervisor } = supervise();
    const window = engines.openWindow();
    engines.crash();
    supervisor.connect(window.contents);
    expect(window.ports()).toBe(0);
    engines.passTime();
    expect(window.ports()).toBe(1);
  });

  it('waits longer after each crash and gives up in the end, until it is told to start over', () => {
    const { engines, supervisor } = supervise();
    for (let crash = 1; crash <= 6; crash += 1) {
      engines.crash();
      engines.passTime();
    }
    expect(engines.waits).toEqual([250, 500, 1000, 2000, 4000]);
    expect([engines.all.length, engines.timesGivenUp()]).toEqual([6, 1]);
    supervisor.startOver();
    expect(engines.all).toHaveLength(7);
  });

  it('closes once, however often it is asked, and starts nothing afterwards', async () => {
    const { engines, supervisor } = supervise();
    const closing = Promise.all([supervisor.close(), supervisor.close()]);
    engines.crash();
    engines.passTime();
    await closing;
    expect(engines.all.map(({ sent }) => sent.map(({ kind }) => kind))).toEqual([['start', 'close']]);
  });

  it('ends an engine that does not close in time', async () => {
    const { engines, supervisor } = supervise();
    const closing = supervisor.close();
    engines.passTime();
    await closing;
    expect(engines.waits).toEqual([10_000]);
  });
});
