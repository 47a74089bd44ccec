import { z } from 'zod';
import { LATEST_DUE } from '#core/measure/entry/value-duty.ts';
import { endpoint } from './endpoint.ts';
import { day, list, text } from './scalar.ts';

const monthKey = z.string().regex(/^[0-9]{4}-(?:0[1-9]|1[0-2])$/);

const duty = {
  owner: z.string(),
  /** Business day of the following month. */
  due: z.int().min(1).max(LATEST_DUE),
  /** Business days before it on which the reminder begins. */
  remind: z.int().min(0).max(LATEST_DUE),
};

export const valueDuties = endpoint({
  method: 'GET',
  path: '/api/value-duties',
  concept: 'values',
  summary: { ja: '値を入力する人と期限、いま期限の値', en: 'Who types which values by when, and what is due now' },
  response: z.strictObject({
    duties: list(z.strictObject({ metric: z.string(), name: text, ...duty, since: monthKey })),
    owed: list(
      z.strictObject({
        metric: z.string(),
        name: text,
        owner: z.string(),
        month: monthKey,
        due: day,
        /** Business days since it was due. */
        late: z.int().min(0),
      }),
    ),
  }),
});

/** Without `duty` nobody is asked any more. */
export const putValueDuty = endpoint({
  method: 'PUT',
  path: '/api/value-duties/:metric',
  concept: 'values',
  summary: { ja: '値の入力の担当と期限の設定', en: 'Says who types the values of a metric, and by when' },
  params: z.strictObject({ metric: z.string().min(1).max(200) }),
  body: z.strictObject({ duty: z.strictObject(duty).nullable() }),
  response: z.strictObject({}),
});
