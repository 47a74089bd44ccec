import { writeFileSync } from 'node:fs';
import { repairOf } from '#contract/repair-of.ts';
import { verdictOf } from '#contract/verdict-of.ts';
import { type Rational, rationalOf, toNumber } from '#core/number/rational.ts';
import { parsePlan } from '#core/plan/build-plan.ts';
import { checkPlan } from '#core/plan/check-plan.ts';
import { decimalText } from '#core/plan/shown.ts';
import { amountText } from '#core/planner/schedule-sheet.ts';
import { sentence } from '#core/problem/sentence.ts';
import { type RepairLimit, repairPlan } from '#core/repair/repair.ts';
import { formatDifference } from '#core/text/format-change.ts';
import { formatValue } from '#core/text/format-value.ts';
import type { Lang } from '#core/text/text.ts';
import type { Unit } from '#core/unit/unit.ts';
import { readProductCatalogue } from '../catalogue-file.ts';
import { connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { planTextsFrom } from '../plan-texts.ts';
import { numbersIn } from './numbers-in.ts';

interface FileOptions {
  readonly sheet?: string;
  readonly json?: boolean;
}

/** `rashin plan verdict FILE`: the verdict on each goal with the calculation it rests on. Exit 1 when one is not reached. */
export async function planVerdict(file: string, options: FileOptions, io: Io): Promise<Exit> {
  const texts = await planTextsFrom(file, options.sheet, io);
  if (!texts) return EXIT.problems;
  const found = checkPlan(texts, readProductCatalogue());
  const answer = verdictOf(found);
  if (options.json) io.print(JSON.stringify(answer, null, 2));
  else {
    const nodes = found.parsed?.plan.nodes;
    const nameOf = (id: string) => nodes?.get(id)?.name[io.lang] ?? id;
    const shown = (id: string, value: string | null, write: (value: string, unit: Unit, lang: Lang) => string = formatValue) =>
      value === null ? '–' : write(decimalText(fractionIn(value)), nodes?.get(id)?.unit ?? { kind: 'count' }, io.lang);
    for (const { verdict, period } of answer.goals) {
      io.print(io.colors.bold(`${nameOf(verdict.id)}: ${VERDICTS[verdict.verdict][io.lang]}`));
      if (!period) continue;
      const [implied, wanted] = [shown(verdict.id, period.implied), shown(verdict.id, period.wanted)];
      const slack = shown(verdict.id, period.slack, formatDifference);
      io.print(
        io.lang === 'ja'
          ? `  最悪の場合 ${implied}、目標 ${wanted}、差 ${slack}（${PROOFS[period.proof.kind].ja}）`
          : `  worst case ${implied}, wanted ${wanted}, room ${slack} (${PROOFS[period.proof.kind].en})`,
      );
      for (const { node, slack: own } of period.nodes)
        if (own !== null && node !== verdict.id) io.print(`    ${nameOf(node)}: ${shown(node, own, formatDifference)}`);
    }
    for (const problem of found.problems)
      if (problem.severity === 'error' || WHY.has(problem.code)) io.note(sentence(problem, io.lang));
  }
  return answer.goals.length > 0 && answer.goals.every(({ verdict }) => verdict.verdict === 'reaches') ? EXIT.ok : EXIT.problems;
}

const VERDICTS = {
  reaches: { ja: '届く', en: 'reaches' },
  short: { ja: '不足', en: 'falls short' },
  'cannot-tell': { ja: '判定保留', en: 'cannot tell yet' },
} as const;

/** Findings that say why a verdict cannot be told, besides errors. */
const WHY: ReadonlySet<string> = new Set(['goal-undefined', 'not-monotone', 'unbounded-driver', 'baseline-needed']);

const PROOFS = {
  corner: { ja: 'これより悪い場合はありません', en: 'no case is worse' },
  parts: { ja: '届かない場合はありません', en: 'no case misses' },
  case: { ja: '届かない例', en: 'a case that misses' },
  none: { ja: '見つかった中で最悪', en: 'the worst case found' },
} as const;

function fractionIn(text: string): Rational {
  const [over = '0', under] = text.split('/');
  const value = rationalOf(over);
  return under === undefined ? value : { numerator: BigInt(over), denominator: BigInt(under) };
}

export interface RepairOptions extends FileOptions, WorkspaceOptions {
  readonly goal?: string;
  readonly fix: readonly string[];
  readonly max: Readonly<Record<string, string>>;
  readonly weight: Readonly<Record<string, string>>;
  /** A plan of the workspace whose own bests and benchmarks are the limits. */
  readonly within?: string;
  readonly apply?: string;
}

/** `rashin plan repair FILE`: the cheapest change with which a goal is reached. Exit 1 when there is none. */
export async function planRepair(file: string, options: RepairOptions, io: Io): Promise<Exit> {
  const texts = await planTextsFrom(file, options.sheet, io);
  if (!texts) return EXIT.problems;
  const limits = numbersIn(options.max, io);
  const weights = numbersIn(options.weight, io);
  if (!limits || !weights) return EXIT.problems;
  const best = new Map<string, RepairLimit>();
  if (options.within !== undefined) {
    const plan = options.within;
    const exit = await connected(options, io, async ({ ask }) => {
      const { limits: found } = valueOr(await ask('repairLimits', { plan }));
      const parsed = parsePlan(texts, readProductCatalogue());
      for (const [node, { value, why }] of Object.entries(found))
        if (parsed.ok && parsed.value.plan.nodes.has(node)) best.set(node, { value: rationalOf(value), why });
      return EXIT.ok;
    });
    if (exit !== EXIT.ok) return exit;
  }
  const answer = repairPlan(texts, readProductCatalogue(), {
    ...(options.goal === undefined ? {} : { goal: options.goal }),
    fixed: new Set(options.fix),
    limits: new Map([...best, ...[...limits].map(([node, value]) => [node, { value, why: 'yours' as const }] as const)]),
    weights: new Map([...weights].map(([node, value]) => [node, toNumber(value)])),
  });
  if (options.json) io.print(JSON.stringify(repairOf(answer), null, 2));
  const ja = io.lang === 'ja';
  const say = options.json ? () => undefined : io.print;
  switch (answer.kind) {
    case 'refused':
      for (const problem of answer.problems) io.note(sentence(problem, io.lang));
      return EXIT.problems;
    case 'nothing-needed':
      say(
        ja
          ? `「${answer.goal}」は届いています。直すところはありません。`
          : `"${answer.goal}" is reached. Nothing needs to change.`,
      );
      return EXIT.ok;
    case 'cannot-tell':
      say(
        ja
          ? `「${answer.goal}」に届くかどうかがまだ決まりません。rashin check の指摘を先に直してください。`
          : `Whether "${answer.goal}" is reached cannot be told yet. Put right what rashin check says first.`,
      );
      return EXIT.problems;
    case 'impossible': {
      const share = answer.coverage === undefined ? undefined : `${Math.floor(answer.coverage * 1000) / 10}%`;
      const most = share === undefined ? '' : ja ? `最大でも目標の${share}です。` : ` At most ${share} of the target.`;
      say(ja ? `上限の範囲では届きません。${most}` : `Not possible within the limits.${most}`);
      for (const { node, limit, why } of answer.binding) say(`  ${node} ≤ ${amountText(limit)} (${REASONS[why][io.lang]})`);
      return EXIT.problems;
    }
    case 'repaired':
      for (const { kind, edits, harms } of answer.offers) {
        say(io.colors.bold(OFFERS[kind][io.lang]));
        for (const { node, target, factor, cells } of edits) {
          const cellText = cells.size > 0 ? `sheet.csv: ${[...cells.values()].join(' ')}` : '';
          say(`  ${node}: ${[target, cellText].filter(Boolean).join(' · ')} (×${factor.toFixed(4)})`);
        }
        if (harms.length > 0) say(`  ${ja ? '届かなくなる目標' : 'no longer reached'}: ${harms.join(', ')}`);
      }
      if (options.apply !== undefined) {
        const [first] = answer.offers;
        if (first) {
          writeFileSync(options.apply, first.texts.yaml);
          if (first.texts.sheet !== '') writeFileSync(options.apply.replace(/(?:\.ya?ml)?$/i, '.sheet.csv'), first.texts.sheet);
          io.note(ja ? `${options.apply} に書き込みました。` : `Written to ${options.apply}.`);
        }
      }
      return EXIT.ok;
  }
}

const OFFERS = {
  cheapest: { ja: '全体で少しずつ変える案', en: 'A little of everything' },
  few: { ja: '効果の大きい指標だけを変える案', en: 'Only those with the most effect' },
  one: { ja: '1つだけ変える案', en: 'One alone' },
} as const;

const REASONS = {
  yours: { ja: '指定された上限', en: 'your limit' },
  capacity: { ja: '能力の上限', en: 'capacity' },
  'own-best': { ja: '自社の最高値', en: 'own best' },
  benchmark: { ja: '業界の水準', en: 'benchmark' },
  nature: { ja: '率の上限', en: 'a rate cannot pass it' },
  budget: { ja: '予算', en: 'budget' },
} as const;
