import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { closeState, observation } from './observation.ts';
import { day, dayRange, instant, list, text } from './scalar.ts';
import { unit } from './unit.ts';

const month = z.string().regex(/^[0-9]{4}-(?:0[1-9]|1[0-2])$/);
const businessDays = z.int().min(0).max(60);

/** Checklist, snapshots and later changes of one month. */
export const closing = endpoint({
  method: 'GET',
  path: '/api/closing',
  concept: 'close',
  summary: {
    ja: '月の締め（チェックリスト、確定時の値、確定後の変動）',
    en: 'Closing a month: checklist, values at closing, changes since',
  },
  query: z.strictObject({ period: month }),
  response: z.strictObject({
    period: z.string(),
    range: dayRange,
    tasks: list(
      z.strictObject({
        source: z.string(),
        name: text,
        owner: z.string().nullable(),
        /** Business days after the month's last day. */
        preliminary: businessDays,
        final: businessDays,
        state: closeState,
        preliminaryDue: day,
        finalDue: day,
        /** Null when the month is final. */
        next: z.strictObject({ step: z.enum(['preliminary', 'final']), due: day, overdue: z.boolean() }).nullable(),
        through: day.nullable(),
      }),
    ),
    /** Newest first. */
    snapshots: list(
      z.strictObject({
        id: z.string(),
        source: z.string(),
        state: z.enum(['preliminary', 'final']),
        name: z.string(),
        at: instant,
        by: z.string(),
        values: list(z.strictObject({ plan: z.string(), node: z.string(), observation })),
      }),
    ),
    /** Values that are no longer what they were at the newest final closing of their source. */
    changes: list(
      z.strictObject({
        snapshot: z.string(),
        plan: z.string(),
        node: z.string(),
        name: text,
        unit,
        was: observation,
        is: observation,
        causes: list(
          z.strictObject({
            kind: z.enum(['imported', 'undone', 'redefined', 'replanned']),
            id: z.string(),
            title: z.string(),
            at: instant,
            by: z.string(),
          }),
        ),
      }),
    ),
  }),
});

/** Who closes a source and by which business day after the month's end. */
export const putCloseDuty = endpoint({
  method: 'PUT',
  path: '/api/closing/duties',
  concept: 'close',
  summary: { ja: '締めの担当者と期日の設定', en: 'Sets who closes a source, and by when' },
  body: z.strictObject({
    source: z.string(),
    owner: z.string().nullable(),
    preliminary: businessDays,
    final: businessDays,
  }),
  response: z.strictObject({ source: z.string() }),
});
