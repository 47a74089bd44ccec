import { agreeProblem } from '#core/agree/agree-messages.ts';
import { takesPart } from '#core/agree/check-proposal.ts';
import { proposalStanding } from '#core/agree/proposal.ts';
import type { Day } from '#core/calendar/day.ts';
import { isPublishable } from '#core/plan/publishable.ts';
import type { Problem } from '#core/problem/problem.ts';
import { problemsOf } from '#core/problem/problem.ts';
import type { Text } from '#core/text/text.ts';
import { readDraft } from '../ledger/draft-store.ts';
import { listMembers } from '../ledger/member-store.ts';
import { latestVersion } from '../ledger/plan-version-store.ts';
import { addProposal, type NewProposal, proposalPublished, type StoredProposal } from '../ledger/proposal-store.ts';
import { refused, type Written } from '../ledger/written.ts';
import { knownAt } from '../query/knowledge.ts';
import type { App } from './app.ts';
import { checkedPlan } from './checked-plan.ts';
import { type PublishingResult, publish, publishMessages } from './plan-publishing.ts';

const problem = problemsOf(publishMessages);

/** Puts the acting member's draft forward; refused while its texts could not be published. [AGR-01] */
export async function propose(
  app: App,
  by: string,
  proposal: Pick<NewProposal, 'plan' | 'reason' | 'approvers'>,
): Promise<Written<StoredProposal>> {
  const draft = await readDraft(app.workspace.ledger.db, proposal.plan, by);
  if (!draft) return refused([problem('publish-nothing', {})]);
  const known = await knownAt(app);
  const { problems } = checkedPlan(app, draft, known.metrics.catalogue, known.key);
  if (!isPublishable(problems)) return refused(problems);
  const { yaml, sheet, base } = draft;
  return app.workspace.ledger.change(by, change => addProposal(change, { ...proposal, yaml, sheet, base }));
}

export type ProposalPublishing =
  | { readonly kind: 'publishing'; readonly result: PublishingResult }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Makes the version of what was agreed; refused until everybody agrees, and where another version came first. [AGR-05] */
export async function publishProposal(
  app: App,
  by: string,
  proposal: StoredProposal,
  { name, effectiveFrom }: { readonly name?: Text; readonly effectiveFrom?: Day },
): Promise<ProposalPublishing> {
  const { plan, base, yaml, sheet, reason } = proposal;
  const { db } = app.workspace.ledger;
  const newest = (await latestVersion(db, plan))?.number ?? 0;
  const { isAgreed, isOvertaken, missingSides, waitsFor, openObjections } = proposalStanding(proposal, newest);
  if (proposal.state !== 'open') return refused([agreeProblem('proposal-closed', {})]);
  if (!takesPart(proposal, by)) return refused([agreeProblem('proposal-publisher', {})]);
  if (isOvertaken) return refused([agreeProblem('proposal-overtaken', {})]);
  if (!isAgreed) {
    const members = await listMembers(db);
    const waits = waitsFor.map(({ member }) => members.find(({ id }) => id === member)?.name ?? member);
    return refused([agreeProblem('proposal-not-agreed', { waits, objections: openObjections, sides: missingSides })]);
  }
  const result = await publish(app, by, {
    plan,
    reason,
    texts: { yaml, sheet, base },
    ...(name ? { name } : {}),
    ...(effectiveFrom ? { effectiveFrom } : {}),
    together: (change, version) => proposalPublished(change, proposal, version),
  });
  return { kind: 'publishing', result };
}
