/**
 * A Chromium without a window, driven by its DevTools protocol over two pipes: no port is opened, and nothing has to be
 * installed beside the browser. It runs on a profile of its own that is thrown away, and cannot reach the network: every name
 * resolves to nothing, and what needs no name goes to a proxy that is not there. Pages are fed by `render-page.ts`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** What the browser says by itself, such as that a request waits. */
export interface BrowserEvent {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly sessionId?: string;
}

export interface BrowserProcess {
  /** Calls a method of the protocol. Rejects when the browser refuses or has ended. */
  send(method: string, params?: object, sessionId?: string): Promise<Readonly<Record<string, unknown>>>;
  /** Calls back for each event of a page's session until the returned function is called. */
  listen(sessionId: string, onEvent: (event: BrowserEvent) => void): () => void;
  hasEnded(): boolean;
  close(): Promise<void>;
}

const ARGUMENTS = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--mute-audio',
  '--no-first-run',
  '--no-default-browser-check',
  '--blink-settings=imagesEnabled=false',
];

interface Reply {
  readonly id?: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

type Waiting = PromiseWithResolvers<Readonly<Record<string, unknown>>>;

/** Starts the browser. What it says on its own is not shown. */
export function openBrowser(executable: string): BrowserProcess {
  const profile = mkdtempSync(join(tmpdir(), 'anchorage-browser-'));
  const child = spawn(executable, [...ARGUMENTS, ...rootArguments(), `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [input, output] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, (event: BrowserEvent) => void>();
  let nextId = 1;
  let endedBy: Error | null = null;

  const end = (error: Error): void => {
    endedBy ??= error;
    for (const { reject } of waiting.values()) reject(endedBy);
    waiting.clear();
  };
  child.once('error', end);
  child.once('exit', () => end(new Error('The browser has ended.')));
  input.on('error', end);
  readMessages(output, (message) => {
    const { id, result, error } = message as Reply;
    if (id === undefined) {
      const event = message as BrowserEvent;
      listeners.get(event.sessionId ?? '')?.(event);
      return;
    }
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(result ?? {});
    else one?.reject(new Error(error.message));
  });

  return {
    send(method, params = {}, sessionId) {
      if (endedBy !== null) return Promise.reject(endedBy);
      const id = nextId++;
      const answer: Waiting = Promise.withResolvers();
      waiting.set(id, answer);
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      return answer.promise;
    },
    listen(sessionId, onEvent) {
      listeners.set(sessionId, onEvent);
      return () => listeners.delete(sessionId);
    },
    hasEnded: () => endedBy !== null,
    async close() {
      await stop(child);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Chromium's sandbox does not work for the system's administrator, whom it protects least. */
function rootArguments(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Messages end with a zero byte. */
function readMessages(output: Readable, onMessage: (message: unknown) => void): void {
  let rest = '';
  output.setEncoding('utf8');
  output.on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) onMessage(JSON.parse(message));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}
