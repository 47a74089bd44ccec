import { z } from 'zod';
import type { QualityChecklist } from '#core/quality/quality-checklist.ts';
import {
  CAUSES,
  DIFFERENCES,
  HANDLINGS,
  type QualityDecision,
  type TicketFinding,
  type TicketSubject,
} from '#core/quality/quality-ticket.ts';
import type { Reconciliation } from '#core/quality/reconcile.ts';
import { carries } from './carries.ts';
import { freshness } from './dataset.ts';
import { endpoint } from './endpoint.ts';
import { day, dayRange, instant, list, text } from './scalar.ts';
import { unit } from './unit.ts';

const subject = carries<TicketSubject>()(z.strictObject({ kind: z.enum(['metric', 'dataset']), id: z.string() }));

const found = { subject, name: text, days: dayRange };

const finding = carries<TicketFinding>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['missing', 'late']), ...found }),
    z.strictObject({
      kind: z.literal('outlier'),
      ...found,
      unit,
      value: z.number(),
      /** Median of the values it was held against, and how many those are. */
      usual: z.number(),
      among: z.int(),
      /** Modified z-score. */
      z: z.number(),
    }),
    z.strictObject({
      kind: z.literal('disagreement'),
      ...found,
      unit,
      /** The official value, and the other source's. */
      value: z.number(),
      beside: z.number(),
      otherName: text,
      /** Share of the official value; null where that is zero. */
      difference: z.number().nullable(),
      tolerance: z.number(),
    }),
  ]),
);

const choice = z.enum([...HANDLINGS, ...CAUSES, ...DIFFERENCES]);
const about = z.enum(['missing', 'outlier', 'disagreement']);

const reconciliation = carries<Reconciliation>()(
  z.strictObject({ official: z.string(), other: z.string(), tolerance: z.number().min(0).max(1) }),
);

const decision = carries<QualityDecision>()(
  z.strictObject({
    about,
    subject,
    days: dayRange,
    choice,
    excluded: z.boolean(),
    reason: z.string(),
    by: z.string(),
    at: instant,
  }),
);

/** 0 to 1; null where nothing is expected. */
const share = z.number().nullable();
const completeness = z.strictObject({ expected: z.int(), present: z.int(), share });
const automation = z.strictObject({ automated: z.int(), kpis: z.int(), share });

export const quality = endpoint({
  method: 'GET',
  path: '/api/quality',
  concept: 'quality',
  summary: {
    ja: 'データの品質（未対応の項目、そろい具合、鮮度、自動化率）',
    en: 'Data quality: open tickets, completeness, staleness and automation rate',
  },
  response: z.strictObject({
    today: day,
    /** Nobody has said anything about them yet. */
    open: list(finding),
    /** Newest first; the finding is null where it no longer stands. */
    decided: list(z.strictObject({ decision, name: text, finding: finding.nullable() })),
    sources: list(
      z.strictObject({
        source: freshness,
        /** More than twice its interval without refresh; null where it promises nothing. */
        stale: z.boolean().nullable(),
        /** Periods that are looked at. */
        grain: z.enum(['day', 'week', 'month']).nullable(),
        completeness: completeness.nullable(),
        metrics: list(z.strictObject({ metric: z.string(), name: text, completeness })),
      }),
    ),
    /** Measures that two sources give. */
    reconciliations: list(reconciliation),
    automation: automation.extend({ trend: list(automation.extend({ on: day })) }),
    /** Typed values that are past their day. */
    overdue: list(
      z.strictObject({ metric: z.string(), name: text, owner: z.string(), month: z.string(), due: day, late: z.int().min(1) }),
    ),
    checklist: carries<QualityChecklist>()(
      z.strictObject({
        items: list(
          z.strictObject({
            id: z.enum(['standard', 'automated', 'handled', 'audited']),
            state: z.enum(['met', 'partly', 'not', 'none']),
            done: z.int(),
            of: z.int(),
          }),
        ),
        score: share,
      }),
    ),
  }),
});

/** The last word on the same days of a subject counts; without a choice it is taken back and the ticket is open again. */
export const decideQuality = endpoint({
  method: 'PUT',
  path: '/api/quality/decisions',
  concept: 'quality',
  summary: { ja: '欠測・外れ値の扱いを決める', en: 'Says what to do about a missing or unusual value' },
  body: z.strictObject({
    about,
    subject,
    days: dayRange,
    choice: choice.nullable(),
    /** The days do not count in baselines. */
    excluded: z.boolean().default(false),
    reason: z.string().default(''),
  }),
  response: z.strictObject({ decision }),
});

/** Which measures are held against each other, all of them at once. */
export const putReconciliations = endpoint({
  method: 'PUT',
  path: '/api/quality/reconciliations',
  concept: 'quality',
  summary: { ja: '同じ指標を2つのデータで照合する設定', en: 'Sets which measures of two sources are reconciled' },
  body: z.strictObject({ reconciliations: list(reconciliation) }),
  response: z.strictObject({ reconciliations: list(reconciliation) }),
});
