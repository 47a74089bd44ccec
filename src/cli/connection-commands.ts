import { type Command, Option } from 'commander';
import type { Kit } from './command-kit.ts';

/** `connections …`. */
export function addConnections({ io, done, command, inWorkspace, json }: Kit): void {
  const all = json(
    inWorkspace(command('connections', { ja: '接続（外部サービスからの取得）', en: 'Services that are pulled' })),
  ).action(async options => {
    const { connectionsList } = await import('./command/connections.ts');
    done(await connectionsList(options, io));
  });
  json(inWorkspace(command('add', { ja: '接続の追加（JSONファイル）', en: 'Add a connection from a JSON file' }, all)))
    .argument('<file>')
    .action(async (file: string, options, self: Command) => {
      const [{ connectionAdd }, { readText }] = await Promise.all([import('./command/connections.ts'), import('./read-file.ts')]);
      const text = readText(file, io);
      done(text === undefined ? 1 : await connectionAdd(text, { ...self.parent?.opts(), ...options }, io));
    });
  for (const [name, about] of [
    ['pull', { ja: '今すぐ取得', en: 'Pull now' }],
    ['try', { ja: '接続を試す（何も保存しません）', en: 'Ask for one day; store nothing' }],
  ] as const) {
    json(inWorkspace(command(name, about, all)))
      .argument('<id>')
      .action(async (id: string, options, self: Command) => {
        const { connectionPull, connectionTry } = await import('./command/connections.ts');
        done(await (name === 'pull' ? connectionPull : connectionTry)(id, { ...self.parent?.opts(), ...options }, io));
      });
  }
}

/** `push` and `keys …`. */
export function addPush({ io, done, t, command, inWorkspace, json }: Kit): void {
  json(inWorkspace(command('push', { ja: '行を送る（JSON・NDJSON・CSV）', en: 'Push rows of JSON, NDJSON or CSV' })))
    .argument('<file>')
    .requiredOption('--dataset <id>', t('取込先のデータ', 'Dataset the rows go into'))
    .option('--key <text>', t('Idempotency-Key（既定: 内容のハッシュ）', 'Idempotency-Key (default: a hash of the content)'))
    .option('--scope <text>', t('行が代表するもの（アカウントなど）', 'What the rows speak for, such as an account'))
    .addOption(
      new Option('--replaces <what>', t('同じ日の行を置き換えるか', 'Whether rows of the same days are replaced')).choices([
        'period',
        'nothing',
      ]),
    )
    .action(async (file: string, options) => {
      const { push } = await import('./command/push.ts');
      done(await push(file, options, io));
    });
  const keys = json(inWorkspace(command('keys', { ja: 'APIキーの一覧・作成・失効', en: 'API keys of programs' }))).action(
    async options => {
      const { keysList } = await import('./command/api-keys.ts');
      done(await keysList(options, io));
    },
  );
  inWorkspace(command('add', { ja: 'キーの作成（一度だけ表示）', en: 'Make a key; it is shown once' }, keys))
    .argument('<name>')
    .option(
      '--dataset <id>',
      t('送れるデータ（繰り返し可、既定: すべて）', 'Dataset it may push to; may be repeated (default: all)'),
      (id: string, before: readonly string[]) => [...before, id],
      [],
    )
    .option('--read', t('数値の読み取りも許可', 'Also let it read figures'))
    .action(async (name: string, options, self: Command) => {
      const { keyAdd } = await import('./command/api-keys.ts');
      done(await keyAdd(name, { ...self.parent?.opts(), ...options }, io));
    });
  inWorkspace(command('revoke', { ja: 'キーの失効', en: 'Revoke a key' }, keys))
    .argument('<id>')
    .action(async (id: string, options, self: Command) => {
      const { keyRevoke } = await import('./command/api-keys.ts');
      done(await keyRevoke(id, { ...self.parent?.opts(), ...options }, io));
    });
}
