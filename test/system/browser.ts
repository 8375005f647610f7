/** A page in headless Chromium, spoken to over a pipe in the DevTools protocol. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

/** What the protocol sends: its shape is Chromium's, and each test reads a few fields of it. */
// biome-ignore lint/suspicious/noExplicitAny: an answer of the protocol has no type of ours.
type Reply = any;

export interface Page {
  /** Everything that the console, the log or an uncaught exception said, and every address that was asked for. */
  readonly complaints: readonly string[];
  readonly requests: readonly string[];
  readonly send: (method: string, params?: object) => Promise<Reply>;
  /** The value of an expression in the page, as JSON. */
  readonly evaluate: (expression: string) => Promise<Reply>;
}

export interface Browser {
  /** Opens a file in a page of its own, `width` CSS pixels wide. */
  readonly open: (file: string, width: number) => Promise<Page>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (result: Reply) => void;
  readonly reject: (error: Error) => void;
}

/** Starts Chromium with a profile of its own; where there is none, the test fails and says so. */
export async function startBrowser(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'intakeline-browser-'));
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe', '--no-first-run'];
  const child = spawn('chromium', [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  const wire = wireTo(child);
  return {
    open: (file, width) => openPage(wire, file, width),
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await wire.send('Browser.close', {});
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

interface Wire {
  readonly send: (method: string, params: object, session?: string) => Promise<Reply>;
  readonly listen: (listener: (message: Reply) => void) => void;
}

/** Messages are JSON, each ended by a NUL: file 3 of the child is written, file 4 read. */
function wireTo(child: ChildProcess): Wire {
  const waiting = new Map<number, Waiting>();
  const listeners: ((message: Reply) => void)[] = [];
  const input = child.stdio[3] as Writable;
  const output = child.stdio[4] as Readable;
  let rest = '';
  let last = 0;
  output.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages.map((text) => JSON.parse(text) as Reply)) {
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if (asked === undefined) for (const listener of listeners) listener(message);
      else if (message.error === undefined) asked.resolve(message.result);
      else asked.reject(new Error(message.error.message));
    }
  });
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser ended'));
  });
  return {
    send: (method, params, sessionId) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      }),
    listen: (listener) => {
      listeners.push(listener);
    },
  };
}

async function openPage(wire: Wire, file: string, width: number): Promise<Page> {
  const { targetId } = await wire.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await wire.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (method: string, params: object = {}): Promise<Reply> => wire.send(method, params, sessionId);
  const complaints: string[] = [];
  const requests: string[] = [];
  const loaded = new Promise<void>((resolve) => {
    wire.listen(({ method, params, sessionId: from }) => {
      if (from !== sessionId) return;
      if (method === 'Log.entryAdded') complaints.push(params.entry.text);
      if (method === 'Runtime.consoleAPICalled') complaints.push(params.type);
      if (method === 'Runtime.exceptionThrown') complaints.push(params.exceptionDetails.text);
      if (method === 'Network.requestWillBeSent') requests.push(params.request.url);
      if (method === 'Page.loadEventFired') resolve();
    });
  });
  for (const domain of ['Page', 'Runtime', 'Log', 'Network', 'DOM', 'Accessibility']) await send(`${domain}.enable`);
  await send('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: false });
  await send('Page.navigate', { url: pathToFileURL(file).href });
  await loaded;
  const evaluate = async (expression: string): Promise<Reply> => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, returnByValue: true });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
    return result.value;
  };
  return { complaints, requests, send, evaluate };
}
