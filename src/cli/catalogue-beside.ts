import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalogue } from '#core/metric/catalogue.ts';
import { parseDefinitions } from '#core/metric/definitions-parse.ts';
import { laidOver } from '#core/metric/laid-over.ts';
import { sentence } from '#core/problem/sentence.ts';
import type { Io } from './io.ts';
import { problemLine } from './problem-lines.ts';

/** What money is in where a metrics.yaml without a workspace does not say it. */
const CURRENCY = 'JPY';

/**
 * The catalogue a plan file is read with: the product's, with the metrics of `metrics.yaml` in the same folder laid over it. [CLI-10]
 * Undefined where that file has errors, which are printed.
 */
export function catalogueBeside(file: string, catalogue: Catalogue, io: Io): Catalogue | undefined {
  const beside = join(dirname(file), 'metrics.yaml');
  if (file === '-' || !existsSync(beside)) return catalogue;
  const read = parseDefinitions(readFileSync(beside, 'utf8'), catalogue, CURRENCY);
  if (read.ok) return laidOver(catalogue, read.value);
  for (const problem of read.problems) io.print(problemLine(problem, sentence(problem, io.lang), beside, io));
  return undefined;
}
