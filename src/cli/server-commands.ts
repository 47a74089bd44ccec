import { InvalidArgumentError } from 'commander';
import type { Kit } from './command-kit.ts';

/** `start`, `demo` and `doctor`. */
export function addServer({ io, done, t, command, inWorkspace }: Kit): void {
  command('start', { ja: 'サーバーの起動', en: 'Run the server' })
    .argument('[dir]', t('ワークスペース（なければ作成）', 'Workspace; made when there is none'))
    .option('--port <port>', t('ポート（既定: 4870か次の空き）', 'Port (default: 4870 or the next that is free)'), port)
    .option('--host <host>', t('待ち受けるアドレス（既定: 127.0.0.1）', 'Address to listen on (default: 127.0.0.1)'), '127.0.0.1')
    .option('--open', t('ブラウザーで開く', 'Open the browser'))
    .option('--demo', t('新しいワークスペースをデモ会社で始める', 'Begin a new workspace with the demo company'))
    .option(
      '--watch [folder]',
      t(
        'フォルダーに置かれたファイルを取り込む（既定: ワークスペースの inbox）',
        'Import files put into a folder (default: inbox in the workspace)',
      ),
    )
    .option(
      '--allow-host <host:port>',
      t('接続してよいデータベース（繰り返し可）', 'Data store that connections may speak to; may be repeated'),
      (place: string, before: readonly string[]) => [...before, place],
      [],
    )
    .option('--quiet', t('アドレスだけを表示', 'Print nothing but the address'))
    .action(async (dir: string | undefined, options) => {
      const { start } = await import('./command/start.ts');
      const { port: asked, ...rest } = options;
      const place = dir === undefined ? {} : { workspace: dir };
      done(await start({ ...rest, ...place, port: asked ?? PORT, portIsFixed: asked !== undefined }, io));
    });
  command('demo', { ja: 'デモ会社のワークスペースを作成', en: "Make the demo company's workspace" })
    .argument('[dir]')
    .action(async (dir: string | undefined) => {
      const { demo } = await import('./command/demo.ts');
      done(await demo(dir === undefined ? {} : { workspace: dir }, io));
    });
  inWorkspace(command('doctor', { ja: '環境とワークスペースの点検', en: 'Look at environment and workspace' })).action(
    async options => {
      const { doctor } = await import('./command/doctor.ts');
      done(await doctor(options, io));
    },
  );
}

const PORT = 4870;

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) throw new InvalidArgumentError(`${text} (0–65535)`);
  return number;
}
