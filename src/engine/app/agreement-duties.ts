import type { Objection, Side } from '#core/agree/proposal.ts';
import { addDays } from '#core/calendar/day.ts';
import type { Instant } from '#core/measure/live-segments.ts';
import type { Text } from '#core/text/text.ts';
import { findNodes } from '../ledger/node-index.ts';
import { listPlans } from '../ledger/plan-store.ts';
import { listVersions } from '../ledger/plan-version-store.ts';
import { listProposals, openProposals, type StoredProposal } from '../ledger/proposal-store.ts';
import { seenVersions } from '../ledger/version-seen-store.ts';
import { knownAt } from '../query/knowledge.ts';
import type { App } from './app.ts';

interface OfPlan {
  readonly plan: string;
  readonly name: Text;
}

/** What a member has to answer, and which new versions concern them. [AGR-03, AGR-04, AGR-08] */
export interface AgreementDuties {
  readonly approvals: readonly (OfPlan &
    Pick<StoredProposal, 'author' | 'at' | 'reason'> & { readonly sides: readonly Side[] })[];
  readonly objections: readonly (OfPlan & Pick<Objection, 'by' | 'node' | 'text'>)[];
  readonly notices: readonly Notice[];
}

/** Versions published since the member looked: from one they know to the newest. */
interface Notice extends OfPlan {
  readonly from: number;
  readonly to: number;
  readonly author: string;
  readonly at: Instant;
  readonly reason: string;
}

/** Days after which a version is no news to somebody who never looked at any. */
const NEWS_DAYS = 14;

export async function agreementDuties(app: App, member: string): Promise<AgreementDuties> {
  const { db } = app.workspace.ledger;
  const plans = (await listPlans(db)).filter(({ state }) => state === 'active');
  const nameOf = (plan: string): OfPlan => ({ plan, name: plans.find(({ id }) => id === plan)?.name ?? { ja: plan, en: plan } });
  const open = (await openProposals(db)).filter(({ plan }) => plans.some(({ id }) => id === plan));
  const approvals = open.flatMap(({ plan, approvers, answers, author, at, reason }) => {
    const sides = approvers
      .filter(one => one.member === member && !answers.some(({ side, member: by }) => side === one.side && by === member))
      .map(({ side }) => side);
    return sides.length > 0 ? [{ ...nameOf(plan), author, at, reason, sides }] : [];
  });
  const objections = open
    .filter(({ author }) => author === member)
    .flatMap(proposal =>
      proposal.objections
        .filter(({ reply, by }) => reply === null && by !== member)
        .map(({ by, node, text }) => ({ ...nameOf(proposal.plan), by, node, text })),
    );
  const seen = await seenVersions(db, member);
  const notices = await Promise.all(plans.map(async ({ id }) => noticeOf(app, id, member, seen.get(id))));
  return {
    approvals,
    objections,
    notices: notices.flatMap(notice => (notice ? [{ ...nameOf(notice.plan), ...notice }] : [])),
  };
}

async function noticeOf(
  app: App,
  plan: string,
  member: string,
  seen: number | undefined,
): Promise<Omit<Notice, 'name'> | undefined> {
  const { db } = app.workspace.ledger;
  const versions = await listVersions(db, plan);
  const newest = versions.at(-1);
  if (!newest || newest.author === member || newest.number <= (seen ?? 1)) return undefined;
  const { today } = await knownAt(app);
  if (seen === undefined && newest.publishedAt.slice(0, 10) < addDays(today, -NEWS_DAYS)) return undefined;
  if (!(await isConcerned(app, plan, member))) return undefined;
  const { number: to, author, publishedAt: at, reason } = newest;
  return { plan, from: seen ?? newest.base, to, author, at, reason };
}

/** Owners of the plan's KPIs, and approvers of what was put forward for it. */
async function isConcerned(app: App, plan: string, member: string): Promise<boolean> {
  const { db } = app.workspace.ledger;
  if ((await findNodes(db, { owner: member })).some(node => node.plan === plan)) return true;
  return (await listProposals(db, plan)).some(({ approvers }) => approvers.some(one => one.member === member));
}
