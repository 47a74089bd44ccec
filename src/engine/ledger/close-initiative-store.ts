import { type ClosingInput, closeInitiative } from '#core/act/close-initiative.ts';
import { effectSummary } from '#core/act/effect-summary.ts';
import { type FollowUp, followUps } from '#core/act/follow-up.ts';
import type { Initiative } from '#core/act/initiative.ts';
import { lessonOf } from '#core/act/lesson.ts';
import type { Day } from '#core/calendar/day.ts';
import { unreachable } from '#core/problem/unreachable.ts';
import type { Lang } from '#core/text/text.ts';
import { replaceAnnotations } from './annotation-store.ts';
import type { Change } from './change.ts';
import { addInitiative, findInitiative, replaceInitiative } from './initiative-store.ts';
import { addLesson } from './lesson-store.ts';
import { addProcedurePage } from './procedure-store.ts';
import { addToDo } from './to-do-store.ts';
import { type Revised, refused, stale, type Written } from './written.ts';

/** What closing an initiative has brought about. */
export interface ClosedInitiative {
  readonly initiative: Revised<Initiative>;
  readonly followUps: readonly StoredFollowUp[];
}

export type Closed =
  | { readonly kind: 'closed'; readonly value: ClosedInitiative }
  | Exclude<Written<Revised<Initiative>>, { readonly kind: 'written' }>;

/** A follow-up with the id it was stored under; freed money is only reported. */
export type StoredFollowUp =
  | { readonly kind: 'procedure' | 'to-do' | 'initiative'; readonly id: string }
  | Extract<FollowUp, { readonly kind: 'freed-budget' }>
  /** It could not be stored, because its owner has left meanwhile. */
  | { readonly kind: 'left-open'; readonly followUp: FollowUp };

/**
 * Closes an initiative, and in the same transaction stores its lesson, notes the effect on the charts of its KPIs and makes what
 * the decision asks for. [ACT-11, ACT-13, ACT-35] `lang`: language of the texts that are made.
 */
export async function closeStoredInitiative(
  change: Change,
  id: string,
  revision: number,
  input: ClosingInput,
  today: Day,
  lang: Lang,
): Promise<Closed> {
  const current = await findInitiative(change.db, id);
  if (current?.revision !== revision) return stale(current);
  const closed = closeInitiative(current, input, today);
  if (!closed.ok) return refused(closed.problems);
  const initiative = await replaceInitiative(change, current, closed.value, 'initiative-closed');
  const lesson = lessonOf(initiative, change.newId());
  if (lesson) await addLesson(change, lesson);
  await noteEffect(change, initiative, today, lang);
  const stored: StoredFollowUp[] = [];
  for (const followUp of followUps(initiative)) stored.push(await store(change, initiative, followUp, lang));
  return { kind: 'closed', value: { initiative, followUps: stored } };
}

/** The note of its start becomes one over all its days, with what it did. One that never started leaves none. */
async function noteEffect(change: Change, initiative: Initiative, today: Day, lang: Lang): Promise<void> {
  const { startedOn, closing, title } = initiative;
  if (startedOn === null || !closing) return;
  const text =
    lang === 'ja' ? `${title}：${effectSummary(closing.reading).ja}` : `${title}: ${effectSummary(closing.reading).en}`;
  const days = { from: startedOn, to: startedOn > today ? startedOn : today };
  await replaceAnnotations(
    change,
    { source: 'initiative', sourceId: initiative.id },
    initiative.kpis.map(({ plan, node }) => ({ plan, node, days, text, source: 'initiative', sourceId: initiative.id })),
  );
}

async function store(change: Change, { id: initiative }: Initiative, followUp: FollowUp, lang: Lang): Promise<StoredFollowUp> {
  switch (followUp.kind) {
    case 'procedure': {
      const page = await addProcedurePage(change, { initiative, title: followUp.title[lang], body: followUp.body[lang] });
      return { kind: 'procedure', id: page.id };
    }
    case 'to-do': {
      const { owner, due, title } = followUp;
      const added = await addToDo(change, { title: title[lang].slice(0, 255), owner, due, note: '', initiative });
      return added.kind === 'written' ? { kind: 'to-do', id: added.value.id } : { kind: 'left-open', followUp };
    }
    case 'initiative': {
      const added = await addInitiative(change, followUp.draft, followUp.stage);
      return added.kind === 'written' ? { kind: 'initiative', id: added.value.id } : { kind: 'left-open', followUp };
    }
    case 'freed-budget':
      return followUp;
    default:
      return unreachable(followUp);
  }
}
