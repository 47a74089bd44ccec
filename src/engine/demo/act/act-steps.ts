import type { Day } from '#core/calendar/day.ts';
import { addAnnotation } from '../../ledger/annotation-store.ts';
import { closePeriod } from '../../ledger/close-store.ts';
import { addComment } from '../../ledger/comment-store.ts';
import { addToDo, finishToDo } from '../../ledger/to-do-store.ts';
import { day } from '../demo-days.ts';
import { DEMO_PLAN } from '../plan/plan-text.ts';
import { type Step, sound } from '../step.ts';
import { ANNOTATIONS } from './annotations.ts';
import { COMMENTS, type DemoComment } from './comments.ts';
import { initiativeSteps } from './initiative-steps.ts';
import { TO_DOS } from './to-dos.ts';

/** What people wrote, decided and closed. [DMO-12] */
export function actSteps(): readonly Step[] {
  return [...initiativeSteps(), ...commentSteps(), ...toDoSteps(), ...annotationSteps(), ...closeSteps()];
}

const WRITING = { ja: 'コメントと施策を書いています', en: 'Writing comments and initiatives' };

/** One step per person and day, as they sit down to write. */
function commentSteps(): readonly Step[] {
  const sittings = new Map<string, DemoComment[]>();
  for (const comment of COMMENTS) {
    const key = `${comment.on} ${comment.by}`;
    const known = sittings.get(key);
    if (known) known.push(comment);
    else sittings.set(key, [comment]);
  }
  return [...sittings.values()].flatMap((comments): readonly Step[] => {
    const [first] = comments;
    if (!first) return [];
    return [
      {
        on: first.on,
        time: '15:00',
        doing: WRITING,
        weight: 1,
        act: async ({ workspace: { ledger } }) => {
          await ledger.change(first.by, async change => {
            for (const { node, month, cause, countermeasure } of comments) {
              sound(await addComment(change, { plan: DEMO_PLAN, node }, month, { cause, countermeasure }));
            }
          });
        },
      },
    ];
  });
}

function toDoSteps(): readonly Step[] {
  return TO_DOS.map(({ by, on, done, ...toDo }) => ({
    on,
    time: '16:00',
    doing: WRITING,
    weight: 1,
    act: async ({ workspace: { ledger } }) => {
      const added = await ledger.change(by, async change => sound(await addToDo(change, { ...toDo, initiative: null })));
      if (done) await ledger.change(toDo.owner, async change => sound(await finishToDo(change, added.id, added.revision, done)));
    },
  }));
}

function annotationSteps(): readonly Step[] {
  return ANNOTATIONS.map(annotation => ({
    on: annotation.days.from > FIRST_NOTE ? annotation.days.from : FIRST_NOTE,
    time: '17:00',
    doing: WRITING,
    weight: 1,
    act: async ({ workspace: { ledger } }) => {
      await ledger.change('marketing/tanaka', async change => sound(await addAnnotation(change, annotation)));
    },
  }));
}

/** Notes about days before the company began were added when it began. */
const FIRST_NOTE = day('2026-04-03');

/** Months are final some days after their data have come; October is preliminary, November open. */
const CLOSES: readonly { readonly on: Day; readonly months: readonly string[]; readonly state: 'final' | 'preliminary' }[] = [
  { on: day('2026-04-10'), months: monthsOf(2025, 4, 12), state: 'final' },
  { on: day('2026-07-10'), months: monthsOf(2026, 4, 3), state: 'final' },
  { on: day('2026-10-09'), months: monthsOf(2026, 7, 3), state: 'final' },
  { on: day('2026-11-06'), months: monthsOf(2026, 10, 1), state: 'preliminary' },
];

function closeSteps(): readonly Step[] {
  return CLOSES.map(({ on, months, state }) => ({
    on,
    time: '18:00',
    doing: WRITING,
    weight: 1,
    act: async ({ workspace: { ledger } }) => {
      await ledger.change('sales/suzuki', async change => {
        for (const period of months) sound(await closePeriod(change, { source: 'all', period, state, note: '' }));
      });
    },
  }));
}

function monthsOf(year: number, first: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const month = first + index;
    return month > 12 ? `${year + 1}-${String(month - 12).padStart(2, '0')}` : `${year}-${String(month).padStart(2, '0')}`;
  });
}
