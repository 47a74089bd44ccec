import type { Text } from '#core/text/text.ts';

/** What stands behind an id that belongs to no person: a connection, a program's key, the watched folder; undefined for anything else. */
export function programName(id: string): Text | undefined {
  const [kind, ...rest] = id.split(':');
  const name = rest.join(':');
  if (name === '') return undefined;
  switch (kind) {
    case 'connection':
      return { ja: `接続「${name}」`, en: `Connection “${name}”` };
    case 'key':
      return { ja: `APIキー「${name}」`, en: `API key “${name}”` };
    case 'folder':
      return { ja: '監視フォルダー', en: 'Watched folder' };
    default:
      return undefined;
  }
}
