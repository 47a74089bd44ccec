import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { list } from './scalar.ts';

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
