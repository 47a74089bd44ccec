import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { goalReport } from '#contract/check-of.ts';
import type { Catalogue } from '#core/metric/catalogue.ts';
import { checkPlan } from '#core/plan/check-plan.ts';
import { sentence } from '#core/problem/sentence.ts';
import { readProductCatalogue } from '../catalogue-file.ts';
import { checkText } from '../check-text.ts';
import type { CheckedFile, ReportedProblem } from '../checked-file.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { readText } from '../read-file.ts';
import { sarif } from '../sarif.ts';

export interface CheckOptions {
  readonly format: 'text' | 'json' | 'sarif';
  /** sheet.csv of the plan; the one beside the file when absent. */
  readonly sheet?: string;
}

/** `rashin check FILE…`: needs no workspace and no network. Exit 1 when a file has errors. [CLI-10] */
export async function check(files: readonly string[], { format, sheet }: CheckOptions, io: Io): Promise<Exit> {
  const catalogue = readProductCatalogue();
  const checked: CheckedFile[] = [];
  for (const file of files) {
    const yaml = file === '-' ? await io.readInput() : readText(file, io);
    if (yaml === undefined) return EXIT.problems;
    const sheetText = sheet === undefined ? sheetBeside(file) : readText(sheet, io);
    if (sheet !== undefined && sheetText === undefined) return EXIT.problems;
    checked.push(checkedFile(file, { yaml, ...(sheetText === undefined ? {} : { sheet: sheetText }) }, catalogue, io));
  }
  switch (format) {
    case 'json':
      io.print(JSON.stringify(jsonOf(checked), null, 2));
      break;
    case 'sarif':
      io.print(JSON.stringify(sarif(checked, io), null, 2));
      break;
    case 'text':
      io.print(checkText(checked, io));
      break;
  }
  return checked.some(({ report }) => report.problems.some(({ severity }) => severity === 'error')) ? EXIT.problems : EXIT.ok;
}

function checkedFile(
  file: string,
  texts: { readonly yaml: string; readonly sheet?: string },
  catalogue: Catalogue,
  { lang }: Io,
): CheckedFile {
  const found = checkPlan(texts, catalogue);
  const problems = found.problems.map(
    (problem): ReportedProblem => ({
      code: problem.code,
      severity: problem.severity,
      at: problem.at,
      line: problem.line ?? null,
      params: problem.params,
      message: sentence(problem, lang),
    }),
  );
  return { file, check: found, report: { goals: found.goals.map(goalReport), problems } };
}

/** One file is answered with its report; several with a list of them. */
function jsonOf(checked: readonly CheckedFile[]): unknown {
  const [only] = checked;
  if (checked.length === 1 && only) return only.report;
  return { files: checked.map(({ file, report }) => ({ file, ...report })) };
}

/** `sheet.csv` in the folder of `plan.yaml`; any other plan file has its sheet named beside it: `x.yaml` and `x.sheet.csv`. */
function sheetBeside(file: string): string | undefined {
  if (file === '-') return undefined;
  const own = file.replace(/\.ya?ml$/i, '.sheet.csv');
  const named = /(?:^|[/\\])plan\.ya?ml$/i.test(file) ? [join(dirname(file), 'sheet.csv')] : [];
  const found = [...(own === file ? [] : [own]), ...named].find(candidate => existsSync(candidate));
  return found === undefined ? undefined : readFileSync(found, 'utf8');
}
