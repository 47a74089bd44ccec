import { z } from 'zod';
import type { InitiativeInput } from '#core/act/check-initiative.ts';
import type { Initiative } from '#core/act/initiative.ts';
import { carries } from './carries.ts';
import { effectReading } from './effect.ts';
import { endpoint } from './endpoint.ts';
import { kpiRef } from './kpi-ref.ts';
import { problem } from './problem.ts';
import { day, decimal, list, revision, text } from './scalar.ts';
import { toDo } from './to-do.ts';

export const stage = z.enum(['idea', 'proposed', 'preparing', 'running', 'checking', 'done']);
export const outcome = z.enum(['standardise', 'expand', 'modify', 'stop', 'new-hypothesis']);
const money = z.strictObject({ amount: decimal, currency: z.string() });

const expectedEffect = z.strictObject({
  kpi: kpiRef,
  mode: z.enum(['level', 'relative', 'points']),
  value: decimal,
  by: day,
});

const details = z.strictObject({
  analyses: z
    .array(z.enum(['gap', 'trend', 'segment', 'correlation']))
    .readonly()
    .exactOptional(),
  horizon: z.enum(['short', 'long']).exactOptional(),
  risk: z.string().exactOptional(),
  segment: z.string().exactOptional(),
  cause: z.string().exactOptional(),
  effort: decimal.exactOptional(),
  difficulty: z.enum(['low', 'medium', 'high']).exactOptional(),
  pilot: z.strictObject({ scope: z.string(), share: z.number(), days: z.number() }).exactOptional(),
  followUpEvery: z.number().exactOptional(),
});

const written = z.strictObject({
  title: z.string(),
  kpis: list(kpiRef),
  hypothesis: z.string(),
  expected: expectedEffect.nullable(),
  cost: money.nullable(),
  owner: z.string().nullable(),
  contributors: list(z.string()),
  start: day.nullable(),
  due: day.nullable(),
  evidence: list(z.string()),
  follows: z.string().nullable(),
  details,
});

/** What people type about an initiative; owner and due date may still be missing, and are then asked for. */
export const initiativeInput = carries<InitiativeInput>()(written).meta({ id: 'InitiativeInput' });

export const initiative = carries<Initiative & { readonly revision: number }>()(
  written.extend({
    id: z.string(),
    owner: z.string(),
    due: day,
    stage,
    startedOn: day.nullable(),
    closing: z
      .strictObject({
        on: day,
        outcome,
        lesson: z.string(),
        reading: effectReading.nullable(),
        impression: z.string().nullable(),
        sideEffects: z.string().nullable(),
        spent: money.nullable(),
        rollOutTo: list(z.string()),
      })
      .nullable(),
    revision,
  }),
).meta({ id: 'Initiative' });

const params = z.strictObject({ initiative: z.string() });
const one = z.strictObject({ initiative, problems: list(problem) });
const conflict = z.strictObject({ current: initiative });

export const initiatives = endpoint({
  method: 'GET',
  path: '/api/initiatives',
  concept: 'initiative',
  summary: { ja: '施策の一覧', en: 'Initiatives in the order they were written down' },
  query: z.strictObject({
    plan: z.string().exactOptional(),
    node: z.string().exactOptional(),
    owner: z.string().exactOptional(),
    stage: z.array(stage).readonly().exactOptional(),
  }),
  response: z.strictObject({ initiatives: list(initiative) }),
});

export const createInitiative = endpoint({
  method: 'POST',
  path: '/api/initiatives',
  concept: 'initiative',
  summary: { ja: '施策の起案', en: 'Writes down a new initiative, as an idea' },
  body: initiativeInput,
  response: one,
});

export const readInitiative = endpoint({
  method: 'GET',
  path: '/api/initiatives/:initiative',
  concept: 'initiative',
  summary: { ja: '施策1件', en: 'One initiative with its to-dos' },
  params,
  response: z.strictObject({
    initiative,
    toDos: list(toDo),
    /** Stages it may be moved to by hand. */
    moves: list(stage),
    /** Other initiatives whose effects could not be told apart from this one's. */
    problems: list(problem),
  }),
});

export const editInitiative = endpoint({
  method: 'PUT',
  path: '/api/initiatives/:initiative',
  concept: 'initiative',
  summary: { ja: '施策の編集', en: 'Changes what its people wrote' },
  params,
  body: z.strictObject({ revision, initiative: initiativeInput }),
  response: one,
  conflict,
});

export const moveInitiative = endpoint({
  method: 'POST',
  path: '/api/initiatives/:initiative/move',
  concept: 'initiative',
  summary: { ja: '施策の段階を進める・戻す', en: 'Moves it one stage on or back' },
  params,
  /** `untracked`: why it starts although one of its KPIs cannot be measured. */
  body: z.strictObject({ revision, to: stage, untracked: z.string().max(2_000).exactOptional() }),
  response: one,
  conflict,
});

/** The reading that closing would store now. */
export const initiativeEffect = endpoint({
  method: 'GET',
  path: '/api/initiatives/:initiative/effect',
  concept: 'initiative',
  summary: { ja: '施策の効果（前後比較の試し読み）', en: 'Its effect so far: a before/after reading' },
  params,
  query: z.strictObject({
    /** Length of each window. */
    weeks: z.coerce.number<number | string>().int().min(2).max(52).exactOptional(),
  }),
  response: z.strictObject({
    /** Null when its first KPI is measured by nobody, or it has not started. */
    reading: effectReading.nullable(),
    summary: text,
    /** What it says and what it cannot say. */
    sentences: list(text),
  }),
});

export const closeInitiative = endpoint({
  method: 'POST',
  path: '/api/initiatives/:initiative/close',
  concept: 'initiative',
  summary: { ja: '施策を完了し、判断と学びを残す', en: 'Closes an initiative with one decision and a lesson' },
  params,
  body: z.strictObject({
    revision,
    outcome: outcome.nullable(),
    lesson: z.string(),
    impression: z.string().default(''),
    sideEffects: z.string().default(''),
    spent: money.nullable().default(null),
    rollOutTo: list(z.string()).default([]),
    /** Length of the windows of the reading that is stored with it. */
    weeks: z.int().min(2).max(52).exactOptional(),
  }),
  response: z.strictObject({
    initiative,
    /** What the decision has brought about. */
    followUps: list(
      z.strictObject({
        kind: z.enum(['procedure', 'to-do', 'initiative', 'freed-budget', 'left-open']),
        /** Id it was stored under; null for freed money and for what could not be stored. */
        id: z.string().nullable(),
        money: money.nullable(),
      }),
    ),
  }),
  conflict,
});
