import { z } from 'zod';
import type { PlanKnowledge } from '#core/lint/evidence/plan-knowledge.ts';
import { carries } from './carries.ts';
import { endpoint } from './endpoint.ts';
import { planId, planTexts } from './plan.ts';
import { day, list } from './scalar.ts';

const monthValue = z.strictObject({ from: day, to: day, value: z.number().nullable() });

const foreseenMonth = z.strictObject({
  from: day,
  to: day,
  median: z.number(),
  /** Between them it lies with 95 % probability. */
  low: z.number(),
  high: z.number(),
});

const nodeKnowledge = z.strictObject({
  /** Months that are over, oldest first, without gaps between them. */
  past: list(monthValue),
  /** The months after them, the running one first, as forecast from the node's own past. */
  ahead: list(foreseenMonth),
  /** What initiatives make of the forecast, as a factor; null without any. */
  lift: z.number().nullable(),
  isMeasured: z.boolean(),
  /** Initiatives that are to move it and are not over. */
  initiatives: z.int(),
  /** Days since anybody opened its page; null where that cannot be told. */
  unseenDays: z.int().nullable(),
});

const relation = z.strictObject({ from: z.string(), to: z.string(), r: z.number(), pairs: z.int() });

/** What is known of a plan's nodes beside its text, as `rashin check --facts` reads it. */
export const knowledge = carries<PlanKnowledge>()(
  z.strictObject({ today: day, nodes: z.record(z.string(), nodeKnowledge), relations: list(relation) }),
).meta({ id: 'PlanKnowledge' });

/** What data, forecasts and initiatives say of the nodes of a plan; without texts, of its published version. */
export const planKnowledge = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/knowledge',
  concept: 'plan',
  summary: { ja: '計画の点検に使う実績・予測・施策', en: 'What is known of a plan beside its text, for its review' },
  params: z.strictObject({ plan: planId }),
  readsOnly: true,
  body: z.strictObject({ texts: planTexts.exactOptional(), 'as-known': day.exactOptional() }),
  response: knowledge,
});

/** The acting member has opened the page of a goal or KPI. */
export const seeNode = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/nodes/:node/seen',
  concept: 'plan',
  summary: { ja: 'KPIのページを見たことの記録', en: "Notes that somebody opened a KPI's page" },
  params: z.strictObject({ plan: planId, node: z.string().min(1).max(100) }),
  body: z.strictObject({}),
  response: z.strictObject({}),
});
