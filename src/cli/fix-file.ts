import { writeFileSync } from 'node:fs';
import { fixPlan } from '#core/lint/autofix.ts';
import type { Catalogue } from '#core/metric/catalogue.ts';
import { sentence } from '#core/problem/sentence.ts';
import type { Io } from './io.ts';

interface Texts {
  readonly yaml: string;
  readonly sheet?: string;
}

/** Settles in a file what settles itself and says so; undefined, with a note, where it cannot be written. [LNT-31] */
export function fixFile(file: string, texts: Texts, catalogue: Catalogue, io: Io): Texts | undefined {
  const { lang } = io;
  if (file === '-') {
    io.note(
      lang === 'ja' ? '--fix は標準入力には使えません。ファイルを指定してください。' : '--fix needs a file, not standard input.',
    );
    return undefined;
  }
  const { yaml, settled } = fixPlan(texts, catalogue);
  if (settled.length === 0) return texts;
  try {
    writeFileSync(file, yaml);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    io.note(lang === 'ja' ? `${file} に書き込めません（${code}）。` : `${file} cannot be written (${code}).`);
    return undefined;
  }
  for (const found of settled)
    io.note(
      `${file}${found.line === undefined ? '' : `:${found.line}`} ${lang === 'ja' ? '修正' : 'fixed'} ${sentence(found, lang)}`,
    );
  return { ...texts, yaml };
}
