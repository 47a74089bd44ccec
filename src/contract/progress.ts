import { z } from 'zod';
import type { ComparisonNote, LengthNote } from '#core/calendar/comparison.ts';
import type { NodeProgress } from '#core/progress/node-progress.ts';
import type { ShortReason } from '#core/progress/short-reasons.ts';
import { budgetStanding } from './budget.ts';
import { carries } from './carries.ts';
import { endpoint } from './endpoint.ts';
import { closeState, observation } from './observation.ts';
import { planId, versionEntry } from './plan.ts';
import { problem } from './problem.ts';
import { day, dayRange, decimal, list, text } from './scalar.ts';

const lengthNote = carries<LengthNote>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('same-length'), days: z.number() }),
    z.strictObject({
      kind: z.literal('length-differs'),
      current: z.number(),
      other: z.number(),
      why: z.enum(['leap-day', 'month-length', 'season-length', 'chosen']),
    }),
  ]),
).meta({ id: 'LengthNote' });

const comparisonNote = carries<ComparisonNote>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('business-days-differ'), current: z.number(), other: z.number() }),
    z.strictObject({ kind: z.literal('unfinished-days-left-out'), through: day }),
    z.strictObject({ kind: z.literal('weekdays-match') }),
  ]),
).meta({ id: 'ComparisonNote' });

const compared = z.strictObject({
  range: dayRange,
  observation,
  index: z.number().exactOptional(),
  notes: z.tuple([lengthNote], comparisonNote).readonly(),
});

const standing = z
  .strictObject({
    range: dayRange,
    actual: observation,
    close: closeState,
    through: day.exactOptional(),
    due: decimal.exactOptional(),
    dueUpTo: decimal.exactOptional(),
    achievement: z.strictObject({ ratio: z.number(), gap: z.number(), relativeGap: z.number().exactOptional() }).exactOptional(),
    whole: decimal.exactOptional(),
    ofWhole: z.number().exactOptional(),
    elapsed: z.number().exactOptional(),
    previous: compared,
    lastYear: compared,
  })
  .meta({ id: 'Standing' });

/** Why a node misses while all parts of its formula are met. */
const shortReason = carries<ShortReason>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('targets-do-not-add-up'), gives: decimal, wanted: decimal }),
    z.strictObject({ kind: z.literal('unit-mismatch'), factor: z.number(), gives: decimal }),
    z.strictObject({ kind: z.literal('lag-not-elapsed'), until: day }),
    z.strictObject({ kind: z.literal('external-factor'), gives: decimal, wanted: decimal }),
    z.strictObject({ kind: z.literal('wrong-causal-link') }),
  ]),
).meta({ id: 'ShortReason' });

/** Where one node stands on a day; see docs/spec/progress.md. */
export const nodeProgress = carries<NodeProgress>()(
  z.strictObject({
    node: z.string(),
    month: standing,
    plan: standing,
    main: z.enum(['month', 'plan']),
    trend: list(
      z.strictObject({
        range: dayRange,
        actual: observation,
        planned: decimal.exactOptional(),
        lastYear: observation,
        running: z.boolean(),
        /** The metric was defined anew on this day; lines break there. Of last year's value the same. */
        definedSince: day.exactOptional(),
        lastYearSince: day.exactOptional(),
      }),
    ),
    state: z.enum(['met', 'near', 'behind', 'no-target', 'no-data', 'undefined']),
    flag: z.enum(['quality-down', 'adds-up-short']).exactOptional(),
    why: list(shortReason).exactOptional(),
  }),
).meta({ id: 'NodeProgress' });

/** Where a node's values come from. */
export const nodeSource = z.strictObject({
  node: z.string(),
  metric: z.string(),
  /** `workspace`: metrics.yaml · `catalogue`: the catalogue's formula · `plan`: the plan's own formula · `none`: nobody measures it. */
  by: z.enum(['workspace', 'catalogue', 'plan', 'none']),
  /** Metrics that would have to be measured first. */
  missing: list(z.string()),
  datasets: list(z.string()),
  /** How its target is thought to come in over a month's days; null where it stands on every day (rates, stocks). */
  pace: z.enum(['business-days', 'own-weekdays']).nullable(),
});

/** What another version asks of a node over the same stretches of time. */
const plannedBeside = z.strictObject({
  node: z.string(),
  monthDue: decimal.nullable(),
  monthWhole: decimal.nullable(),
  planDue: decimal.nullable(),
  planWhole: decimal.nullable(),
});

/** What a version asks of a node in each of the plan's months, in their order; null where it says nothing. */
const schedule = z.strictObject({ node: z.string(), months: list(decimal.nullable()) });

const stand = z.strictObject({
  state: z.literal('standing'),
  plan: z.string(),
  name: text,
  version: versionEntry,
  /** Last day that counts. */
  to: day,
  today: day,
  asKnown: day.nullable(),
  period: dayRange,
  /** The business month `to` lies in. */
  month: z.strictObject({
    whole: dayRange,
    range: dayRange,
    close: closeState,
    businessDays: z.strictObject({ gone: z.int(), all: z.int() }),
  }),
  align: z.enum(['dates', 'weekdays']),
  /** Last day for which all measured nodes have data; null with none. */
  through: day.nullable(),
  /** Goals first, then KPIs in the plan's order. */
  nodes: list(nodeProgress),
  sources: list(nodeSource),
  schedule: list(schedule),
  compare: z.strictObject({ version: versionEntry, nodes: list(plannedBeside), schedule: list(schedule) }).nullable(),
  budget: budgetStanding,
  problems: list(problem),
});

export const progressAnswer = z.discriminatedUnion('state', [
  stand,
  /** The plan begins only after the day asked for. */
  z.strictObject({
    state: z.literal('not-started'),
    plan: z.string(),
    name: text,
    version: versionEntry,
    to: day,
    today: day,
    asKnown: day.nullable(),
    period: dayRange,
  }),
]);

export type ProgressAnswer = z.output<typeof progressAnswer>;
export type ProgressStanding = z.output<typeof stand>;

export const progressQuery = z.strictObject({
  /** Last day of data that counts; yesterday when absent. */
  to: day.exactOptional(),
  /** Shows plan, definitions and observations as stored on that day. */
  'as-known': day.exactOptional(),
  /** Number or name of the version whose targets count; the newest when absent. */
  version: z.string().exactOptional(),
  /** Number or name of a version whose targets are shown beside. */
  compare: z.string().exactOptional(),
  /** How last year is laid beside this year. */
  align: z.enum(['dates', 'weekdays']).default('dates'),
});

export const progress = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/progress',
  keyRight: 'read',
  concept: 'progress',
  summary: { ja: '進捗（全ノードの実績・計画・比較・予算消化）', en: 'Where every node of a plan stands on a day' },
  params: z.strictObject({ plan: planId }),
  query: progressQuery,
  response: progressAnswer,
});
