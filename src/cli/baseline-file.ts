import { existsSync, writeFileSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { type Baseline, baselineText, newFindings, readBaseline } from '#core/lint/baseline.ts';
import type { CheckedFile } from './checked-file.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { readText } from './read-file.ts';

interface BaselineOptions {
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

const NONE: Baseline = new Map();

/** What a baseline's file knows; undefined, with a note of why, where it cannot be used. [LNT-50] */
export function knownFindings({ baseline, updateBaseline }: BaselineOptions, io: Io): Baseline | undefined {
  const isJa = io.lang === 'ja';
  if (baseline === undefined) {
    if (updateBaseline !== true) return NONE;
    io.note(
      isJa ? '--update-baseline には --baseline FILE も指定してください。' : '--update-baseline needs --baseline FILE as well.',
    );
    return undefined;
  }
  if (updateBaseline === true && !existsSync(baseline)) return NONE;
  const text = readText(baseline, io);
  const known = text === undefined ? undefined : readBaseline(text);
  if (text !== undefined && !known)
    io.note(
      isJa
        ? `${baseline} は基準ファイルではありません。--update-baseline で作り直せます。`
        : `${baseline} is no baseline. Write it anew with --update-baseline.`,
    );
  return updateBaseline === true ? NONE : known;
}

/** A file's report without what the baseline knows, and a note of how much that was. */
export function withoutKnown(checked: CheckedFile, known: Baseline, io: Io): CheckedFile {
  const found = known.get(nameOf(checked.file, io));
  if (!found) return checked;
  const problems = newFindings(checked.report.problems, found);
  const hidden = checked.report.problems.length - problems.length;
  if (hidden > 0)
    io.note(
      io.lang === 'ja'
        ? `${checked.file}: 基準ファイルにある指摘${hidden}件は表示していません。`
        : `${checked.file}: ${hidden} ${hidden === 1 ? 'finding stands' : 'findings stand'} in the baseline and ${hidden === 1 ? 'is' : 'are'} left out.`,
    );
  return { ...checked, report: { ...checked.report, problems } };
}

export function writeBaseline(file: string | undefined, checked: readonly CheckedFile[], io: Io): Exit {
  if (file === undefined) return EXIT.problems;
  const text = baselineText(new Map(checked.map(({ file: name, report }) => [nameOf(name, io), report.problems])));
  try {
    writeFileSync(file, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    io.note(io.lang === 'ja' ? `${file} に書き込めません（${code}）。` : `${file} cannot be written (${code}).`);
    return EXIT.problems;
  }
  const count = checked.reduce((sum, { report }) => sum + report.problems.length, 0);
  io.note(
    io.lang === 'ja'
      ? `指摘${count}件を ${file} に書きました。`
      : `${count} ${count === 1 ? 'finding' : 'findings'} written to ${file}.`,
  );
  return EXIT.ok;
}

/** A file as the baseline names it: from the folder the command runs in, with forward slashes, so that it is the same everywhere. */
function nameOf(file: string, { cwd }: Io): string {
  if (file === '-') return file;
  return relative(cwd, isAbsolute(file) ? file : resolve(cwd, file)).replaceAll('\\', '/');
}
