import { readFileSync } from 'node:fs';
import type { Io } from './io.ts';

/** The text of a file that the user named; undefined, with a note of why, where it cannot be read. */
export function readText(file: string, io: Io): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    io.note(cannotRead(file, error, io));
    return undefined;
  }
}

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
