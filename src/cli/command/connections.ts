import type { ConnectionView } from '#contract/connection.ts';
import { connected, Refused, valueOr, type WorkspaceOptions } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { tableText } from '../table.ts';

export interface ConnectionOptions extends WorkspaceOptions {
  readonly json?: boolean;
}

const STATES = {
  running: ['取得中', 'pulling'],
  done: ['正常', 'fine'],
  'put-off': ['延期', 'put off'],
  failed: ['失敗', 'failed'],
  'cut-off': ['中断', 'cut off'],
} as const;

/** `rashin connections`: services that are pulled, with their last pull and the next one. [CON-10] */
export async function connectionsList(options: ConnectionOptions, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const { connections } = valueOr(await ask('connections'));
    if (options.json) {
      io.print(JSON.stringify(connections, null, 2));
      return EXIT.ok;
    }
    const ja = io.lang === 'ja';
    const head = [
      { heading: 'ID' },
      { heading: ja ? '名前' : 'Name' },
      { heading: ja ? 'サービス' : 'Service' },
      { heading: ja ? '取込先' : 'Fills' },
      { heading: ja ? 'データ' : 'Data' },
      { heading: ja ? '状態' : 'State' },
      { heading: ja ? '次回（UTC）' : 'Next (UTC)' },
    ];
    const rows = connections.map(one => [
      one.id,
      one.name,
      one.connector,
      one.fills,
      one.through ?? '',
      stateOf(one, ja),
      one.nextRun?.slice(0, 16).replace('T', ' ') ?? '',
    ]);
    io.print(tableText(head, rows));
    return EXIT.ok;
  });
}

/** `rashin connections pull ID`: pulls now, and waits until it has ended. */
export async function connectionPull(id: string, options: ConnectionOptions, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    valueOr(await ask('pullConnection', { connection: id }));
    for (;;) {
      const { connections } = valueOr(await ask('connections'));
      const found = connections.find(one => one.id === id);
      if (!found?.isRunning) return told(found, options, io);
      io.progress?.(io.lang === 'ja' ? '取得しています…' : 'Pulling …');
      await new Promise<void>(resolve => setTimeout(resolve, LOOK_MS));
    }
  });
}

const LOOK_MS = 300;

function told(found: ConnectionView | undefined, { json }: ConnectionOptions, io: Io): Exit {
  io.progress?.('');
  const run = found?.lastRun;
  if (!found || !run) return EXIT.problems;
  const ja = io.lang === 'ja';
  if (json) io.print(JSON.stringify(run, null, 2));
  else {
    const rows = run.rows.toLocaleString('en-US');
    io.print(ja ? `${found.name}: ${stateOf(found, ja)}、${rows}行` : `${found.name}: ${stateOf(found, ja)}, ${rows} rows`);
    for (const { message } of run.problems) io.note(message[io.lang]);
  }
  return run.state === 'done' ? EXIT.ok : EXIT.problems;
}

/** `rashin connections try ID`: asks for one day and stores nothing. [CON-11] */
export async function connectionTry(id: string, options: ConnectionOptions, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const tried = valueOr(await ask('tryConnection', { connection: id }));
    if (options.json) io.print(JSON.stringify(tried, null, 2));
    else {
      io.print(
        tableText(
          tried.headings.map(heading => ({ heading })),
          tried.rows.map(row => [...row]),
        ),
      );
    }
    return EXIT.ok;
  });
}

/** `rashin connections add FILE`: adds a connection from a JSON file, secrets included; the file is not kept. */
export async function connectionAdd(text: string, options: ConnectionOptions, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const body = parsed(text, io);
    if (body === undefined) return EXIT.problems;
    // The server reads it with the contract's own schema and names whatever is wrong.
    const answer = await ask('createConnection', { body } as Parameters<typeof ask<'createConnection'>>[1]);
    if (answer.kind === 'problems') throw new Refused(answer.problems);
    const { connection } = valueOr(answer);
    io.print(options.json ? JSON.stringify(connection, null, 2) : connection.id);
    return EXIT.ok;
  });
}

function parsed(text: string, io: Io): unknown {
  try {
    return JSON.parse(text);
  } catch {
    io.note(io.lang === 'ja' ? 'JSONとして読めません。' : 'This cannot be read as JSON.');
    return undefined;
  }
}

function stateOf({ lastRun, isRunning }: ConnectionView, ja: boolean): string {
  if (isRunning) return STATES.running[ja ? 0 : 1];
  if (!lastRun) return ja ? '未取得' : 'not pulled yet';
  return STATES[lastRun.state][ja ? 0 : 1];
}
