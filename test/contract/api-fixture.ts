import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { api } from '#contract/api.ts';
import { type Answer, type Caller, type Client, createClient } from '#contract/client.ts';
import { failureBody, problemsBody } from '#contract/problem.ts';
import type { Day } from '#core/calendar/day.ts';
import { parseDay } from '#core/calendar/day.ts';
import { type Catalogue, parseCatalogue } from '#core/metric/catalogue.ts';
import type { Templates } from '#core/template/parse-templates.ts';
import type { App } from '#engine/app/app.ts';
import { openApp } from '#engine/app/open-app.ts';
import type { ConnectingOptions } from '#engine/connect/connecting.ts';
import { systemEffects, type WorkspaceEffects } from '#engine/workspace/workspace-effects.ts';
import { createApp } from '#server/create-app.ts';
import { readCatalogue } from '../../build/catalogue.mjs';

export const TOKEN = 'token-of-the-test';

/** A workspace of its own with the server on it, called without a port. */
export interface Stage {
  readonly dir: string;
  readonly app: App;
  /** Calls an operation and checks every answer against the contract. */
  readonly ask: Client<Uint8Array<ArrayBuffer>, AbortSignal>;
  /** The same in somebody else's name. */
  readonly askAs: (member: string) => Stage['ask'];
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  readonly clock: Clock;
  /** Closes everything and opens it again. */
  readonly reopen: () => Promise<Stage>;
}

/** A clock that stands at a moment until it is set. */
export interface Clock {
  now: string;
}

let catalogue: Catalogue | undefined;

export function testCatalogue(): Catalogue {
  if (!catalogue) {
    const read = parseCatalogue(readCatalogue(fileURLToPath(new URL('../../catalogue', import.meta.url))));
    if (!read.ok) throw new Error(JSON.stringify(read.problems[0]));
    catalogue = read.value;
  }
  return catalogue;
}

export async function openStage(
  options: {
    readonly dir?: string;
    readonly clock?: Clock;
    readonly member?: string;
    readonly templates?: Templates;
    readonly connecting?: ConnectingOptions;
  } = {},
): Promise<Stage> {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'rashin-api-'));
  const clock = options.clock ?? { now: '2026-11-21T03:00:00.000Z' };
  const effects: WorkspaceEffects = { ...systemEffects(), now: () => clock.now };
  const app = await openApp(join(dir, 'workspace'), effects, {
    catalogue: testCatalogue(),
    ...(options.templates ? { templates: options.templates } : {}),
    ...(options.connecting ? { connecting: options.connecting } : {}),
    createAs: 'Test',
  });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await app.close();
  };
  onTestFinished(async () => {
    await close();
    if (options.dir === undefined) rmSync(dir, { recursive: true, force: true });
  });
  const server = createApp(
    app,
    { now: () => performance.now(), requestId: () => randomBytes(6).toString('hex'), log: line => console.error(line) },
    { token: TOKEN },
  );
  const request = async (path: string, init?: RequestInit): Promise<Response> => server.request(path, init);
  const member = options.member ?? 'sales/sato';
  const as = (caller: Caller) => createClient<Uint8Array<ArrayBuffer>, AbortSignal>('', checked(request), caller);
  const ask = as({ member, token: TOKEN, lang: 'ja' });
  await as({ token: TOKEN })('putMember', {
    body: { id: 'sales/sato', name: '佐藤', department: '営業', role: 'manager', active: true },
  });
  const stage: Stage = {
    dir,
    app,
    ask,
    askAs: other => as({ member: other, token: TOKEN, lang: 'ja' }),
    request,
    clock,
    reopen: async () => {
      await close();
      return openStage({ dir, clock, member });
    },
  };
  return stage;
}

/** What an operation must answer with; throws with the problems otherwise. */
export function accepted<T, C>(answer: Answer<T, C>): T {
  if (answer.kind === 'value') return answer.value;
  throw new Error(JSON.stringify(answer, null, 1).slice(0, 3_000));
}

export function problemsOf<T, C>(answer: Answer<T, C>): readonly string[] {
  if (answer.kind !== 'problems') throw new Error(JSON.stringify(answer).slice(0, 1_000));
  return answer.problems.map(({ code }) => code);
}

export function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new Error(text);
  return found;
}

/** Sends a file, waits until it was looked at, and imports all of its tables. */
export async function importText(stage: Stage, name: string, text: string | Uint8Array<ArrayBuffer>, choices: object = {}) {
  const body = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const created = accepted(await stage.ask('createUpload', { name, choices: JSON.stringify(choices), body }));
  const inspected = await finished(stage, created.job.id);
  if (inspected.state !== 'done') return { upload: created.upload.id, inspected, job: undefined };
  const committed = await stage.ask('commitUpload', { upload: created.upload.id, body: {} });
  if (committed.kind !== 'value') return { upload: created.upload.id, inspected, job: undefined, refused: committed };
  return { upload: created.upload.id, inspected, job: await finished(stage, committed.value.job.id) };
}

export async function finished(stage: Stage, job: string) {
  for (let tries = 0; tries < 200; tries++) {
    const { job: found } = accepted(await stage.ask('readJob', { job, wait: 2_000 }));
    if (found.state !== 'waiting' && found.state !== 'running') return found;
  }
  throw new Error('the job did not end');
}

/** Answers that are not what the contract says are failures of the test, whatever they are used for. */
function checked(request: Stage['request']) {
  return async (url: string, init: { readonly method: string; readonly headers: Record<string, string> }) => {
    const response = await request(url, init);
    const text = await response.text();
    const body: unknown = JSON.parse(text);
    const endpoint = Object.values(api).find(
      ({ method, path }) =>
        method === init.method && new RegExp(`^${path.replace(/:[A-Za-z]+/g, '[^/]+')}$`).test(url.split('?')[0] ?? ''),
    );
    if (!endpoint) throw new Error(`no endpoint for ${init.method} ${url}`);
    const conflict = 'conflict' in endpoint ? endpoint.conflict : undefined;
    const schema =
      response.status === 200
        ? endpoint.response
        : response.status === 409 && conflict
          ? conflict
          : response.status < 500
            ? problemsBody
            : failureBody;
    const read = schema.safeParse(body);
    if (!read.success)
      throw new Error(`${init.method} ${url}: ${response.status} ${read.error.message}\n${text.slice(0, 2_000)}`);
    return { status: response.status, json: async () => body };
  };
}
