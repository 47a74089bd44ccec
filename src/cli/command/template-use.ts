import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { summaryOf } from '#contract/check-of.ts';
import { defaultCalendar } from '#core/calendar/calendar-settings.ts';
import type { Day } from '#core/calendar/day.ts';
import { dayOfInstant } from '#core/calendar/instant.ts';
import { checkPlan } from '#core/plan/check-plan.ts';
import { sentence } from '#core/problem/sentence.ts';
import { makePlan } from '#core/template/make-plan.ts';
import { usualStart } from '#core/template/usual-start.ts';
import { readProductCatalogue } from '../catalogue-file.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { problemLine } from '../problem-lines.ts';
import { readProductTemplates } from '../template-file.ts';
import { check } from './check.ts';

export interface TemplateUseOptions {
  readonly set?: readonly string[];
  readonly start?: Day;
  readonly out?: string;
  readonly json?: boolean;
}

/** `rashin template use ID[+ID…]`: a plan from templates and answers, printed, or written with its sheet into a folder. [TPL-11] */
export async function templateUse(ids: string, { set = [], start, out, json }: TemplateUseOptions, io: Io): Promise<Exit> {
  const catalogue = readProductCatalogue();
  const answers = answersOf(set, io);
  if (!answers) return EXIT.problems;
  const made = makePlan(readProductTemplates(catalogue), ids.split('+'), answers, {
    catalogue,
    lang: io.lang,
    start: start ?? usualStart(dayOfInstant(Date.now(), defaultCalendar.zone)),
  });
  for (const problem of made.problems) io.note(problemLine(problem, sentence(problem, io.lang), ids, io));
  if (!made.ok) return EXIT.problems;
  const { yaml, sheet = '' } = made.value;
  if (json) {
    const { goals, problems } = summaryOf(checkPlan({ yaml, sheet }, catalogue));
    io.print(JSON.stringify({ yaml, sheet, goals, problems }, null, 2));
    return EXIT.ok;
  }
  if (out === undefined) {
    io.print(yaml.trimEnd());
    return EXIT.ok;
  }
  return written(resolve(io.cwd, out), { yaml, sheet }, io);
}

/** Never over a plan that is there already. */
async function written(dir: string, texts: { readonly yaml: string; readonly sheet: string }, io: Io): Promise<Exit> {
  const [plan, sheet] = [join(dir, 'plan.yaml'), join(dir, 'sheet.csv')];
  const there = [plan, sheet].find(file => existsSync(file));
  if (there !== undefined) {
    io.note(
      io.lang === 'ja'
        ? `${there} がすでにあります。上書きしません。別のフォルダーを指定してください。`
        : `${there} exists and is not overwritten; name another folder.`,
    );
    return EXIT.problems;
  }
  mkdirSync(dir, { recursive: true });
  writeFileSync(plan, texts.yaml);
  writeFileSync(sheet, texts.sheet);
  // That an example falls short is told, and is no failure of making it.
  await check([plan], { format: 'text' }, io);
  return EXIT.ok;
}

/** `key=value` pairs; what is none is said, and nothing is made. */
function answersOf(set: readonly string[], { note, lang }: Io): Readonly<Record<string, string>> | undefined {
  const wrong = set.find(pair => !/^[^=]+=/.test(pair));
  if (wrong === undefined)
    return Object.fromEntries(set.map(pair => [pair.split('=')[0] ?? '', pair.slice(pair.indexOf('=') + 1)]));
  note(
    lang === 'ja'
      ? `「${wrong}」は「項目=値」の形ではありません。leads=300 のように書いてください。`
      : `"${wrong}" is no key=value; write it like leads=300.`,
  );
  return undefined;
}
