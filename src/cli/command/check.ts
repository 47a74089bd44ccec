import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { goalReport } from '#contract/check-of.ts';
import { type PlanReview, reviewKnowing } from '#core/lint/review-plan.ts';
import { checkPlan } from '#core/plan/check-plan.ts';
import type { Problem } from '#core/problem/problem.ts';
import { sentence } from '#core/problem/sentence.ts';
import { knownFindings, withoutKnown, writeBaseline } from '../baseline-file.ts';
import { catalogueBeside } from '../catalogue-beside.ts';
import { readProductCatalogue } from '../catalogue-file.ts';
import { type KnowledgeOf, type KnowledgeOptions, withKnowledge } from '../check-knowledge.ts';
import { checkText } from '../check-text.ts';
import type { CheckedFile, ReportedProblem } from '../checked-file.ts';
import { fixFile } from '../fix-file.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { readText } from '../read-file.ts';
import { sarif } from '../sarif.ts';

export interface CheckOptions extends KnowledgeOptions {
  readonly format: 'text' | 'json' | 'sarif';
  /** sheet.csv of the plan; the one beside the file when absent. */
  readonly sheet?: string;
  /** Settles in the files what settles itself, before they are checked. [LNT-31] */
  readonly fix?: boolean;
  /** File of findings that are known and not reported again. [LNT-50] */
  readonly baseline?: string;
  /** Prints advice too, which the text otherwise only counts. */
  readonly all?: boolean;
  /** Writes what is found now into the baseline. */
  readonly updateBaseline?: boolean;
}

/** `rashin check FILE…`: needs no workspace and no network. Exit 1 when a file has errors. [CLI-10] */
export async function check(files: readonly string[], options: CheckOptions, io: Io): Promise<Exit> {
  return (await withKnowledge(options, io, knowledgeOf => checkFiles(files, options, knowledgeOf, io))) ?? EXIT.problems;
}

async function checkFiles(files: readonly string[], options: CheckOptions, knowledgeOf: KnowledgeOf, io: Io): Promise<Exit> {
  const { sheet } = options;
  const product = readProductCatalogue();
  const known = knownFindings(options, io);
  if (!known) return EXIT.problems;
  const checked: CheckedFile[] = [];
  for (const file of files) {
    const yaml = file === '-' ? await io.readInput() : readText(file, io);
    if (yaml === undefined) return EXIT.problems;
    const catalogue = catalogueBeside(file, product, io);
    if (!catalogue) return EXIT.problems;
    const sheetText = sheet === undefined ? sheetBeside(file) : readText(sheet, io);
    if (sheet !== undefined && sheetText === undefined) return EXIT.problems;
    const texts = { yaml, ...(sheetText === undefined ? {} : { sheet: sheetText }) };
    const fixed = options.fix === true ? fixFile(file, texts, catalogue, io) : texts;
    if (!fixed) return EXIT.problems;
    const found = checkPlan(fixed, catalogue);
    checked.push(checkedFile(file, reviewKnowing(found, catalogue, await knowledgeOf(found, fixed)), io));
  }
  if (options.updateBaseline === true) return writeBaseline(options.baseline, checked, io);
  return report(
    checked.map(file => withoutKnown(file, known, io)),
    options,
    io,
  );
}

function report(checked: readonly CheckedFile[], { format, all = false }: CheckOptions, io: Io): Exit {
  switch (format) {
    case 'json':
      io.print(JSON.stringify(jsonOf(checked), null, 2));
      break;
    case 'sarif':
      io.print(JSON.stringify(sarif(checked, io), null, 2));
      break;
    case 'text':
      io.print(checkText(checked, all, io));
      break;
  }
  return checked.some(({ report }) => report.problems.some(({ severity }) => severity === 'error')) ? EXIT.problems : EXIT.ok;
}

function checkedFile(file: string, found: PlanReview, { lang }: Io): CheckedFile {
  const reported = (problem: Problem): ReportedProblem => ({
    code: problem.code,
    severity: problem.severity,
    at: problem.at,
    line: problem.line ?? null,
    params: problem.params,
    message: sentence(problem, lang),
  });
  const ignored = found.ignored.map(({ problem, ignore }) => ({ ...reported(problem), because: ignore.because[lang] }));
  const problems = found.problems.map(reported);
  return {
    file,
    check: found,
    report: { goals: found.goals.map(goalReport), problems, ...(ignored.length > 0 ? { ignored } : {}) },
  };
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
