import { type DueList, dueList } from '#core/act/due-list.ts';
import type { Initiative } from '#core/act/initiative.ts';
import { type MissingComment, missingComments } from '#core/act/missing-comments.ts';
import type { ToDo } from '#core/act/to-do.ts';
import { addDays, type Day } from '#core/calendar/day.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import { periodOf, previousPeriod } from '#core/calendar/period.ts';
import type { CloseState } from '#core/measure/observation.ts';
import type { ProgressState } from '#core/progress/node-progress.ts';
import type { Text } from '#core/text/text.ts';
import { closeStateOf, currentCloses } from '../ledger/close-store.ts';
import { listComments } from '../ledger/comment-store.ts';
import { listInitiatives } from '../ledger/initiative-store.ts';
import { listPlans } from '../ledger/plan-store.ts';
import { listToDos } from '../ledger/to-do-store.ts';
import type { Revised } from '../ledger/written.ts';
import { readProgress } from '../progress/plan-progress.ts';
import { stagePlan } from '../progress/plan-stage.ts';
import { type Known, knownAt } from '../query/knowledge.ts';
import type { App } from './app.ts';
import { commentDuties, type NamedDuty } from './comment-duties.ts';
import { dataOddities, type Oddity } from './data-oddities.ts';
import { type Freshness, readFreshness } from './freshness.ts';
import { type RecentChange, recentChanges } from './recent-changes.ts';

/** What there is to do and to know today, for one member or for everybody. [APP-07] */
export interface Home {
  readonly today: Day;
  readonly month: { readonly key: string; readonly range: DayRange };
  readonly comments: { readonly written: number; readonly missing: readonly (MissingComment & { readonly name: Text })[] };
  readonly initiatives: DueList<Revised<Initiative>>;
  readonly toDos: DueList<Revised<ToDo>>;
  readonly data: readonly Oddity[];
  readonly closing: readonly { readonly source: Freshness; readonly state: CloseState }[];
  readonly moved: readonly MovedNode[];
  readonly changes: readonly RecentChange[];
}

/** A node whose light differs from the one seven days before. */
export interface MovedNode {
  readonly plan: string;
  readonly node: string;
  readonly name: Text;
  readonly from: ProgressState;
  readonly to: ProgressState;
  readonly owner: string | null;
}

const SOON_DAYS = 7;
const WEEK = 7;

export async function readHome(app: App, member: string | undefined): Promise<Home> {
  const known = await knownAt(app);
  const { today, settings } = known;
  const { db } = app.workspace.ledger;
  const month = lastWholeMonth(known);
  const owner = member === undefined ? {} : { owner: member };
  const sources = await readFreshness(app, known);
  const closes = await currentCloses(db);
  const initiatives = (await listInitiatives(db, owner)).filter(({ stage }) => stage !== 'done');
  return {
    today,
    month,
    comments: await commentsOf(app, await commentDuties(app, known), month.key, member),
    initiatives: dueList(initiatives, today, SOON_DAYS),
    toDos: dueList(await listToDos(db, { ...owner, done: false }), today, SOON_DAYS),
    data: await dataOddities(app, known, sources),
    closing: sources.map(source => ({ source, state: closeStateOf(closes, source.dataset, month.key) })),
    moved: await movedNodes(app, member),
    changes: await recentChanges(app, addDays(today, -WEEK), settings.calendar),
  };
}

/** The last business month that is over; comments and closing are about it. */
export function lastWholeMonth({ today, settings }: Pick<Known, 'today' | 'settings'>): Home['month'] {
  const { from, to } = previousPeriod(periodOf(today, 'month', settings.calendar), settings.calendar);
  return { key: to.slice(0, 7), range: { from, to } };
}

/** Comments of a period: how many duties are done, and which of the member's are not. */
export async function commentsOf(
  app: App,
  duties: readonly NamedDuty[],
  period: string,
  member: string | undefined,
): Promise<Home['comments']> {
  const written = await listComments(app.workspace.ledger.db, { periods: [period] });
  const own = duties.filter(({ owner }) => member === undefined || owner === member);
  const missing = missingComments(own, [period], written);
  const nameOf = new Map(own.map(({ plan, node, name }) => [`${plan} ${node}`, name]));
  return {
    written: own.length - missing.length,
    missing: missing.flatMap(({ plan, node, owner }) => {
      const name = nameOf.get(`${plan} ${node}`);
      return name ? [{ plan, node, owner, period, name }] : [];
    }),
  };
}

async function movedNodes(app: App, member: string | undefined): Promise<readonly MovedNode[]> {
  const moved: MovedNode[] = [];
  for (const { id, state } of await listPlans(app.workspace.ledger.db)) {
    const staged = state === 'active' ? await stagePlan(app, { plan: id }) : undefined;
    if (staged?.kind !== 'staged') continue;
    const { stage } = staged;
    const before = await stagePlan(app, { plan: id, to: addDays(stage.to, -WEEK) });
    if (before.kind !== 'staged') continue;
    const now = await readProgress(app, stage, { plan: id, align: 'dates' });
    const then = await readProgress(app, before.stage, { plan: id, align: 'dates' });
    const earlier = new Map(then.standing?.nodes.map(({ node, state: light }) => [node, light]));
    for (const { node, state: light } of now.standing?.nodes ?? []) {
      const from = earlier.get(node);
      const planned = stage.plan.nodes.get(node);
      const isOwn = member === undefined || planned?.owner === member || planned?.contributors.includes(member) === true;
      if (planned && isOwn && from !== undefined && from !== light) {
        moved.push({ plan: id, node, name: planned.name, from, to: light, owner: planned.owner ?? null });
      }
    }
  }
  return moved;
}
