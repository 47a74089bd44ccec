import { z } from 'zod';
import { ACCESS_KINDS, type AccessRecord } from '#core/measure/personal/access-record.ts';
import { RETENTION_MONTHS } from '#core/measure/personal/retention.ts';
import { carries } from './carries.ts';
import { endpoint } from './endpoint.ts';
import { day, instant, list } from './scalar.ts';

/** Takes a person out of every kept file and the rows made from them, or only says where the person is. */
export const erasePerson = endpoint({
  method: 'POST',
  path: '/api/people/erase',
  concept: 'people',
  summary: { ja: '個人のデータの消去（確認のみも可）', en: 'Erases a person from kept files and rows, or only looks' },
  body: z.strictObject({
    /** Mail address, phone number or id. */
    who: z.string().max(200),
    preview: z.boolean().default(true),
  }),
  response: z.strictObject({
    batches: list(z.strictObject({ batch: z.string(), fileName: z.string(), dataset: z.string(), rows: z.int() })),
    rows: z.int(),
    /** Older copies in the workspace's folder; delete them, or keep them knowing that the person may be in them. */
    copies: list(z.string()),
  }),
});

const months = z.int().min(RETENTION_MONTHS.least).max(RETENTION_MONTHS.most).nullable();
const retentionOf = { months, datasets: list(z.strictObject({ dataset: z.string().max(200), months })) };

/** How many whole months before the running one are kept; null keeps everything. */
export const retention = endpoint({
  method: 'GET',
  path: '/api/people/retention',
  concept: 'people',
  summary: { ja: 'データの保存期間', en: 'How long data are kept' },
  response: z.strictObject(retentionOf),
});

/** Only looks, unless `preview` is false: then it is stored, and what is too old goes now and from then on every day. */
export const putRetention = endpoint({
  method: 'PUT',
  path: '/api/people/retention',
  concept: 'people',
  summary: { ja: '保存期間の設定（確認のみも可）', en: 'Sets how long data are kept, or only shows what would go' },
  body: z.strictObject({ ...retentionOf, preview: z.boolean().default(true) }),
  response: z.strictObject({
    batches: list(
      z.strictObject({
        batch: z.string(),
        fileName: z.string(),
        dataset: z.string(),
        rows: z.int(),
        /** The first day that is kept. */
        before: day,
        /** Nothing of the import is left. */
        whole: z.boolean(),
      }),
    ),
    rows: z.int(),
  }),
});

/** Entries are never changed, and never say which person they are about. */
export const accessRecords = endpoint({
  method: 'GET',
  path: '/api/people/access',
  concept: 'people',
  summary: { ja: '個人に関するデータを見た・持ち出した記録', en: 'Who looked at or took along data about people' },
  query: z.strictObject({
    'older-than': z.string().exactOptional(),
    limit: z.coerce.number<number | string>().int().min(1).max(500).default(100),
  }),
  response: z.strictObject({
    records: list(
      carries<AccessRecord>()(
        z.strictObject({
          id: z.string(),
          at: instant,
          by: z.string(),
          kind: z.enum(ACCESS_KINDS),
          subject: z.string(),
          columns: list(z.string()),
          rows: z.int().nullable(),
        }),
      ),
    ),
  }),
});

/** Said by a screen that hands lines of a file to its reader. */
export const recordDownload = endpoint({
  method: 'POST',
  path: '/api/people/access',
  concept: 'people',
  summary: { ja: '持ち出しの記録', en: 'Records that lines of a file were downloaded' },
  body: z.strictObject({ subject: z.string().max(500), columns: list(z.string()), rows: z.int().min(0) }),
  response: z.strictObject({}),
});
