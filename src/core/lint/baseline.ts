import type { Problem } from '../problem/problem.ts';

/** Findings that were there when a baseline was written: how often each, by file. [LNT-50] */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What tells a finding from others as long as the plan is about the same things: its numbers and lines may change. [LNT-50] */
export function fingerprint({ code, at, params }: Pick<Problem, 'code' | 'at' | 'params'>): string {
  const about = Object.entries(params)
    .flatMap(([key, value]) => (key === 'nodes' && typeof value === 'object' && value !== null ? value : []))
    .toSorted();
  const place = at.filter(part => typeof part === 'string').join('.');
  return [code, place, about.join(',')].filter(part => part !== '').join(' ');
}

/** The findings that a baseline does not know. */
export function newFindings<P extends Pick<Problem, 'code' | 'at' | 'params'>>(
  problems: readonly P[],
  known: ReadonlyMap<string, number>,
): readonly P[] {
  const left = new Map(known);
  return problems.filter(problem => {
    const key = fingerprint(problem);
    const times = left.get(key) ?? 0;
    left.set(key, times - 1);
    return times <= 0;
  });
}

/** A baseline as its file holds it. */
export function baselineText(files: ReadonlyMap<string, readonly Pick<Problem, 'code' | 'at' | 'params'>[]>): string {
  const findings = Object.fromEntries(
    [...files].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([file, problems]) => [file, counted(problems)]),
  );
  return `${JSON.stringify({ rashin: 1, findings }, null, 2)}\n`;
}

function counted(problems: readonly Pick<Problem, 'code' | 'at' | 'params'>[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const problem of problems) counts.set(fingerprint(problem), (counts.get(fingerprint(problem)) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Reads a baseline's file; undefined when it is none. */
export function readBaseline(text: string): Baseline | undefined {
  const read = jsonOf(text);
  if (!isRecord(read) || read.rashin !== 1 || !isRecord(read.findings)) return undefined;
  const files = Object.entries(read.findings).map(
    ([file, findings]) => [file, isRecord(findings) ? countsOf(findings) : undefined] as const,
  );
  return files.every((entry): entry is readonly [string, ReadonlyMap<string, number>] => entry[1] !== undefined)
    ? new Map(files)
    : undefined;
}

function countsOf(findings: Readonly<Record<string, unknown>>): ReadonlyMap<string, number> | undefined {
  const counts = Object.entries(findings).map(([key, value]) => [key, typeof value === 'number' ? value : Number.NaN] as const);
  return counts.every(([, count]) => Number.isInteger(count) && count > 0) ? new Map(counts) : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
