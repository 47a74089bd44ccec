import { z } from 'zod';
import { tags } from '../plan/schema.ts';
import { ROLES } from './roles.ts';

/**
 * The shape of the files in `template/`: a map from id to template. [TPL-01]
 * Goals and KPIs take the keys of plan.yaml; a factor holds its KPIs, which inherit its owner and tags.
 */
const text = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) });
const level = z.union([z.string().min(1), z.number()]).transform(String);
const role = z.enum(ROLES);
const words = z.array(z.string()).default([]);

const templateNode = z.strictObject({
  name: text.optional(),
  metric: z.string().optional(),
  unit: z.string().optional(),
  direction: z.enum(['up', 'down', 'range']).optional(),
  aggregation: z.enum(['sum', 'last', 'ratio', 'mean', 'distinct']).optional(),
  population: text.optional(),
  target: level.optional(),
  baseline: level.optional(),
  /** Targets that rise in steps: after so many months, so much. They become the plan's sheet. */
  milestones: z.array(z.strictObject({ after: z.int().min(1), value: level })).optional(),
  equals: z.string().optional(),
  lag: z.string().optional(),
  limit: level.optional(),
  supports: z.array(z.strictObject({ to: z.string(), because: text, lag: z.string().optional() })).optional(),
  owner: role.optional(),
  under: z.string().optional(),
  rhythm: z.enum(['daily', 'weekly', 'monthly', 'quarterly', 'yearly']).optional(),
  pair: z.string().optional(),
  horizon: z.enum(['short', 'mid', 'long']).optional(),
  /** How much, or how good, where the purpose says otherwise than the metric. [DES-42] */
  kind: z.enum(['quantity', 'quality']).optional(),
  watch: z.boolean().optional(),
  tags: tags.optional(),
});

const kpis = z.record(z.string(), templateNode).default({});
const nodes = kpis.transform(all => Object.entries(all).map(([id, node]) => ({ id, ...node })));

const factor = z.strictObject({
  name: text,
  because: text,
  supports: z.array(z.string()).optional(),
  owner: role.optional(),
  tags: tags.optional(),
  kpis: nodes,
});

const about = {
  name: text,
  meaning: text,
  for: z
    .strictObject({
      channel: words,
      industry: words,
      model: z.array(z.enum(['b2b', 'b2c'])).default([]),
      purpose: words,
      phase: words,
      size: words,
      cycle: z.strictObject({ from: z.number(), to: z.number() }).exactOptional(),
    })
    .prefault({}),
};

const plan = z.strictObject({
  kind: z.literal('plan'),
  ...about,
  months: z.int().min(1).max(60).default(12),
  goals: nodes,
  factors: z
    .record(z.string(), factor)
    .default({})
    .transform(all => Object.entries(all).map(([id, one]) => ({ id, ...one }))),
  kpis: nodes,
  identities: words,
  compositions: z.record(z.string(), z.array(z.string())).default({}),
  pipeline: z.enum(['none', 'baseline']).exactOptional(),
  ask: words,
  guardrails: z.record(z.string(), text).default({}),
  known: words,
  remark: text.exactOptional(),
  outcome: text.exactOptional(),
});

const pickList = z.strictObject({
  kind: z.literal('pick-list'),
  ...about,
  groups: z.record(
    z.string(),
    z.strictObject({
      name: text,
      note: text.exactOptional(),
      tags: tags.default({}),
      /** Metrics by id, or with what a plan should say about them. */
      pick: words,
      kpis: nodes,
    }),
  ),
});

const playbook = z.strictObject({
  kind: z.literal('playbook'),
  ...about,
  plays: z.array(z.strictObject({ cause: text, actions: z.array(text).min(1), metrics: z.array(z.string()).min(1) })).min(1),
});

const agenda = z.strictObject({
  kind: z.literal('agenda'),
  ...about,
  items: z.array(z.strictObject({ name: text, minutes: z.int().min(1) })).min(1),
});

const checklist = z.strictObject({
  kind: z.literal('checklist'),
  ...about,
  sections: z.array(z.strictObject({ name: text, items: z.array(text).min(1) })).min(1),
});

const incentive = z.strictObject({
  kind: z.literal('incentive'),
  ...about,
  parts: z
    .array(z.strictObject({ who: text, metric: z.string(), weight: z.number().min(0).max(1).exactOptional(), because: text }))
    .min(1),
});

export const rawTemplates = z.record(
  z.string(),
  z.discriminatedUnion('kind', [plan, pickList, playbook, agenda, checklist, incentive]),
);

export type RawTemplate = z.output<typeof rawTemplates>[string];
/** A goal or KPI of a template: what plan.yaml says about a node, with values not yet in a language. */
export type TemplateNode = Readonly<z.output<typeof templateNode>> & { readonly id: string };
export type TemplateFactor = Omit<z.output<typeof factor>, 'kpis'> & { readonly id: string };
