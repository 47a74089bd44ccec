import type { Text } from '../text/text.ts';

/** A program in whose name rows come in, beside the members: a connection, the holder of a key, the watched folder. [CON-10] */
export type ProgramKind = 'connection' | 'key' | 'folder';

/** The author's id of a program, by the name people gave it. Ids of members hold no colon. */
export function programAuthor(kind: ProgramKind, name: string): string {
  return `${kind}:${name}`;
}

/** What stands behind an author's id, in words; undefined for anybody who is no program. */
export function programName(author: string): Text | undefined {
  const [kind, ...rest] = author.split(':');
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
