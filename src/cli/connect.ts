import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Answer, type Caller, type Client, createClient } from '#contract/client.ts';
import type { WireProblem } from '#contract/problem.ts';
import { EngineError } from '#engine/engine-error.ts';
import { findServer } from '#engine/workspace/ownership.ts';
import { workspaceFailure } from '#engine/workspace/workspace-messages.ts';
import { workspacePaths } from '#engine/workspace/workspace-paths.ts';
import { readProductCatalogue } from './catalogue-file.ts';
import type { Io } from './io.ts';

export interface WorkspaceOptions {
  /** Folder of the workspace. */
  readonly workspace?: string;
  /** Under whose name changes are stored. */
  readonly member?: string;
}

export type Ask = Client<ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>, AbortSignal>;

/** A way to ask a workspace: through the server that has it open, or by opening it here. [CLI-04] */
export interface Connection {
  readonly ask: Ask;
  /** Address of the running server; undefined where the workspace was opened here. */
  readonly server: string | undefined;
  readonly close: () => Promise<void>;
}

/** The folder meant: `--workspace`, RASHIN_WORKSPACE, this folder, or `./workspace`. */
export function workspaceDir({ workspace }: WorkspaceOptions, { cwd, env }: Io): string {
  if (workspace !== undefined) return resolve(cwd, workspace);
  const named = env.RASHIN_WORKSPACE;
  if (named) return resolve(cwd, named);
  return existsSync(workspacePaths(cwd).description) ? cwd : join(cwd, 'workspace');
}

/** Works with a connection and closes it, whatever happens. */
export async function connected<T>(options: WorkspaceOptions, io: Io, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await connect(options, io);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

async function connect(options: WorkspaceOptions, io: Io): Promise<Connection> {
  const dir = workspaceDir(options, io);
  const paths = workspacePaths(dir);
  if (!existsSync(paths.description)) throw workspaceFailure('workspace-missing', { dir });
  const member = options.member ?? io.env.RASHIN_MEMBER;
  const caller = { lang: io.lang, ...(member === undefined ? {} : { member }) };
  const server = findServer(paths);
  if (server) {
    const known: Caller = { ...caller, ...(server.token === null ? {} : { token: server.token }) };
    return { ask: createClient(server.address, fetch, known), server: server.address, close: async () => {} };
  }
  return openHere(dir, caller, io);
}

async function openHere(dir: string, caller: Caller, { env }: Io): Promise<Connection> {
  const [{ openApp }, { systemEffects }, { connectingOptions }, { createApp }, { systemServerEffects, newToken }] =
    await Promise.all([
      import('#engine/app/open-app.ts'),
      import('#engine/workspace/workspace-effects.ts'),
      import('#engine/connect/connecting-options.ts'),
      import('#server/create-app.ts'),
      import('#server/server-effects.ts'),
    ]);
  const app = await openApp(dir, systemEffects(), {
    catalogue: readProductCatalogue(),
    connecting: connectingOptions(env),
    environment: env,
  });
  const token = newToken();
  const server = createApp(app, systemServerEffects(), { token });
  const local = async (url: string, init: RequestInit): Promise<Response> => server.request(url, init);
  return { ask: createClient('', local, { ...caller, token }), server: undefined, close: () => app.close() };
}

/** The value of an answer. Problems are shown by whoever called; failures end the command. */
export function valueOr<T, C>(answer: Answer<T, C>): T {
  switch (answer.kind) {
    case 'value':
      return answer.value;
    case 'problems':
      throw new Refused(answer.problems);
    case 'failure': {
      const { code, message, request } = answer.failure;
      if (code === 'internal') throw new Error(`request ${request} failed`);
      throw new EngineError(code, {}, message);
    }
    default:
      throw new Conflicted();
  }
}

/** What was asked cannot be done, for reasons the user can put right. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problems: readonly WireProblem[];

  constructor(problems: readonly WireProblem[]) {
    super(problems.map(({ message }) => message.en).join(' '));
    this.problems = problems;
  }
}

/** Somebody else was faster. */
export class Conflicted extends Error {
  override readonly name = 'Conflicted';
}
