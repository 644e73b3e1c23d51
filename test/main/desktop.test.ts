import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../src/engine/http/content-security-policy.ts';
import { buildOutput } from '../support/build-output.ts';
import type { DesktopLife } from '../support/electron-stand-in/scenario.ts';
import { NODE_FLAGS } from '../support/node-flags.ts';

const STAND_IN = join(import.meta.dirname, '../support/electron-stand-in');

/** One life of the built desktop app under Node; what happens in it is in scenario.ts. */
async function liveOnce(): Promise<DesktopLife> {
  const child = fork(join(STAND_IN, 'scenario.ts'), [buildOutput()], {
    execArgv: [...NODE_FLAGS, '--import', join(STAND_IN, 'register.ts')],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const [seen] = await Promise.race([once(child, 'message'), exited]);
  child.kill();
  await exited;
  if (typeof seen !== 'object' || seen === null) throw new Error(`The scenario ended with ${String(seen)}.`);
  return seen;
}

describe('the built desktop app', () => {
  let life: DesktopLife;
  beforeAll(async () => {
    life = await liveOnce();
  }, 60_000);

  it('waits for Electron without holding up its own entry', () => {
    expect(life.startedBeforeReady).toBe(0);
  });

  it('answers a call from the page over preload, port and engine process', () => {
    expect(life.info).toMatchObject({ version: '9.8.7' });
  });

  it('locks the page in', () => {
    expect(life.isSandboxed).toBe(true);
    expect(life.windowOptions.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    });
  });

  it('serves the page from its own scheme, which has no special rights beyond those of a web origin', () => {
    expect(life.address).toBe('app://anchorage/');
    expect(life.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });

  it('serves the files of the window and nothing else, always under the policy', () => {
    expect(life.responses.map(({ path, status }) => [path, status])).toEqual([
      ['/', 200],
      ['/host.js', 200],
      ['/../main/index.js', 404],
      ['/%2e%2e/main/index.js', 404],
      ['/nowhere', 404],
    ]);
    expect(new Set(life.responses.map(({ policy }) => policy))).toEqual(new Set([CONTENT_SECURITY_POLICY]));
    expect(life.foreignHost).toBe(404);
  });

  it('answers for host.js with nothing, since the preload does its work', () => {
    expect(life.responses[1]).toMatchObject({ type: 'text/javascript', body: '' });
  });

  it('denies new windows and shows web addresses, and only those, in the browser', () => {
    expect(life.hostile.windows).toEqual(['deny', 'deny', 'deny']);
    expect(life.shellOpened).toEqual([
      'https://example.com/',
      'https://attacker.example/',
      'https://example.com/a?b=c',
    ]);
    expect(life.opened).toEqual([true, false]);
  });

  it('keeps the window on its page', () => {
    expect(life.hostile.navigations).toEqual({
      'app://anchorage/#links': false,
      'app://anchorage.attacker.example/': true,
      'https://attacker.example/': true,
      'file:///etc/passwd': true,
    });
    expect(life.hostile).toMatchObject({ frames: true, redirects: true, webviews: true });
  });

  it('grants nothing but writing to the clipboard', () => {
    expect(life.hostile.granted).toEqual(['clipboard-sanitized-write']);
    expect(life.hostile.checked).toEqual(['clipboard-sanitized-write']);
  });

  it('gives no port to frames, other pages and messages of other origins', () => {
    expect(life.hostile.portsSent).toBe(0);
  });

  it('asks for files with the system dialog', () => {
    expect(life.chosen).toEqual({ kind: 'chosen', paths: ['/exports/a.csv', '/exports/b.csv'] });
    expect(life.cancelled).toEqual({ kind: 'cancelled' });
  });

  it('passes menu commands to the page', () => {
    expect(life.fromMenu).toEqual({ kind: 'command', command: 'import', path: null });
  });

  it('opens the project a second start was given and comes to the front', () => {
    expect(life.fromSecondInstance).toEqual({
      kind: 'command',
      command: 'open-project',
      path: life.secondInstancePath,
    });
    expect(life.isFocused).toBe(true);
  });

  it('remembers opened projects in the menu', () => {
    expect(life.recentInMenu).toEqual(['Client']);
  });

  it('starts a crashed engine again and gives the page, which stays, a new port', () => {
    expect(life.engines).toBe(2);
    expect(life.afterCrash).toEqual(life.info);
    expect(life.startup).toEqual({ openPath: null });
  });

  it('quits once the engine has closed', () => {
    expect(life.hasQuit).toBe(true);
  });
});
