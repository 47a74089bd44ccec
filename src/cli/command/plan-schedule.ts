import { writeFileSync } from 'node:fs';
import { scheduleOf } from '#contract/schedule-of.ts';
import { toNumber } from '#core/number/rational.ts';
import { parseAmount } from '#core/plan/target.ts';
import { type PlannerRequest, planSchedule, type ScheduledStep } from '#core/planner/planner.ts';
import type { ScheduleShape } from '#core/planner/schedule.ts';
import { amountText } from '#core/planner/schedule-sheet.ts';
import type { Problem } from '#core/problem/problem.ts';
import { sentence } from '#core/problem/sentence.ts';
import { readProductCatalogue } from '../catalogue-file.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { planTextsFrom } from '../plan-texts.ts';
import { tableText } from '../table.ts';
import { numbersIn, refusedNumber } from './numbers-in.ts';
import { actualsIn, delaysIn, ofGoal } from './schedule-files.ts';

export interface ScheduleOptions {
  readonly sheet?: string;
  readonly json?: boolean;
  readonly goal?: string;
  readonly weeks?: boolean;
  readonly days?: 'business-days' | 'calendar-days';
  readonly lever: readonly string[];
  readonly lag: Readonly<Record<string, string>>;
  readonly actuals?: string;
  readonly catchUp?: boolean;
  readonly max: Readonly<Record<string, string>>;
  readonly unitCost: Readonly<Record<string, string>>;
  readonly ramp?: string;
  readonly growth?: string;
  readonly season?: 'business-days';
  readonly shape?: ScheduleShape;
  readonly csv?: boolean;
  readonly apply?: string;
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
  const delays = delaysIn(options.lag, io);
  const actuals = options.actuals === undefined ? undefined : actualsIn(options.actuals, io);
  if (!delays || (options.actuals !== undefined && !actuals)) return EXIT.problems;
  const request: PlannerRequest = {
    ...(options.goal === undefined ? {} : { goal: options.goal }),
    ...(options.weeks ? { rhythm: 'week' as const } : {}),
    ...(options.days === undefined ? {} : { days: options.days }),
    ...(options.lever.length === 0 ? {} : { levers: options.lever }),
    ...(ramp === undefined ? {} : { ramp: Number(ramp) }),
    ...(growth === undefined ? {} : { growth: Number(growth) }),
    ...(options.season === undefined ? {} : { season: options.season }),
    ...(options.shape === undefined ? {} : { shapes: [options.shape] }),
    ...delays,
    ...(actuals ? { actuals: ofGoal(actuals, texts, options.goal) } : {}),
    ...(options.catchUp ? { catchUp: true } : {}),
    capacity: new Map([...capacity].map(([node, value]) => [node, toNumber(value)])),
    unitCost: new Map([...unitCost].map(([node, value]) => [node, toNumber(value)])),
  };
  const answer = planSchedule(texts, readProductCatalogue(), request);
  if (options.json) io.print(JSON.stringify(scheduleOf(answer), null, 2));
  tell(answer.problems, io);
  if (answer.kind === 'refused') return EXIT.problems;
  const [first] = answer.schedules;
  if (options.csv && first && !options.json) {
    const weeks = first.weeks ?? [];
    io.print(['node', 'kind', ...answer.months, ...weeks.map(({ week }) => week)].join(','));
    for (const [node, values] of first.levers)
      io.print([node, 'target', ...[...values, ...weeks.map(({ levers }) => levers[node] ?? 0)].map(amountText)].join(','));
  } else if (!options.json) {
    for (const { shape, levers, months, weeks } of answer.schedules) {
      io.print(io.colors.bold(SHAPES[shape][io.lang]));
      const names = [...levers.keys()];
      const rows = weeks
        ? weeks.map(week =>
            stepRow(
              `${week.from.slice(5)}–${week.to.slice(5)}`,
              names.map(node => week.levers[node] ?? 0),
              week,
              io,
            ),
          )
        : months.map((month, i) =>
            stepRow(
              month.month,
              [...levers.values()].map(values => values[i] ?? 0),
              month,
              io,
            ),
          );
      io.print(tableText(headOf(names, weeks !== undefined, io), rows));
    }
  }
  if (options.apply !== undefined && first?.texts) {
    writeFileSync(options.apply, first.texts.sheet);
    io.note(io.lang === 'ja' ? `${options.apply} に書き込みました。` : `Written to ${options.apply}.`);
  }
  return EXIT.ok;
}

function headOf(levers: readonly string[], isWeekly: boolean, { lang }: Io): readonly { readonly heading: string }[] {
  const ja = lang === 'ja';
  const first = isWeekly ? (ja ? '週' : 'Week') : ja ? '月' : 'Month';
  const rest = ja ? ['見込み', '目標', '状態', '確率'] : ['Expected', 'Target', 'State', 'Chance'];
  return [first, ...levers, ...rest].map(heading => ({ heading }));
}

function stepRow(
  name: string,
  amounts: readonly number[],
  { delivered, target, state, chance }: ScheduledStep,
  { lang }: Io,
): readonly string[] {
  return [
    name,
    ...amounts.map(amountText),
    amountText(Math.round(delivered * 100) / 100),
    amountText(Math.round(target * 100) / 100),
    STATES[state][lang],
    chance === undefined ? '–' : `${Math.round(chance * 100)}%`,
  ];
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
