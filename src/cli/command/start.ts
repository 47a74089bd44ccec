import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from '#engine/app/app.ts';
import { openApp } from '#engine/app/open-app.ts';
import { connectingOptions } from '#engine/connect/connecting-options.ts';
import { schedulePulls } from '#engine/connect/pulls.ts';
import { createDemo } from '#engine/demo/create-demo.ts';
import { EngineError } from '#engine/engine-error.ts';
import { scheduleRetention } from '#engine/people/daily-retention.ts';
import { usualInbox, type Watch, watchFolder } from '#engine/watch/watch-folder.ts';
import { systemEffects } from '#engine/workspace/workspace-effects.ts';
import { createApp } from '#server/create-app.ts';
import { listen } from '#server/listen.ts';
import { newToken, systemServerEffects } from '#server/server-effects.ts';
import { readProductCatalogue } from '../catalogue-file.ts';
import { workspaceDir } from '../connect.ts';
import { distFolder } from '../dist-folder.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { openBrowser } from '../open-browser.ts';
import { readProductTemplates } from '../template-file.ts';
import { untilStopped } from '../until-stopped.ts';

export interface StartOptions {
  readonly workspace?: string;
  readonly port: number;
  /** The port was asked for by name: another one is not taken in its place. */
  readonly portIsFixed: boolean;
  readonly host: string;
  readonly open?: boolean;
  /** Fills a new workspace with the demo company. */
  readonly demo?: boolean;
  /** Imports what is put into this folder; `true`: into the workspace's inbox. */
  readonly watch?: string | true;
  /** `host:port` of data stores that connections may speak to. */
  readonly allowHost?: readonly string[];
  /** Says nothing but the address: another program has told the rest. */
  readonly quiet?: boolean;
}

/** Ports that are tried after the usual one. */
const TRIES = 20;
const GRACE_MS = 20_000;

/** `rashin start [DIR]`: runs the server on a workspace, which is made when there is none. [CLI-20] */
export async function start(options: StartOptions, io: Io): Promise<Exit> {
  const dir = workspaceDir(options, io);
  const catalogue = readProductCatalogue();
  if (options.demo) await fillWithDemo(dir, io);
  const app = await openApp(dir, systemEffects(), {
    catalogue,
    templates: readProductTemplates(catalogue),
    createAs: basename(dir),
    connecting: connectingOptions(io.env, options.allowHost),
    environment: io.env,
    ...memory(io),
  });
  const token = newToken();
  let isStopping = false;
  const webDir = fileURLToPath(new URL('web', distFolder()));
  const server = createApp(app, systemServerEffects(), {
    token,
    hosts: options.host === '127.0.0.1' ? [] : [options.host],
    isStopping: () => isStopping,
    ...(existsSync(webDir) ? { webDir } : {}),
  });
  try {
    const { port, portIsFixed, host } = options;
    const listening = await listen(server, { port, host, tries: portIsFixed ? 0 : TRIES });
    app.workspace.announce(listening.address, token);
    tellRecovery(app.recovery, io);
    io.print(options.quiet ? listening.address : address(listening.address, dir, io));
    if (options.open) openBrowser(listening.address);
    const watch = await watched(app, options, io);
    const pulls = await schedulePulls(app, error => io.note(failureLine(error, io)));
    const retention = scheduleRetention(app, error => io.note(failureLine(error, io)));
    await untilStopped();
    isStopping = true;
    io.note(io.lang === 'ja' ? '終了しています…' : 'Stopping …');
    await watch?.stop();
    await pulls.stop();
    await retention.stop();
    await app.importing.stop();
    await listening.stop(GRACE_MS);
  } finally {
    await app.close();
  }
  return EXIT.ok;
}

/** Watches the folder that was named, or that `RASHIN_WATCH` names. [WAT-01] */
async function watched(app: App, { watch: asked, quiet }: StartOptions, io: Io): Promise<Watch | undefined> {
  const named = asked ?? io.env.RASHIN_WATCH;
  if (named === undefined || named === '') return undefined;
  const folder = named === true ? usualInbox(app) : resolve(io.cwd, named);
  const watch = await watchFolder(app, { folder, onFailure: error => io.note(failureLine(error, io)) });
  if (!quiet)
    io.note(io.lang === 'ja' ? `置かれたファイルを取り込むフォルダー: ${folder}` : `Importing what is put into: ${folder}`);
  return watch;
}

function failureLine(error: unknown, { lang }: Io): string {
  return error instanceof EngineError ? error.text[lang] : String(error);
}

async function fillWithDemo(dir: string, io: Io): Promise<void> {
  await createDemo(dir, systemEffects(), {
    catalogue: readProductCatalogue(),
    onProgress: ({ doing, share }) => io.progress?.(`${doing[io.lang]} ${Math.floor(share * 100)}%`),
  });
  io.progress?.('');
}

function memory({ env }: Io): { readonly memoryBytes?: number } {
  const megabytes = Number(env.RASHIN_MEMORY_MB ?? '');
  return Number.isInteger(megabytes) && megabytes >= 128 ? { memoryBytes: megabytes * 1024 * 1024 } : {};
}

function tellRecovery(
  recovery: { readonly takenBack: readonly string[]; readonly reloaded: readonly string[]; readonly missing: readonly unknown[] },
  io: Io,
): void {
  const ja = io.lang === 'ja';
  const { takenBack, reloaded, missing } = recovery;
  if (takenBack.length > 0)
    io.note(
      ja
        ? `途中で終わった取込を取り消しました: ${takenBack.length}件`
        : `Imports that were cut short have been taken back: ${takenBack.length}`,
    );
  if (reloaded.length > 0)
    io.note(
      ja
        ? `保管したファイルからデータを作り直しました: ${reloaded.length}件`
        : `Data made again from kept files: ${reloaded.length}`,
    );
  if (missing.length > 0)
    io.note(
      ja
        ? `作り直せなかった取込があります: ${missing.length}件（rashin doctor で確認してください）`
        : `Imports that could not be made again: ${missing.length} (see rashin doctor)`,
    );
}

function address(url: string, dir: string, io: Io): string {
  const { colors, lang } = io;
  return lang === 'ja'
    ? `Rashinを起動しました: ${colors.bold(colors.cyan(url))}\n${colors.dim(`ワークスペース: ${dir}　終了するには Ctrl+C`)}`
    : `Rashin is running at ${colors.bold(colors.cyan(url))}\n${colors.dim(`Workspace: ${dir}  Stop with Ctrl+C`)}`;
}
