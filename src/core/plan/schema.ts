import { z } from 'zod';

/**
 * The shape of plan.yaml: which keys exist and what kind of value each takes. What the values mean is read afterwards.
 * Also the source of the JSON Schema that editors use. [PLN-01]
 */
const text = z.union([z.string().min(1), z.strictObject({ ja: z.string().min(1), en: z.string().min(1) })]);
const level = z.union([z.string().min(1), z.number()]);
const ids = z.union([z.string().min(1), z.array(z.string().min(1))]);
const rhythm = z.enum(['daily', 'weekly', 'monthly', 'quarterly', 'yearly']);

/** How sure its author is of an influence, apart from what it rests on. [DES-11] */
export const BELIEFS = ['weak', 'moderate', 'strong'] as const;

/** How far ahead a KPI looks. [DES-44, DES-45] */
export const HORIZONS = ['short', 'mid', 'mid-long', 'long'] as const;

/** What a KPI counts: what people do, what comes out of it, what it changes. [DES-46] */
export const KPI_KINDS = ['activity', 'output', 'outcome'] as const;

/** How its values come. [DES-61] */
export const MEASURED_BY = ['automatic', 'hand'] as const;

const finding = z.strictObject({
  says: text,
  on: z.string().meta({ description: 'Day it was seen, as 2026-11-20' }),
  analysis: z.string().optional().meta({ description: 'Page of journeys and its choices, as leaving?window=30' }),
});

const support = z.strictObject({
  to: z.string(),
  because: text.optional(),
  sign: z.enum(['+', '-']).optional(),
  rate: level.optional().meta({ description: 'Of what is counted here, the share that becomes the other: 30%' }),
  lag: z.string().optional(),
  evidence: z.enum(['none', 'opinion', 'correlation', 'experiment']).optional(),
  belief: z.enum(BELIEFS).optional().meta({ description: 'How sure the author is: weak, moderate or strong' }),
  findings: z.array(finding).optional().meta({ description: 'What was seen of this influence' }),
  note: z.string().optional(),
});

/** How far a business or one of its channels has come. [DES-52] */
export const PHASES = ['launch', 'growth', 'maturity'] as const;

/** What a target was taken from. [DES-16] */
export const TARGET_SOURCES = [
  'baseline',
  'own-best',
  'own-mean',
  'trend',
  'forecast',
  'benchmark',
  'competitor',
  'required',
  'agreement',
] as const;
const targetSource = z.enum(TARGET_SOURCES);

/** What a goal or KPI belongs to; boards and lists are filtered by it. `main`: one of the few its purpose is steered by. [PLN-28] */
export const tags = z.strictObject({
  purpose: z.string().min(1).exactOptional(),
  stage: z.string().min(1).exactOptional(),
  phase: z.string().min(1).exactOptional(),
  side: z.string().min(1).exactOptional(),
  segment: z.string().min(1).exactOptional(),
  channel: z.string().min(1).exactOptional(),
  content: z.string().min(1).exactOptional(),
  main: z.boolean().exactOptional(),
  differentiator: z.boolean().exactOptional(),
});

const node = {
  name: text.optional(),
  metric: z
    .string()
    .optional()
    .meta({ description: 'Catalogue or workspace metric this node is, when its id is not the metric id' }),
  unit: z.string().optional().meta({
    description:
      'For nodes that are not in the catalogue: "count of lead", "ratio of order over visitor", "JPY per order", "days", "score 1..5"',
  }),
  direction: z.enum(['up', 'down', 'range']).optional(),
  aggregation: z.enum(['sum', 'last', 'ratio', 'mean', 'distinct', 'distribution']).optional(),
  target: level
    .optional()
    .meta({ description: '"200 per month", "3億円 by 2027-03-31", "≤ 15,000円", "10%..20%", "= 60%", "未定"' }),
  source: z
    .union([targetSource, z.strictObject({ from: targetSource, value: level.optional(), note: text.optional() })])
    .optional()
    .meta({ description: 'What the target was taken from: own-best, benchmark, { from: competitor, value: 2.4% }' }),
  baseline: level.optional().meta({ description: 'Where it stands before the plan: "150 per month"' }),
  equals: z.string().optional().meta({ description: 'Formula over other nodes: "leads * mql-rate"' }),
  lag: z.string().optional().meta({ description: '"90 days" after its formula\'s inputs, or "90 days after leads"' }),
  supports: z.union([z.string(), z.array(z.union([z.string(), support]))]).optional(),
  because: text.optional(),
  owner: z.string().optional(),
  contributors: z.array(z.string()).optional(),
  limit: level.optional().meta({ description: 'Highest value that is possible; rates end at 100% unless "none"' }),
  tax: z.enum(['excluded', 'included']).optional(),
  recognition: z.enum(['ordered', 'shipped', 'accepted', 'paid']).optional(),
  deductions: z.array(z.enum(['returns', 'coupons', 'points', 'shipping', 'fees'])).optional(),
  population: text.optional(),
  meaning: text.optional().meta({ description: 'What is counted, in one sentence, where the catalogue does not say it' }),
  audience: text.optional().meta({ description: 'Who reads it' }),
  decision: text.optional().meta({ description: 'The question it answers, or what is decided by it' }),
  'measured-by': z.string().optional().meta({ description: 'Who measures it: a member, a team or a system' }),
  lights: z
    .strictObject({ met: level.optional(), near: level.optional() })
    .optional()
    .meta({ description: 'From which share of what is due it counts as met and as near; unsaid 100% and 90%' }),
  kind: z.enum(['quantity', 'quality']).optional(),
  horizon: z.enum(HORIZONS).optional(),
  executive: z
    .enum(['yes', 'no'])
    .optional()
    .meta({ description: 'Whether management goes by it: then KPIs have to lead to it' }),
  tags: tags.optional(),
  note: z.string().optional(),
};

const goal = z.strictObject({
  ...node,
  area: ids.optional(),
  rank: z.int().min(1).optional(),
  alternatives: z
    .array(z.union([z.string(), z.strictObject({ equals: z.string(), name: text.optional(), because: text.optional() })]))
    .optional()
    .meta({ description: 'Other ways to take it apart, compared with "equals": "purchases * aov"' }),
  aim: text.optional().meta({ description: 'The company aim the goal serves' }),
  'aim-because': text.optional().meta({ description: 'Why this goal was chosen for the aim' }),
});

const kpi = z.strictObject({
  ...node,
  under: z.string().optional().meta({ description: 'Success factor or node it is shown under: its primary parent' }),
  rhythm: rhythm.optional(),
  pair: z.string().optional().meta({ description: 'Its partner of quantity and quality' }),
  watch: z.boolean().optional().meta({ description: 'Watched only: no target expected' }),
  controllability: z.int().min(1).max(5).optional().meta({ description: 'How far those who answer for it can move it, 1 to 5' }),
  shows: z.enum(KPI_KINDS).optional().meta({ description: 'What it counts: an activity, its output, or the outcome' }),
  measuring: z
    .strictObject({ by: z.enum(MEASURED_BY), hours: level.optional() })
    .optional()
    .meta({ description: 'How its values come, and the hours a month that takes: { by: hand, hours: 3 }' }),
  within: z.string().optional().meta({ description: 'Counts only what happens within this time: "60 days"' }),
  times: z.int().min(2).optional().meta({ description: 'How often it has to happen within that time to count: 3' }),
});

const factor = z.strictObject({
  name: text.optional(),
  supports: ids.optional(),
  because: text.optional(),
  owner: z.string().optional(),
  impact: z.int().min(1).max(5).optional(),
  feasibility: z.int().min(1).max(5).optional(),
  share: level.optional().meta({ description: 'Share of resources; the shares of all factors total 100%' }),
  note: z.string().optional(),
});

const area = z.strictObject({ name: text.optional(), owner: z.string().optional(), note: z.string().optional() });

const weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);

export const rawPlan = z.strictObject({
  rashin: z.literal(1),
  plan: z.string().min(1),
  name: text.optional(),
  period: z.string(),
  calendar: z
    .strictObject({
      zone: z.string().optional(),
      'fiscal-year-starts': z.int().min(1).max(12).optional(),
      'week-starts': weekday.optional(),
      holidays: z.enum(['jp', 'none']).optional(),
      'closing-day': z.union([z.int().min(1).max(28), z.literal('month-end')]).optional(),
    })
    .optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  review: rhythm.optional().meta({ description: 'How often the KPIs are gone through together' }),
  phase: z.enum(PHASES).optional().meta({ description: 'How far the business has come: launch, growth or maturity' }),
  phases: z
    .record(z.string(), z.enum(PHASES))
    .optional()
    .meta({ description: 'Channels that are at another phase than the business: { sns: launch }' }),
  'purchase-cycle': z
    .string()
    .optional()
    .meta({ description: 'How long customers take from the first contact to buying: "6..12 months", "30 days"' }),
  channels: z
    .array(z.string().min(1))
    .optional()
    .meta({ description: 'Channels in use; each should have a KPI: [search, sns, mail]' }),
  areas: z.record(z.string(), area).optional(),
  goals: z.record(z.string(), goal),
  factors: z.record(z.string(), factor).optional(),
  kpis: z.record(z.string(), kpi).optional(),
  tolerance: level.optional().meta({
    description:
      'How far two statements of one fact may differ before it is pointed out, up to 10%. Unsaid: 1%, and 2% between lengths of time',
  }),
  identities: z
    .array(z.string())
    .optional()
    .meta({ description: 'Statements that must hold among targets and among baselines: "a = 1 - b"' }),
  compositions: z.record(z.string(), z.array(z.string())).optional().meta({ description: 'Shares that total 100%' }),
  pipeline: z
    .union([z.enum(['none', 'baseline']), z.record(z.string(), z.record(z.string(), z.number()))])
    .optional()
    .meta({
      description: 'What is under way when the plan starts: none, what the baselines imply, or amounts per node and month',
    }),
  spending: z
    .strictObject({
      metric: z.string().min(1),
      by: z.strictObject({ department: z.string().min(1).optional(), medium: z.string().min(1).optional() }).optional(),
    })
    .optional()
    .meta({ description: 'The metric that says what was spent of the budget, and the columns that name department and medium' }),
  ignore: z
    .array(
      z.strictObject({
        rule: z.string().min(1),
        at: z.string().min(1).optional(),
        because: text,
        until: z.string().optional(),
        by: z.string().min(1).optional(),
      }),
    )
    .optional()
    .meta({
      description:
        'Findings that are meant to be so: the rule, the goal, KPI or factor it is about, the reason, the last day it holds, and who said so',
    }),
  notes: z.union([z.string(), z.array(z.string())]).optional(),
});

export type RawPlan = z.output<typeof rawPlan>;
export type RawNode = z.output<typeof goal> & z.output<typeof kpi>;
export type RawFactor = z.output<typeof factor>;
export type RawText = z.output<typeof text>;

/** JSON Schema (2020-12) of plan.yaml for editors. */
export function planJsonSchema(): object {
  return z.toJSONSchema(rawPlan, { target: 'draft-2020-12', io: 'input' });
}
