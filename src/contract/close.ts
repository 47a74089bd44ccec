import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { closeState } from './observation.ts';
import { dayRange, instant, list } from './scalar.ts';

/** One step of closing a period for a source; every step is kept. */
export const closeStep = z.strictObject({
  id: z.string(),
  /** Id of a dataset, or `all`. */
  source: z.string(),
  /** Business month, `2026-10`. */
  period: z.string(),
  range: dayRange,
  state: closeState,
  at: instant,
  by: z.string(),
  note: z.string(),
});

export const closes = endpoint({
  method: 'GET',
  path: '/api/closes',
  concept: 'close',
  summary: { ja: '締めの状況（期間×データ）', en: 'How far periods are closed, per source' },
  query: z.strictObject({
    /** One period only, with every step that was taken. */
    period: z.string().exactOptional(),
  }),
  response: z.strictObject({
    /** The last step per source and period; what is not here is open. */
    current: list(closeStep),
    /** Oldest first; empty without a period. */
    history: list(closeStep),
  }),
});

/** What was final is opened again only with a note that says why. */
export const putClose = endpoint({
  method: 'PUT',
  path: '/api/closes',
  concept: 'close',
  summary: { ja: '締めの変更（未締め・速報・確定）', en: 'Closes a period for a source, or opens it again' },
  body: z.strictObject({
    source: z.string(),
    period: z.string().regex(/^[0-9]{4}-(?:0[1-9]|1[0-2])$/),
    state: closeState,
    note: z.string().default(''),
    /** Name of the snapshot that is taken of the KPIs over the source. */
    name: z.string().max(100).default(''),
  }),
  response: z.strictObject({ close: closeStep }),
});
