import { connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { tableText } from '../table.ts';

/** `rashin keys`: keys of programs. [KEY-01] */
export async function keysList(options: WorkspaceOptions & { readonly json?: boolean }, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const { keys } = valueOr(await ask('apiKeys'));
    const ja = io.lang === 'ja';
    const head = [
      { heading: 'ID' },
      { heading: ja ? '名前' : 'Name' },
      { heading: ja ? '送信先' : 'Pushes to' },
      { heading: ja ? '読み取り' : 'Reads' },
      { heading: '' },
    ];
    const rows = keys.map(({ id, name, rights: { push, read }, revokedAt }) => [
      id,
      name,
      push === 'all' ? (ja ? 'すべて' : 'all') : push.join(', '),
      read ? '●' : '',
      revokedAt ? (ja ? '失効' : 'revoked') : '',
    ]);
    io.print(options.json ? JSON.stringify(keys, null, 2) : tableText(head, rows));
    return EXIT.ok;
  });
}

/** `rashin keys add NAME`: makes a key and prints it, this once. [KEY-02] */
export async function keyAdd(
  name: string,
  options: WorkspaceOptions & { readonly dataset: readonly string[]; readonly read?: boolean },
  io: Io,
): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const push = options.dataset.length > 0 ? options.dataset : options.read ? [] : ('all' as const);
    const { text } = valueOr(await ask('createApiKey', { body: { name, rights: { push, read: options.read ?? false } } }));
    io.print(text);
    io.note(io.lang === 'ja' ? 'このキーは二度と表示しません。' : 'This key is not shown again.');
    return EXIT.ok;
  });
}

/** `rashin keys revoke ID`. */
export async function keyRevoke(id: string, options: WorkspaceOptions, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const { key } = valueOr(await ask('revokeApiKey', { key: id }));
    io.print(io.lang === 'ja' ? `キー${key.name}を失効させました。` : `The key ${key.name} was revoked.`);
    return EXIT.ok;
  });
}
