import { z } from 'zod';
import type { DriverChange } from '#core/scenario/driver-change.ts';
import type { Scenario } from '#core/scenario/scenario.ts';
import { carries } from './carries.ts';
import { endpoint, type ResponseOf } from './endpoint.ts';
import { draft, planId, planTexts } from './plan.ts';
import { problem } from './problem.ts';
import { day, decimal, instant, list, revision, text } from './scalar.ts';
import { unit } from './unit.ts';

const month = z.string().meta({ pattern: '^[0-9]{4}-[0-9]{2}$', description: 'Month of the plan, YYYY-MM' });

/** A change to a driver; of a flow per month, rates as fractions. */
export const driverChange = carries<DriverChange>()(
  z.strictObject({
    node: z.string(),
    mode: z.enum(['relative', 'points', 'set']),
    value: decimal,
    from: month.exactOptional(),
    to: month.exactOptional(),
  }),
).meta({ id: 'DriverChange' });

const kind = z.enum(['base', 'optimistic', 'pessimistic', 'own']);

export const scenarioInput = carries<Scenario>()(
  z.strictObject({
    name: z.string(),
    kind,
    changes: z.array(driverChange).max(200).readonly(),
    probability: z.number().nullable(),
    cost: decimal.nullable(),
    note: z.string(),
  }),
).meta({ id: 'ScenarioInput' });

export const scenario = scenarioInput
  .extend({ id: z.string(), plan: z.string(), author: z.string(), at: instant, revision })
  .meta({ id: 'Scenario' });

const params = z.strictObject({ plan: planId });
const one = z.strictObject({ plan: planId, scenario: z.string() });
const answer = z.strictObject({ scenario });
const conflict = z.strictObject({ current: scenario });

export const scenarios = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/scenarios',
  concept: 'scenario',
  summary: { ja: 'シナリオの一覧', en: 'The scenarios of a plan' },
  params,
  response: z.strictObject({ scenarios: list(scenario) }),
});

export const createScenario = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/scenarios',
  concept: 'scenario',
  summary: { ja: 'シナリオの保存', en: 'Keeps a scenario' },
  params,
  body: scenarioInput,
  response: answer,
});

export const editScenario = endpoint({
  method: 'PUT',
  path: '/api/plans/:plan/scenarios/:scenario',
  concept: 'scenario',
  summary: { ja: 'シナリオの編集', en: 'Changes a scenario' },
  params: one,
  body: z.strictObject({ revision, scenario: scenarioInput }),
  response: answer,
  conflict,
});

export const removeScenario = endpoint({
  method: 'DELETE',
  path: '/api/plans/:plan/scenarios/:scenario',
  concept: 'scenario',
  summary: { ja: 'シナリオの削除', en: 'Removes a scenario' },
  params: one,
  query: z.strictObject({ revision: z.coerce.number<number | string>().int().min(0) }),
  response: z.strictObject({}),
  conflict,
});

const figures = z.strictObject({
  /** Over the plan, delays included. */
  period: z.number().nullable(),
  /** Once everything runs, over as many months. */
  steady: z.number().nullable(),
  months: list(z.number().nullable()),
});

const both = { period: z.number().nullable(), steady: z.number().nullable() };

const goalFigures = z.strictObject({
  ...both,
  meets: z.strictObject({ period: z.boolean().nullable(), steady: z.boolean().nullable() }),
  change: z.strictObject(both),
  reading: z.enum(['opportunity', 'risk']).nullable(),
});

const readingKind = z.enum(['period', 'steady']);
const tornadoEnd = z.strictObject({ by: z.number(), value: z.number(), change: z.number(), isCapped: z.boolean() });
const effect = z.strictObject({ change: z.number(), relative: z.number().nullable() }).nullable();

/** What if: scenarios side by side, and what is asked about the tree as it stands. Nothing is stored. */
export const whatIf = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/what-if',
  concept: 'scenario',
  summary: { ja: '試算（もし変えたら）', en: 'What-if: the plan with other drivers' },
  params,
  readsOnly: true,
  body: z.strictObject({
    /** Beside the plan as it stands; changes that are not kept, or of kept scenarios. */
    scenarios: z
      .array(
        z.strictObject({ changes: z.array(driverChange).max(200).readonly(), probability: z.number().nullable().default(null) }),
      )
      .max(20)
      .readonly()
      .default([]),
    /** What drivers stand at: their targets, or what was measured in the last whole month. */
    base: z.enum(['plan', 'actual']).default('plan'),
    version: z.string().exactOptional(),
    /** Last day of data that counts where the present is asked for; the last one for which the sources have arrived when absent. */
    to: day.exactOptional(),
    /** Texts instead of a stored version: a draft that is being written. */
    texts: planTexts.exactOptional(),
    /** Asks for the derivative of these nodes by every driver. */
    elasticities: list(z.string()).default([]),
    tornado: z
      .strictObject({
        node: z.string(),
        down: z.number().min(-1).max(10).default(-0.1),
        up: z.number().min(-1).max(10).default(0.1),
        /** Own ends of single drivers, as shares of themselves. */
        swings: z.record(z.string(), z.strictObject({ down: z.number(), up: z.number() })).default({}),
        reading: readingKind.default('period'),
      })
      .exactOptional(),
    seek: z
      .strictObject({
        node: z.string(),
        wanted: z.number(),
        /** One driver, or every driver below the node. */
        driver: z.string().exactOptional(),
        from: month.exactOptional(),
        reading: readingKind.default('period'),
      })
      .exactOptional(),
    chain: z.strictObject({ driver: z.string(), node: z.string(), by: z.number(), from: month.exactOptional() }).exactOptional(),
  }),
  response: z.strictObject({
    plan: z.string(),
    months: list(z.string()),
    base: z.enum(['plan', 'actual']),
    /** Drivers without a target that stand at their baseline. */
    assumed: list(z.string()),
    nodes: list(
      z.strictObject({
        node: z.string(),
        name: text,
        unit,
        role: z.enum(['goal', 'kpi']),
        isDriver: z.boolean(),
        /** What it can be by its nature; null for an open end. */
        range: z.strictObject({ low: z.number().nullable(), high: z.number().nullable() }),
        base: figures,
        scenarios: list(figures),
      }),
    ),
    goals: list(
      z.strictObject({
        node: z.string(),
        atLeast: z.number().nullable(),
        atMost: z.number().nullable(),
        base: goalFigures,
        scenarios: list(goalFigures),
        /** Σ probability × value, the rest of 100 % for the plan as it stands. */
        expected: z.number().nullable(),
      }),
    ),
    elasticities: list(z.strictObject({ driver: z.string(), node: z.string(), ...both })),
    tornado: list(z.strictObject({ driver: z.string(), low: tornadoEnd, high: tornadoEnd, width: z.number() })),
    /** The smallest change first; null when nothing was sought. */
    sought: list(
      z.strictObject({
        driver: z.string(),
        kind: z.enum(['found', 'there', 'no-effect', 'never', 'unknown']),
        factor: z.number().nullable(),
        value: z.number().nullable(),
        was: z.number().nullable(),
        reaches: z.number().nullable(),
        /** The end of what the driver can be, where more is needed. */
        beyond: z.number().nullable(),
        nearest: z.number().nullable(),
      }),
    ),
    chain: z
      .strictObject({
        driver: z.string(),
        node: z.string(),
        by: z.number(),
        from: z.string(),
        period: effect,
        steady: effect,
        /** First month in which it shows, how many months after the change, and from which month in full. */
        shows: z.string().nullable(),
        after: z.int().nullable(),
        full: z.string().nullable(),
        months: list(z.number().nullable()),
        sentence: text,
      })
      .nullable(),
    problems: list(problem),
  }),
});

/** Writes changes into the acting member's draft as targets. What cannot be written is told and left. */
export const adoptChanges = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/adopt',
  concept: 'scenario',
  summary: { ja: 'シナリオを下書きに反映', en: 'Takes changes over into the draft' },
  params,
  body: z.strictObject({
    changes: z.array(driverChange).min(1).max(200).readonly(),
    /** Revision of the draft that is changed; 0 when there is none. */
    revision,
  }),
  response: z.strictObject({
    draft,
    adopted: list(z.strictObject({ node: z.string(), target: z.string(), months: list(z.string()) })),
    problems: list(problem),
  }),
  conflict: z.strictObject({ current: draft.nullable() }),
});

export type WhatIfAnswer = ResponseOf<typeof whatIf>;
