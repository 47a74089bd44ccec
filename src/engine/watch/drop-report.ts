import type { Problem } from '#core/problem/problem.ts';
import { sentenceFrom } from '#core/problem/problem.ts';
import { ENGINE_MESSAGES } from '../app/engine-messages.ts';
import type { Batch } from '../ledger/batch.ts';

/** What became of a file in the watched folder. */
export type Drop =
  | {
      readonly kind: 'imported';
      readonly batches: readonly Batch[];
      readonly known: readonly Batch[];
      readonly notes: readonly Problem[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** The report that lies beside a file, for people, in both languages. [WAT-03] */
export function dropReport(name: string, at: string, drop: Drop): string {
  return [...japanese(name, at, drop), '', ...english(name, at, drop), ''].join('\n');
}

function japanese(name: string, at: string, drop: Drop): readonly string[] {
  if (drop.kind === 'refused') {
    return [
      `${name} は取り込みませんでした（${at}）。`,
      ...drop.problems.map(
        problem => `・${lineOf(problem, line => `${line}行目: `)}${sentenceFrom(ENGINE_MESSAGES, problem, 'ja')}`,
      ),
      '直したファイルをもう一度フォルダーに置くか、画面の データ → 取込 から読み方を指定して取り込んでください。',
    ];
  }
  return [
    `${name} を取り込みました（${at}）。`,
    ...drop.batches.map(
      ({ dataset, from, to, rows, skipped, id }) =>
        `・データ「${dataset}」 ${from}〜${to} ${rows.toLocaleString('en-US')}行（読み飛ばし${skippedOf(skipped.counts)}行） 取込ID ${id}`,
    ),
    ...drop.known.map(
      ({ dataset, id, fileName }) =>
        `・データ「${dataset}」は取込済みの内容と同じです（${fileName}、取込ID ${id}）。何も変えていません。`,
    ),
    ...drop.notes.map(problem => `・${sentenceFrom(ENGINE_MESSAGES, problem, 'ja')}`),
  ];
}

function english(name: string, at: string, drop: Drop): readonly string[] {
  if (drop.kind === 'refused') {
    return [
      `${name} was not imported (${at}).`,
      ...drop.problems.map(
        problem => `- ${lineOf(problem, line => `line ${line}: `)}${sentenceFrom(ENGINE_MESSAGES, problem, 'en')}`,
      ),
      'Put the corrected file into the folder again, or import it on the screen, Data → Import, where you can say how it is to be read.',
    ];
  }
  return [
    `${name} was imported (${at}).`,
    ...drop.batches.map(
      ({ dataset, from, to, rows, skipped, id }) =>
        `- dataset "${dataset}", ${from} – ${to}, ${rows.toLocaleString('en-US')} rows (${skippedOf(skipped.counts)} skipped), import ${id}`,
    ),
    ...drop.known.map(
      ({ dataset, id, fileName }) =>
        `- dataset "${dataset}": the same content is in already (${fileName}, import ${id}); nothing was changed.`,
    ),
    ...drop.notes.map(problem => `- ${sentenceFrom(ENGINE_MESSAGES, problem, 'en')}`),
  ];
}

function lineOf({ line }: Problem, words: (line: number) => string): string {
  return line === undefined ? '' : words(line);
}

function skippedOf(counts: Readonly<Record<string, number>>): string {
  return Object.values(counts)
    .reduce((sum, count) => sum + count, 0)
    .toLocaleString('en-US');
}
