import { toNumber } from '#core/number/rational.ts';
import type { GoalCheck } from '#core/plan/check-plan.ts';
import type { PlanNode } from '#core/plan/plan.ts';
import { isInTheWay } from '#core/plan/publishable.ts';
import type { Reading } from '#core/plan/reading.ts';
import { decimalText } from '#core/plan/shown.ts';
import { isError } from '#core/problem/problem.ts';
import { formatValue } from '#core/text/format-value.ts';
import type { CheckedFile } from './checked-file.ts';
import type { Io } from './io.ts';
import { problemLine } from './problem-lines.ts';

/**
 * The check of plans for people: a line per goal, then what is wrong, then how much of it. What is only worth knowing is counted, and
 * printed with `all`.
 */
export function checkText(checked: readonly CheckedFile[], all: boolean, io: Io): string {
  return checked.map(file => textOf(file, all, io)).join('\n\n');
}

function textOf({ file, check, report }: CheckedFile, all: boolean, io: Io): string {
  const nodes = check.parsed?.plan.nodes;
  const goals = check.goals.map(goal => goalLine(goal, nodes?.get(goal.id), io));
  const shown = report.problems.filter(({ severity }) => all || severity !== 'info');
  const problems = shown.map(problem =>
    problemLine(
      { code: problem.code, severity: problem.severity, ...(problem.line === null ? {} : { line: problem.line }) },
      problem.message,
      file,
      io,
    ),
  );
  const count = (severity: 'error' | 'warning') => report.problems.filter(problem => problem.severity === severity).length;
  const toSettle = check.problems.filter(found => !isError(found) && isInTheWay(found)).length;
  const more = folded(report.problems.length - shown.length, io);
  return [...goals, ...problems, ...settled(toSettle, io), ...more, summary(count('error'), count('warning'), io)].join('\n');
}

function goalLine(goal: GoalCheck, node: PlanNode | undefined, io: Io): string {
  const { colors, lang } = io;
  const name = node?.name[lang] ?? goal.id;
  const { period, steady } = goal;
  const words = verdictWords(period, node, io);
  switch (period.verdict) {
    case 'reaches':
      return `${colors.green('●')} ${colors.bold(name)} ${words}`;
    case 'short': {
      const also =
        steady.verdict === 'reaches' && steady.coverage
          ? lang === 'ja'
            ? `年間を通して同じペースなら${percent(toNumber(steady.coverage))}`
            : `at full-year run rate ${percent(toNumber(steady.coverage))}`
          : '';
      return `${colors.red('■')} ${colors.bold(name)} ${words}${also === '' ? '' : ` ${colors.dim(also)}`}`;
    }
    case 'cannot-tell':
      return `${colors.yellow('◆')} ${colors.bold(name)} ${words}`;
  }
}

function verdictWords({ verdict, coverage, shortBy }: Reading, node: PlanNode | undefined, { lang }: Io): string {
  const share = coverage ? percent(toNumber(coverage)) : '';
  const missing = shortBy && node ? formatValue(decimalText(shortBy), node.unit, lang) : '';
  switch (verdict) {
    case 'reaches':
      return lang === 'ja' ? `届きます（目標の${share}）` : `reaches its target (${share})`;
    case 'short':
      return lang === 'ja' ? `${missing}不足します（目標の${share}）` : `falls short by ${missing} (${share} of its target)`;
    case 'cannot-tell':
      return lang === 'ja' ? '判定保留' : 'cannot tell yet';
  }
}

/** Warnings that a draft may live with and a version may not. [PLN-43] */
function settled(count: number, { colors, lang }: Io): readonly string[] {
  if (count === 0) return [];
  const text = lang === 'ja' ? `公開する前に決めること：${count}件` : `To settle before publishing: ${count}`;
  return [colors.dim(text)];
}

function folded(count: number, { colors, lang }: Io): readonly string[] {
  if (count === 0) return [];
  const text =
    lang === 'ja'
      ? `ほかに設計への助言が${count}件あります（--all で表示）`
      : `${count} more ${count === 1 ? 'piece' : 'pieces'} of advice on the design (--all shows them)`;
  return [colors.dim(text)];
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

function summary(errors: number, warnings: number, { colors, lang }: Io): string {
  if (errors === 0 && warnings === 0) return colors.green(lang === 'ja' ? '問題は見つかりませんでした。' : 'No problems found.');
  const text =
    lang === 'ja'
      ? `エラー ${errors}件、注意 ${warnings}件`
      : `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
  return errors > 0 ? colors.red(text) : colors.yellow(text);
}
