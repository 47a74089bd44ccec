import type { ProposalView } from '#contract/agreement.ts';
import { checkOf } from '#contract/check-of.ts';
import { planViewOf } from '#contract/plan-view-of.ts';
import { agreeProblem } from '#core/agree/agree-messages.ts';
import { proposalStanding, usualApprovers } from '#core/agree/proposal.ts';
import { agreementDuties } from '#engine/app/agreement-duties.ts';
import type { App } from '#engine/app/app.ts';
import { checkedPlan } from '#engine/app/checked-plan.ts';
import { propose, publishProposal } from '#engine/app/plan-agreement.ts';
import { versionEntry } from '#engine/app/plan-version-asked.ts';
import { listMembers } from '#engine/ledger/member-store.ts';
import { findPlan } from '#engine/ledger/plan-store.ts';
import { latestVersion } from '#engine/ledger/plan-version-store.ts';
import {
  addObjection,
  answerProposal,
  findProposal,
  listProposals,
  replyToObjection,
  type StoredProposal,
  withdrawProposal,
} from '#engine/ledger/proposal-store.ts';
import { seeVersion } from '#engine/ledger/version-seen-store.ts';
import type { Written } from '#engine/ledger/written.ts';
import { knownAt } from '#engine/query/knowledge.ts';
import type { HandlersOf } from '../handler.ts';
import { missing, problems, value } from '../reply.ts';
import { requestProblem } from '../request-messages.ts';

export const agreementHandlers: HandlersOf<
  | 'proposals'
  | 'proposalTexts'
  | 'propose'
  | 'answerProposal'
  | 'objectToProposal'
  | 'replyToObjection'
  | 'withdrawProposal'
  | 'publishProposal'
  | 'agreementDuties'
  | 'seeVersion'
> = {
  proposals: async ({ plan }, { app }) => {
    const { db } = app.workspace.ledger;
    if (!(await findPlan(db, plan))) return missing(plan);
    const found = await listProposals(db, plan);
    return value({
      proposals: await Promise.all(found.map(one => proposalView(app, one))),
      usual: usualApprovers(await listMembers(db)),
    });
  },

  proposalTexts: async ({ proposal: id }, { app }) => {
    const found = await findProposal(app.workspace.ledger.db, id);
    if (!found) return missing(id);
    const known = await knownAt(app);
    const { yaml, sheet } = found;
    const check = checkedPlan(app, found, known.metrics.catalogue, known.key);
    const view = check.parsed ? planViewOf(check.parsed, known.metrics.catalogue) : null;
    return value({ proposal: await proposalView(app, found), texts: { yaml, sheet }, view, check: checkOf(check) });
  },

  propose: async ({ plan, body }, { app, by }) => {
    if (!(await findPlan(app.workspace.ledger.db, plan))) return missing(plan);
    return replyWith(app, plan, await propose(app, by, { plan, ...body }));
  },

  answerProposal: async ({ proposal: id, body }, { app, by }) =>
    replyWith(app, id, await app.workspace.ledger.change(by, change => answerProposal(change, id, body))),

  objectToProposal: async ({ proposal: id, body }, { app, by }) => {
    const found = await findProposal(app.workspace.ledger.db, id);
    if (!found) return missing(id);
    const known = await knownAt(app);
    const { parsed } = checkedPlan(app, found, known.metrics.catalogue, known.key);
    const nodes = new Set(parsed?.plan.nodes.keys());
    return replyWith(app, id, await app.workspace.ledger.change(by, change => addObjection(change, id, body, nodes)));
  },

  replyToObjection: async ({ proposal: id, objection, body }, { app, by }) =>
    replyWith(app, id, await app.workspace.ledger.change(by, change => replyToObjection(change, id, objection, body))),

  withdrawProposal: async ({ proposal: id }, { app, by }) =>
    replyWith(app, id, await app.workspace.ledger.change(by, change => withdrawProposal(change, id))),

  publishProposal: async ({ proposal: id, body }, { app, by }) => {
    const found = await findProposal(app.workspace.ledger.db, id);
    if (!found) return missing(id);
    const publishing = await publishProposal(app, by, found, body);
    if (publishing.kind === 'refused') return problems(publishing.problems);
    const { published } = publishing.result;
    switch (published.kind) {
      case 'published': {
        const after = await findProposal(app.workspace.ledger.db, id);
        if (!after) return missing(id);
        return value({ proposal: await proposalView(app, after), version: await versionEntry(app, published.version) });
      }
      case 'unchanged':
      case 'conflict':
        return problems([agreeProblem('proposal-overtaken', {})]);
      case 'name-taken':
        return problems([requestProblem('version-name-taken', { version: published.by }, { at: ['name'] })]);
      case 'refused':
        return problems(published.problems);
      case 'missing':
        return missing(found.plan);
    }
  },

  agreementDuties: async (_, { app, member }) =>
    value(member === undefined ? { approvals: [], objections: [], notices: [] } : await agreementDuties(app, member)),

  seeVersion: async ({ plan, body }, { app, by }) => {
    const { db } = app.workspace.ledger;
    if (body.version > ((await latestVersion(db, plan))?.number ?? 0)) return missing(`${plan}@${body.version}`);
    await app.workspace.ledger.change(by, change => seeVersion(change, plan, body.version));
    return value({});
  },
};

async function replyWith(app: App, id: string, written: Written<StoredProposal>) {
  switch (written.kind) {
    case 'written':
      return value({ proposal: await proposalView(app, written.value) });
    case 'refused':
      return problems(written.problems);
    case 'missing':
      return missing(id);
    case 'conflict':
      throw new Error('a proposal has no revisions that could meet');
  }
}

async function proposalView(app: App, { yaml: _, sheet: __, ...proposal }: StoredProposal): Promise<ProposalView> {
  const newest = (await latestVersion(app.workspace.ledger.db, proposal.plan))?.number ?? 0;
  return { ...proposal, standing: proposalStanding(proposal, newest) };
}
