import { z } from 'zod';
import { JOURNEY_STAGES } from '#core/plan/journey-coverage.ts';
import { BELIEFS, HORIZONS, KPI_KINDS, MEASURED_BY, PHASES, TARGET_SOURCES } from '#core/plan/schema.ts';
import { calendarSettings } from './calendar.ts';
import { day, dayRange, decimal, list, text } from './scalar.ts';
import { aggregation, direction, moneyBasis, rhythm, unit } from './unit.ts';

const per = z.enum(['day', 'week', 'month', 'quarter', 'half', 'year']);

/** An amount with the period it is an amount of, as it was written and as it was read. */
const level = z.strictObject({ text: z.string(), value: decimal, per: per.nullable() });

const target = level.extend({
  sign: z.enum(['at-least', 'at-most', 'equal', 'between']),
  upTo: decimal.nullable(),
  by: day.nullable(),
});

export const targetSource = z
  .strictObject({ from: z.enum(TARGET_SOURCES), value: decimal.nullable(), note: text.nullable() })
  .meta({ id: 'TargetSource' });

const lag = z.strictObject({ text: z.string(), after: z.string().nullable() });

/** How a node hangs in the tree: under the node whose formula uses it, under a factor, or by a stated influence. */
const parent = z.strictObject({ id: z.string(), by: z.enum(['formula', 'factor', 'influence', 'place']) });

/** A goal or KPI as the screens show it. */
export const nodeView = z
  .strictObject({
    id: z.string(),
    role: z.enum(['goal', 'kpi']),
    name: text,
    /** Other names people use for its metric. */
    aliases: list(z.string()),
    meaning: text.nullable(),
    /** The metric it is; its own id where it is the plan's own. */
    metric: z.string(),
    unit,
    unitText: z.string(),
    /** Counter after the number: 件 in Japanese, the thing's name in English; null where the unit has its own sign. */
    counter: text.nullable(),
    direction,
    aggregation,
    basis: moneyBasis,
    /** `flow` adds up over time, `stock` is what stands at the end, `level` is a rate, price, score or duration. */
    time: z.enum(['flow', 'stock', 'level']),
    target: target.nullable(),
    /** What the target was taken from, as its author says. */
    source: targetSource.nullable(),
    undecided: z.boolean(),
    baseline: level.nullable(),
    /** Targets of single months from the sheet, by `YYYY-MM`. */
    months: z.record(z.string(), decimal),
    equals: z
      .strictObject({
        text: z.string(),
        /** Nodes of the same period that the formula is made of, in order. */
        parts: list(z.string()),
      })
      .nullable(),
    lag: lag.nullable(),
    limit: decimal.nullable(),
    /** As written: a factor or a node. */
    under: z.string().nullable(),
    /** Null at the root. */
    parent: parent.nullable(),
    supports: list(
      z.strictObject({
        to: z.string(),
        because: text.nullable(),
        sign: z.enum(['+', '-']),
        /** Of what is counted here, the share that becomes the other, as a fraction. */
        rate: decimal.nullable(),
        lag: lag.nullable(),
        evidence: z.enum(['none', 'opinion', 'correlation', 'experiment']),
        belief: z.enum(BELIEFS).nullable(),
        /** What was seen of it; `analysis` is a page of journeys with its choices. */
        findings: list(z.strictObject({ says: text, on: z.string(), analysis: z.string().nullable() })),
      }),
    ),
    because: text.nullable(),
    owner: z.string().nullable(),
    contributors: list(z.string()),
    rhythm: rhythm.nullable(),
    pair: z.string().nullable(),
    kind: z.enum(['quantity', 'quality']).nullable(),
    horizon: z.enum(HORIZONS).nullable(),
    /** Stage of the customer's journey it is about; null for results. */
    stage: z.enum(JOURNEY_STAGES).nullable(),
    /** The one channel it is about. */
    channel: z.string().nullable(),
    watch: z.boolean(),
    /** How far those who answer for it can move it, 1 to 5. */
    controllability: z.int().nullable(),
    shows: z.enum(KPI_KINDS).nullable(),
    /** How its values come; hours a month. */
    measuring: z.strictObject({ by: z.enum(MEASURED_BY), hours: decimal.nullable() }).nullable(),
    /** Counts only what happens within a time, as written, and so often. */
    condition: z.strictObject({ within: z.string(), days: z.number(), times: z.int().nullable() }).nullable(),
    /** Management goes by it. */
    executive: z.boolean(),
    rank: z.int().nullable(),
    areas: list(z.string()),
    population: text.nullable(),
    /** Who reads it. */
    audience: text.nullable(),
    /** The question it answers, or what is decided by it. */
    decision: text.nullable(),
    /** Who measures it: a member, a team or a system. */
    measuredBy: z.string().nullable(),
    /** Roles it cannot play yet: 1 to show how things stand, 2 to decide by, 3 to mean the same to everybody. */
    openRoles: list(z.union([z.literal(1), z.literal(2), z.literal(3)])),
    /** Shares of what is due from which it counts as met and as near, as fractions; null where the usual ones hold. */
    lights: z.strictObject({ met: decimal.nullable(), near: decimal.nullable() }).nullable(),
    /** The company's aim a goal serves, and why the goal was chosen for it. */
    aim: text.nullable(),
    aimBecause: text.nullable(),
    /** 1-based line of its key in plan.yaml. */
    line: z.int(),
  })
  .meta({ id: 'NodeView' });

export type NodeView = z.output<typeof nodeView>;

/** A plan as the screens show it, read from its two texts. */
export const planView = z
  .strictObject({
    id: z.string(),
    name: text,
    period: dayRange,
    calendar: calendarSettings,
    currency: z.string(),
    /** How often the KPIs are gone through together; null where the plan does not say. */
    review: rhythm.nullable(),
    /** How far the business has come; null where the plan does not say. */
    phase: z.enum(PHASES).nullable(),
    /** Channels that are at another phase than the business. */
    phases: z.record(z.string(), z.enum(PHASES)),
    /** How long customers take to buy, as written, with the windows and dates that go with it. */
    purchaseCycle: z
      .strictObject({
        text: z.string(),
        /** Days an attribution looks back. */
        window: z.int(),
        judgedFrom: day,
        reviews: z.record(z.enum(HORIZONS), rhythm),
        dates: list(day),
      })
      .nullable(),
    /** KPIs that lead to one another, the longest chain first. */
    chains: list(
      z.strictObject({
        nodes: list(z.string()),
        links: list(
          z.strictObject({
            from: z.string(),
            to: z.string(),
            by: z.enum(['formula', 'influence']),
            /** Null where it cannot be told. */
            rate: decimal.nullable(),
            /** What the rate is made of in the formula. */
            between: list(z.string()),
            /** Mean days until it arrives. */
            days: z.number().nullable(),
          }),
        ),
      }),
    ),
    /** Channels the plan says it uses. */
    channels: list(z.string()),
    /** Keys of the plan's months, `YYYY-MM`, with their days. */
    months: list(z.strictObject({ key: z.string(), from: day, to: day })),
    areas: list(z.strictObject({ id: z.string(), name: text, owner: z.string().nullable() })),
    factors: list(
      z.strictObject({
        id: z.string(),
        name: text,
        supports: list(z.string()),
        because: text.nullable(),
        owner: z.string().nullable(),
        impact: z.int().nullable(),
        feasibility: z.int().nullable(),
        /** Share of resources as a fraction. */
        share: decimal.nullable(),
      }),
    ),
    /** Goals first, in rank order, then KPIs in document order. */
    nodes: list(nodeView),
    /** Shares that total 100 %, by the whole's name. */
    compositions: z.record(z.string(), list(z.string())),
    pipeline: z.enum(['unstated', 'none', 'baseline', 'given']),
    spending: z.strictObject({ metric: z.string(), by: z.record(z.string(), z.string()) }).nullable(),
    budget: list(
      z.strictObject({
        node: z.string().nullable(),
        department: z.string().nullable(),
        medium: z.string().nullable(),
        months: z.record(z.string(), decimal),
      }),
    ),
  })
  .meta({ id: 'PlanView' });

export type PlanView = z.output<typeof planView>;
