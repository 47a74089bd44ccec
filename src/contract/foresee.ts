import { z } from 'zod';
import { endpoint, type ResponseOf } from './endpoint.ts';
import { planId, versionEntry } from './plan.ts';
import { problem } from './problem.ts';
import { day, dayRange, list, text } from './scalar.ts';
import { unit } from './unit.ts';

/** Tenth, half and nine tenths of the outcomes lie below; in the node's unit. */
const band = z.strictObject({ p10: z.number(), p50: z.number(), p90: z.number() }).meta({ id: 'Band' });

/** What a forecast rests on. */
const basis = z
  .strictObject({
    /** Past values it is made from, and places between them without one. */
    values: z.int(),
    gaps: z.int(),
    method: z.enum(['smoothing', 'theta', 'combined']),
    seasonal: z.boolean(),
    /** Places in the history (from 0) of values that stand alone, and at which the level jumped for good. */
    outliers: list(z.int()),
    shifts: list(z.int()),
    /** How the intervals would have done in the past; null while that cannot be told. */
    coverage: z
      .strictObject({
        coverage80: z.number(),
        coverage90: z.number(),
        /** Values compared, from so many past forecasts. */
        n: z.int(),
        origins: z.int(),
        /** By how much the intervals were made wider (above 1) or narrower for it. */
        widening: z.number(),
      })
      .nullable(),
    notes: list(z.enum(['short-history', 'season-unknown', 'never-changes', 'all-zero', 'negative-values'])),
    /** All of this in words. */
    sentences: list(text),
  })
  .meta({ id: 'ForecastBasis' });

const point = z.strictObject({
  from: day,
  to: day,
  median: z.number(),
  low80: z.number(),
  high80: z.number(),
  low90: z.number(),
  high90: z.number(),
});

/** One history and its forecast. */
const series = z
  .strictObject({
    past: list(z.strictObject({ from: day, to: day, value: z.number().nullable() })),
    /** The first month ahead is the running one, with what has happened in it. Empty where nothing can be forecast. */
    ahead: list(point),
    /** Null where there are no values; `why` then says so. */
    basis: basis.nullable(),
    why: text.nullable(),
  })
  .meta({ id: 'SeriesForecast' });

const asked = {
  /** Last day of data that counts; the last one for which the sources have arrived when absent. */
  to: day.exactOptional(),
  /** Shows plan, definitions and observations as stored on that day. */
  'as-known': day.exactOptional(),
  /** Number or name of the version of the plan; the newest when absent. */
  version: z.string().exactOptional(),
};

/** Plain numbers of the whole months beside their forecast. */
const outlook = z
  .strictObject({
    /** A straight line through the last twelve months; `next`: its value for the month after them. Null with less than two. */
    trend: z
      .strictObject({
        slope: z.number(),
        next: z.number(),
        /** When it reaches the target; null when it never does. */ reachedIn: dayRange.nullable(),
      })
      .nullable(),
    /** Mean of the last three months. */
    average: z.number().nullable(),
    /** Each month of the year against the others (1: as the mean), beginning with the month of the first value; null with less than two years. */
    season: list(z.number()).nullable(),
    /** Mean size of past one-month errors as a fraction; null where there were none. */
    mape: z.number().nullable(),
    /** What the plan wants of its last month, and the probability that the month meets it; null without a target. */
    target: z.strictObject({ value: z.number(), from: day, to: day }).nullable(),
    probability: z.number().nullable(),
    /** Compounding growth a month without the months of initiatives, and the months ahead if nothing is done; null where it cannot be told. */
    natural: z
      .strictObject({
        growth: z.number(),
        /** Months left out because an initiative was at work. */
        leftOut: z.int(),
        line: list(z.strictObject({ from: day, to: day, value: z.number() })),
      })
      .nullable(),
    sentences: list(text),
  })
  .meta({ id: 'SeriesOutlook' });

/** The forecast of one node from its own history. */
export const nodeForecast = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/forecast/:node',
  concept: 'foresee',
  summary: { ja: '指標1件の予測（月・日）', en: 'Forecast of one node, by month and day' },
  params: z.strictObject({ plan: planId, node: z.string() }),
  query: z.strictObject(asked),
  response: z.strictObject({
    plan: z.string(),
    version: versionEntry,
    to: day,
    today: day,
    asKnown: day.nullable(),
    node: z.string(),
    name: text,
    unit,
    monthly: series,
    outlook,
    /** Null where too few days have a value. */
    daily: series.nullable(),
    problems: list(problem),
  }),
});

const mover = z.strictObject({
  leaf: z.string(),
  /** Probability of the goal, and mean landing, in the half of the outcomes in which the driver runs high, and in the other. */
  probabilityHigh: z.number(),
  probabilityLow: z.number(),
  landingHigh: z.number(),
  landingLow: z.number(),
  sentence: text,
});

const nodeLanding = z
  .strictObject({
    node: z.string(),
    /** `formula`: calculated from its parts · `history`: forecast by itself · `plan`: nobody measures it, taken as planned · `unknown`: neither. */
    origin: z.enum(['formula', 'history', 'plan', 'unknown']),
    /** Over the plan, or its months with a target. Null where it cannot be told; `why` then says so. */
    landing: band.nullable(),
    why: text.nullable(),
    wanted: z.strictObject({ low: z.number().nullable(), high: z.number().nullable() }),
    /** Share of the outcomes that meet the target; null without a target. */
    probability: z.number().nullable(),
    /** Flows: what happened in the plan so far; others: their last month. Null with no data. */
    soFar: z.number().nullable(),
    /** By plan month, in the order of `months`. */
    months: list(band.nullable()),
    /** Flows: from the plan's start to the end of each month; null for others. */
    cumulative: list(band.nullable()).nullable(),
    /** With the registered effects of initiatives that are still to come; null where there are none. */
    withEffects: z.strictObject({ landing: band.nullable(), probability: z.number().nullable() }).nullable(),
    /** Goals: the three drivers that move the probability most, strongest first. */
    movers: list(mover),
    /** Goals that miss in the middle: what each driver alone would have to be in the months ahead, nearest first. */
    reach: list(
      z.strictObject({
        leaf: z.string(),
        /** Mean of its months ahead as expected, and as it would have to be; null where it alone is not enough. */
        now: z.number(),
        needed: z.number().nullable(),
        sentence: text,
      }),
    ),
  })
  .meta({ id: 'NodeLanding' });

/** Where it is known from that one node moves before another: delays of formulas, a delay stated with an influence, or the past. */
const leadBy = z.enum(['formula', 'stated', 'history']);

const warning = z
  .strictObject({
    node: z.string(),
    by: day,
    /** `misses`: the middle of the landing misses the target · `pace`: it does not, but the rest has to run more than a tenth faster. */
    why: z.enum(['misses', 'pace']),
    target: z.number(),
    landing: z.number(),
    shortfall: z.number(),
    probability: z.number(),
    /** Flows only. */
    pace: z
      .strictObject({
        remaining: z.number(),
        daysLeft: z.int(),
        businessDaysLeft: z.int(),
        neededPerDay: z.number().nullable(),
        neededPerBusinessDay: z.number().nullable(),
        soFarPerDay: z.number(),
        soFarPerBusinessDay: z.number().nullable(),
        ratio: z.number().nullable(),
      })
      .nullable(),
    /** The first month in which the miss will show, and the earlier months of leading nodes it comes from; null where no single month misses. */
    shows: z
      .strictObject({
        from: day,
        to: day,
        leaders: list(
          z.strictObject({
            node: z.string(),
            from: day,
            to: day,
            months: z.number(),
            by: leadBy,
            value: z.number(),
            wanted: z.number(),
          }),
        ),
        sentence: text,
      })
      .nullable(),
    sentence: text,
  })
  .meta({ id: 'EarlyWarning' });

/** A leading node that fell in the last whole month, and when the goal is expected to. */
const fall = z
  .strictObject({
    node: z.string(),
    /** The month it fell in, and by how much against the month before; below 0. */
    from: day,
    to: day,
    change: z.number(),
    goal: z.string(),
    months: z.number(),
    by: leadBy,
    showsIn: dayRange,
    sentence: text,
  })
  .meta({ id: 'LeadingFall' });

const pipeline = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('pipeline'),
    goal: z.string(),
    /** The dataset with the deals. */
    dataset: z.string(),
    won: z.number(),
    stages: list(
      z.strictObject({
        stage: z.string(),
        count: z.number(),
        amount: z.number(),
        probabilityBySales: z.number().nullable(),
        probabilityByHistory: z.number().nullable(),
      }),
    ),
    open: z.number(),
    /** Of it, past the expected day of closing. */
    overdue: z.number(),
    openBySales: z.number(),
    openByHistory: z.number(),
    /** From deals that do not exist yet. */
    toCome: z.number(),
    landingBySales: z.number(),
    landingByHistory: z.number(),
    winRate: z.number().nullable(),
    /** Days a deal is taken to last in the middle. */
    cycleDays: z.number(),
    /** How it differs from the simulated landing, and why. */
    sentences: list(text),
  }),
  z.strictObject({ state: z.literal('none'), why: z.enum(['no-goal', 'no-deals', 'past']), sentence: text }),
]);

/** Where a plan will land: goals, nodes, months, warnings, and sales' own view beside it. */
export const landing = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/landing',
  concept: 'foresee',
  summary: {
    ja: '着地見込（達成確率・月別の幅・早期警告・ヨミ）',
    en: 'Where a plan will land: probability, bands, warnings, pipeline',
  },
  params: z.strictObject({ plan: planId }),
  query: z.strictObject({
    ...asked,
    /** The same seed gives the same numbers. */
    seed: z.coerce.number<number | string>().int().min(0).max(Number.MAX_SAFE_INTEGER).default(1),
    draws: z.coerce.number<number | string>().int().min(100).max(50_000).default(10_000),
  }),
  response: z.strictObject({
    plan: z.string(),
    name: text,
    version: versionEntry,
    to: day,
    today: day,
    asKnown: day.nullable(),
    period: dayRange,
    seed: z.number(),
    draws: z.int(),
    /** The plan's months. */
    months: list(z.strictObject({ from: day, to: day, state: z.enum(['over', 'running', 'ahead']) })),
    /** Goals first. */
    nodes: list(nodeLanding),
    /** The drivers that were drawn, and what their forecasts rest on. */
    leaves: list(z.strictObject({ node: z.string(), basis, medians: list(z.number()) })),
    /** Measured ÷ calculated of delayed formulas over past months, and what the months ahead were multiplied with for it. */
    fits: list(z.strictObject({ node: z.string(), ratio: z.number(), months: z.int(), factor: z.number() })),
    warnings: list(warning),
    falls: list(fall),
    /** Drivers that nobody measures and that are taken as planned. */
    assumed: list(z.string()),
    /** Initiatives whose registered effect is still to come. */
    initiatives: list(z.strictObject({ id: z.string(), title: z.string() })),
    pipeline,
    /** How all of this is worked out, in words. */
    method: list(text),
    problems: list(problem),
  }),
});

/** How the same landing would have done at the ends of earlier months. */
export const landingRecord = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/landing/record',
  concept: 'foresee',
  summary: { ja: '過去の着地見込と結果', en: 'Landings of earlier months and what came true' },
  params: z.strictObject({ plan: planId }),
  query: z.strictObject(asked),
  response: z.strictObject({
    plan: z.string(),
    to: day,
    goals: list(
      z.strictObject({
        goal: z.string(),
        /** Of the tries, those whose result lay between P10 and P90. */
        inside: z.int(),
        /** Latest first: made from what was known on `to`, of a period as long as the plan. */
        tries: list(z.strictObject({ to: day, period: dayRange, landing: band, actual: z.number() })),
        sentence: text,
      }),
    ),
  }),
});

export type LandingRecordAnswer = ResponseOf<typeof landingRecord>;
export type LandingAnswer = ResponseOf<typeof landing>;
export type NodeForecastAnswer = ResponseOf<typeof nodeForecast>;
