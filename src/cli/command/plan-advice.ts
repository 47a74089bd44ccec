import { writeFileSync } from 'node:fs';
import { repairOf } from '#contract/repair-of.ts';
import { scheduleOf } from '#contract/schedule-of.ts';
import { verdictOf } from '#contract/verdict-of.ts';
import { type Rational, rationalOf, toNumber } from '#core/number/rational.ts';
import { parsePlan } from '#core/plan/build-plan.ts';
import { checkPlan } from '#core/plan/check-plan.ts';
import { decimalText } from '#core/plan/shown.ts';
import { parseAmount } from '#core/plan/target.ts';
import { type LagDistribution, lagDistribution, stageDatesIn } from '#core/planner/lag-distribution.ts';
import { type PlannerRequest, planSchedule } from '#core/planner/planner.ts';
import type { ScheduleShape } from '#core/planner/schedule.ts';
import { amountText } from '#core/planner/schedule-sheet.ts';
import type { Problem } from '#core/problem/problem.ts';
import { sentence } from '#core/problem/sentence.ts';
import { type RepairLimit, repairPlan } from '#core/repair/repair.ts';
import { readProductCatalogue } from '../catalogue-file.ts';
import { connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { planTextsFrom } from '../plan-texts.ts';
import { readText } from '../read-file.ts';
import { tableText } from '../table.ts';

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
    for (const { verdict, period } of answer.goals) {
      io.print(io.colors.bold(`${verdict.id}: ${VERDICTS[verdict.verdict][io.lang]}`));
      if (!period) continue;
      const shown = (value: string | null) => (value === null ? '–' : decimalText(fractionIn(value)));
      io.print(
        io.lang === 'ja'
          ? `  最悪の場合 ${shown(period.implied)}、目標 ${shown(period.wanted)}、差 ${shown(period.slack)}（${PROOFS[period.proof.kind].ja}）`
          : `  worst case ${shown(period.implied)}, wanted ${shown(period.wanted)}, room ${shown(period.slack)} (${PROOFS[period.proof.kind].en})`,
      );
      for (const { node, slack } of period.nodes) if (slack !== null) io.print(`    ${node}: ${shown(slack)}`);
    }
    for (const problem of found.problems) if (problem.severity === 'error') io.note(sentence(problem, io.lang));
  }
  return answer.goals.length > 0 && answer.goals.every(({ verdict }) => verdict.verdict === 'reaches') ? EXIT.ok : EXIT.problems;
}

const VERDICTS = {
  reaches: { ja: '届く', en: 'reaches' },
  short: { ja: '不足', en: 'falls short' },
  'cannot-tell': { ja: '判定保留', en: 'cannot tell yet' },
} as const;

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
      const share = answer.coverage === undefined ? '' : ` (${Math.floor(answer.coverage * 1000) / 10}%)`;
      say(
        ja ? `上限の範囲では届きません。最大で目標の${share.trim() || '一部'}です。` : `Not possible within the limits${share}.`,
      );
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

export interface ScheduleOptions extends FileOptions {
  readonly goal?: string;
  readonly lever: readonly string[];
  readonly lag: Readonly<Record<string, string>>;
  readonly max: Readonly<Record<string, string>>;
  readonly unitCost: Readonly<Record<string, string>>;
  readonly ramp?: string;
  readonly growth?: string;
  readonly season?: 'business-days';
  readonly shape?: ScheduleShape;
  readonly csv?: boolean;
  readonly apply?: string;
}

/** Delays learned from a file of stage dates; none to use when nothing in it has converted. */
function lagsLearnedFrom(file: string, io: Io): LagDistribution | undefined {
  const text = readText(file, io);
  if (text === undefined) return undefined;
  const read = stageDatesIn(text);
  return (read && lagDistribution(read.stages, read.asOf)) ?? [];
}

/** `rashin plan schedule FILE`: month by month what to create so that a goal is delivered. */
export async function planScheduleCommand(file: string, options: ScheduleOptions, io: Io): Promise<Exit> {
  const texts = await planTextsFrom(file, options.sheet, io);
  if (!texts) return EXIT.problems;
  const capacity = numbersIn(options.max, io);
  const unitCost = numbersIn(options.unitCost, io);
  const ramp = options.ramp === undefined ? undefined : parseAmount(options.ramp);
  const growth = options.growth === undefined ? undefined : parseAmount(options.growth);
  if (!capacity || !unitCost) return EXIT.problems;
  if (options.growth !== undefined && growth === undefined) return refusedNumber(`--growth ${options.growth}`, io);
  if (options.ramp !== undefined && ramp === undefined) return refusedNumber(`--ramp ${options.ramp}`, io);
  const lags = new Map<string, LagDistribution>();
  for (const [node, shares] of Object.entries(options.lag)) {
    const learned = shares.endsWith('.csv') ? lagsLearnedFrom(shares, io) : shares.split(/[,/]/).map(Number);
    if (!learned) return EXIT.problems;
    lags.set(node, learned);
  }
  const request: PlannerRequest = {
    ...(options.goal === undefined ? {} : { goal: options.goal }),
    ...(options.lever.length === 0 ? {} : { levers: options.lever }),
    ...(ramp === undefined ? {} : { ramp: Number(ramp) }),
    ...(growth === undefined ? {} : { growth: Number(growth) }),
    ...(options.season === undefined ? {} : { season: options.season }),
    ...(options.shape === undefined ? {} : { shapes: [options.shape] }),
    lags,
    capacity: new Map([...capacity].map(([node, value]) => [node, toNumber(value)])),
    unitCost: new Map([...unitCost].map(([node, value]) => [node, toNumber(value)])),
  };
  const answer = planSchedule(texts, readProductCatalogue(), request);
  if (options.json) io.print(JSON.stringify(scheduleOf(answer), null, 2));
  tell(answer.problems, io);
  if (answer.kind === 'refused') return EXIT.problems;
  const [first] = answer.schedules;
  if (options.csv && first && !options.json) {
    io.print(['node', 'kind', ...answer.months].join(','));
    for (const [node, values] of first.levers) io.print([node, 'target', ...values.map(amountText)].join(','));
  } else if (!options.json) {
    for (const { shape, levers, months } of answer.schedules) {
      io.print(io.colors.bold(SHAPES[shape][io.lang]));
      const head = [
        { heading: io.lang === 'ja' ? '月' : 'Month' },
        ...[...levers.keys()].map(heading => ({ heading })),
        { heading: io.lang === 'ja' ? '見込み' : 'Expected' },
        { heading: io.lang === 'ja' ? '目標' : 'Target' },
        { heading: io.lang === 'ja' ? '状態' : 'State' },
        { heading: io.lang === 'ja' ? '確率' : 'Chance' },
      ];
      const rows = months.map(({ month, delivered, target, state, chance }, i) => [
        month,
        ...[...levers.values()].map(values => amountText(values[i] ?? 0)),
        amountText(Math.round(delivered * 100) / 100),
        amountText(Math.round(target * 100) / 100),
        STATES[state][io.lang],
        chance === undefined ? '–' : `${Math.round(chance * 100)}%`,
      ]);
      io.print(tableText(head, rows));
    }
  }
  if (options.apply !== undefined && first?.texts) {
    writeFileSync(options.apply, first.texts.sheet);
    io.note(io.lang === 'ja' ? `${options.apply} に書き込みました。` : `Written to ${options.apply}.`);
  }
  return EXIT.ok;
}

const SHAPES = {
  smooth: { ja: 'なだらかに増やす案', en: 'Smooth' },
  even: { ja: 'できるだけ均等な案', en: 'As even as possible' },
  earliest: { ja: '最も早く届かせる案', en: 'As early as possible' },
  cheapest: { ja: '最も少ない費用の案', en: 'The least cost' },
  seasonal: { ja: '季節に合わせる案', en: 'With the season' },
} as const;

const STATES = {
  over: { ja: '実績', en: 'over' },
  met: { ja: '届く', en: 'met' },
  'out-of-reach': { ja: '範囲外', en: 'out of reach' },
  'not-influenceable': { ja: '変えられない', en: 'cannot be influenced' },
} as const;

function tell(problems: readonly Problem[], io: Io): void {
  for (const problem of problems) io.note(sentence(problem, io.lang));
}

/** Values by node; says which one is no number. */
function numbersIn(texts: Readonly<Record<string, string>>, io: Io): ReadonlyMap<string, Rational> | undefined {
  const numbers = new Map<string, Rational>();
  for (const [node, text] of Object.entries(texts)) {
    const value = parseAmount(text);
    if (value === undefined) {
      refusedNumber(`${node}=${text}`, io);
      return undefined;
    }
    numbers.set(node, rationalOf(value));
  }
  return numbers;
}

function refusedNumber(text: string, io: Io): Exit {
  io.note(io.lang === 'ja' ? `「${text}」は数値として読めません。` : `"${text}" cannot be read as a number.`);
  return EXIT.problems;
}
