import type { Io } from './io.ts';

/** Why a file that the user named cannot be read, in a sentence. */
export function cannotRead(file: string, error: unknown, { lang }: Pick<Io, 'lang'>): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return lang === 'ja' ? `${file} がありません。パスを確かめてください。` : `There is no ${file}. Check the path.`;
    case 'EISDIR':
      return lang === 'ja' ? `${file} はフォルダーです。ファイルを指定してください。` : `${file} is a folder. Name a file.`;
    case 'EACCES':
    case 'EPERM':
      return lang === 'ja' ? `${file} を読む権限がありません。` : `You may not read ${file}.`;
    default:
      return lang === 'ja' ? `${file} を読めません（${code}）。` : `${file} cannot be read (${code}).`;
  }
}
