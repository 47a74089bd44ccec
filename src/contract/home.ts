import { z } from 'zod';
import { missingComment } from './comment.ts';
import { freshness } from './dataset.ts';
import { endpoint } from './endpoint.ts';
import { initiative } from './initiative.ts';
import { closeState } from './observation.ts';
import { day, dayRange, instant, list, text } from './scalar.ts';
import { toDo } from './to-do.ts';

/** Open work by how near its date is. */
function dueList<S extends z.ZodType>(of: S) {
  return z.strictObject({ overdue: list(of), today: list(of), soon: list(of), later: list(of) });
}

const state = z.enum(['met', 'near', 'behind', 'no-target', 'no-data', 'undefined']);

/** Something about the data that a person should look at. */
const oddity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('late'), source: freshness }),
  /** Days without rows between days with rows, in the last 31 days. */
  z.strictObject({ kind: z.literal('gap'), source: freshness, days: list(dayRange) }),
  /** Rows of its newest import could not be read and were left out. */
  z.strictObject({ kind: z.literal('bad-rows'), source: freshness, batch: z.string(), count: z.int() }),
]);

/** What the acting member should do and know, of all active plans; everybody's when nobody is acting. */
export const home = endpoint({
  method: 'GET',
  path: '/api/home',
  concept: 'home',
  summary: { ja: 'ホーム（今日やること）', en: 'Home: what there is to do today' },
  response: z.strictObject({
    member: z.string().nullable(),
    today: day,
    /** Comments of the last month that is over. */
    comments: z.strictObject({ period: z.string(), written: z.int(), missing: list(missingComment) }),
    initiatives: dueList(initiative),
    toDos: dueList(toDo),
    /** Late, missing or odd data. */
    data: list(oddity),
    /** What is left of closing the last month that is over. */
    closing: z.strictObject({
      period: z.string(),
      range: dayRange,
      sources: list(z.strictObject({ source: freshness, state: closeState })),
    }),
    /** Nodes whose light differs from the one seven days before. */
    moved: list(
      z.strictObject({ plan: z.string(), node: z.string(), name: text, from: state, to: state, owner: z.string().nullable() }),
    ),
    /** What people did in the last seven days, newest first. */
    changes: list(
      z.strictObject({
        at: instant,
        by: z.string(),
        action: z.string(),
        type: z.string(),
        id: z.string(),
        /** Name of the object it was done to, where it has one. */
        title: text.nullable(),
      }),
    ),
  }),
});
