/** The YAML language server that editors use, spoken to as an editor does. */

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

type Message = { readonly id?: number; readonly method?: string; readonly params?: unknown; readonly result?: unknown };

export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

export interface LanguageServer {
  /** Opens a text as if it stood in this file; gives what the editor would underline. */
  readonly open: (file: string, text: string) => Promise<readonly Diagnostic[]>;
  /** What may stand at a place of an opened file, counted from 0, as `label: documentation`. */
  readonly complete: (file: string, line: number, character: number) => Promise<ReadonlyMap<string, string>>;
  /** What the editor says of a place. */
  readonly hover: (file: string, line: number, character: number) => Promise<string>;
  readonly stop: () => void;
}

const SETTINGS = {
  yaml: { validate: true, completion: true, hover: true, schemaStore: { enable: false, url: '' } },
};

/** Starts a server that fetches nothing. */
export async function startLanguageServer(): Promise<LanguageServer> {
  const program = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');
  const server = spawn(process.execPath, [program, '--stdio']);
  const answers = new Map<number, (result: unknown) => void>();
  const diagnoses = new Map<string, (found: readonly Diagnostic[]) => void>();
  let asked = 0;

  const send = (message: Message): void => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const request = (method: string, params: unknown): Promise<unknown> =>
    new Promise((resolve) => {
      asked += 1;
      answers.set(asked, resolve);
      send({ id: asked, method, params });
    });
  listen(server, (message) => {
    if (message.method === 'workspace/configuration') {
      const { items } = message.params as { items: readonly { section?: string }[] };
      send({ ...idOf(message), result: items.map(({ section }) => (section === 'yaml' ? SETTINGS.yaml : null)) });
    } else if (message.method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = message.params as { uri: string; diagnostics: readonly Diagnostic[] };
      diagnoses.get(uri)?.(diagnostics);
    } else if (message.method !== undefined && message.id !== undefined) send({ ...idOf(message), result: null });
    else if (message.id !== undefined) answers.get(message.id)?.(message.result);
  });

  const capabilities = {
    workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
    textDocument: { hover: { contentFormat: ['plaintext'] }, completion: { completionItem: {} } },
  };
  await request('initialize', { processId: process.pid, rootUri: null, capabilities });
  send({ method: 'initialized', params: {} });
  send({ method: 'workspace/didChangeConfiguration', params: { settings: SETTINGS } });
  const at = (file: string, line: number, character: number) => ({
    textDocument: { uri: pathToFileURL(file).href },
    position: { line, character },
  });
  return {
    open: (file, text) =>
      new Promise((resolve) => {
        const uri = pathToFileURL(file).href;
        diagnoses.set(uri, resolve);
        send({
          method: 'textDocument/didOpen',
          params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
        });
      }),
    complete: async (file, line, character) => {
      const found = (await request('textDocument/completion', at(file, line, character))) as {
        items: readonly { label: string; documentation?: string | { value: string } }[];
      };
      return new Map(found.items.map(({ label, documentation = '' }) => [label, textOf(documentation)]));
    },
    hover: async (file, line, character) => {
      const found = (await request('textDocument/hover', at(file, line, character))) as {
        contents: string | { value: string };
      } | null;
      return found === null ? '' : textOf(found.contents);
    },
    stop: () => server.kill(),
  };
}

function idOf({ id }: Message): { readonly id?: number } {
  return id === undefined ? {} : { id };
}

function textOf(content: string | { readonly value: string }): string {
  return typeof content === 'string' ? content : content.value;
}

/** Reads what a server writes: a header with the length in bytes, then as much JSON. */
function listen(server: ChildProcessWithoutNullStreams, take: (message: Message) => void): void {
  let pending = Buffer.alloc(0);
  server.stdout.on('data', (bytes: Buffer) => {
    pending = Buffer.concat([pending, bytes]);
    for (;;) {
      const end = pending.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(pending.subarray(0, Math.max(end, 0)).toString())?.[1]);
      if (end < 0 || pending.length < end + 4 + length) return;
      take(JSON.parse(pending.subarray(end + 4, end + 4 + length).toString()) as Message);
      pending = pending.subarray(end + 4 + length);
    }
  });
}
