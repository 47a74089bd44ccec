import type { Kysely, Selectable } from 'kysely';
import { checkText } from '#core/act/check-text.ts';
import { checkOwner } from '#core/act/member.ts';
import { agreeProblem } from '#core/agree/agree-messages.ts';
import { checkAnswer, checkApprovers, checkReply } from '#core/agree/check-proposal.ts';
import type { Answer, AnswerKind, Approver, Objection, Proposal, ReplyKind, Side } from '#core/agree/proposal.ts';
import type { Instant } from '#core/measure/live-segments.ts';
import type { Change } from './change.ts';
import { fromJson, fromJsonOrNull, toJson } from './json-text.ts';
import type { LedgerSchema, ProposalTable } from './ledger-schema.ts';
import { listMembers } from './member-store.ts';
import type { PlanTexts } from './plan-version-store.ts';
import { removeDraft } from './publish-plan.ts';
import { checkStorable } from './storable-text.ts';
import { refused, type Written, written } from './written.ts';

/** A draft that was put forward, frozen, with all that was said about it. [AGR-01] */
export interface StoredProposal extends Proposal, PlanTexts {
  readonly id: string;
  readonly plan: string;
  readonly reason: string;
  readonly author: string;
  readonly at: Instant;
  /** The version that came of it. */
  readonly version: number | null;
  readonly answers: readonly (Answer & { readonly at: Instant })[];
  readonly objections: readonly StoredObjection[];
}

export interface StoredObjection extends Objection {
  readonly id: string;
  readonly at: Instant;
  readonly reply: (NonNullable<Objection['reply']> & { readonly at: Instant }) | null;
}

/** A plan's proposals, newest first. */
export async function listProposals(db: Kysely<LedgerSchema>, plan: string): Promise<readonly StoredProposal[]> {
  const rows = await db.selectFrom('proposal').selectAll().where('plan', '=', plan).orderBy('id', 'desc').execute();
  return Promise.all(rows.map(row => whole(db, row)));
}

/** Open proposals of all plans. */
export async function openProposals(db: Kysely<LedgerSchema>): Promise<readonly StoredProposal[]> {
  const rows = await db.selectFrom('proposal').selectAll().where('state', '=', 'open').orderBy('id').execute();
  return Promise.all(rows.map(row => whole(db, row)));
}

export async function findProposal(db: Kysely<LedgerSchema>, id: string): Promise<StoredProposal | undefined> {
  const row = await db.selectFrom('proposal').selectAll().where('id', '=', id).executeTakeFirst();
  return row && whole(db, row);
}

export interface NewProposal extends PlanTexts {
  readonly plan: string;
  readonly base: number;
  readonly reason: string;
  readonly approvers: readonly Approver[];
}

/** Puts texts forward; an open proposal of the same member is taken back. Its author approves for the sides they stand for. [AGR-01] */
export async function addProposal(change: Change, proposal: NewProposal): Promise<Written<StoredProposal>> {
  const { plan, base, yaml, sheet, approvers } = proposal;
  const reason = proposal.reason.trim();
  const problems = [
    ...checkApprovers(approvers, reason, await listMembers(change.db)),
    ...checkStorable({ yaml, sheet, reason }),
  ];
  if (problems.length > 0) return refused(problems);
  const before = (await listProposals(change.db, plan)).filter(one => one.state === 'open' && one.author === change.by);
  for (const one of before) await close(change, one, 'withdrawn', null);
  const id = change.newId();
  await change.db
    .insertInto('proposal')
    .values({
      id,
      plan,
      base,
      yaml,
      sheet,
      reason,
      approvers: toJson(approvers),
      state: 'open',
      version: null,
      author: change.by,
      at: change.at,
    })
    .execute();
  const own = approvers.filter(({ member }) => member === change.by);
  for (const { side, member } of own) await writeAnswer(change, id, { side, member, answer: 'approved', note: '' });
  return recorded(change, 'proposal-added', id, null);
}

/** Answers for a side; a later answer of the same person for it replaces the one before. [AGR-03] */
export async function answerProposal(
  change: Change,
  id: string,
  { side, answer, note }: { readonly side: Side; readonly answer: AnswerKind; readonly note: string },
): Promise<Written<StoredProposal>> {
  const current = await findProposal(change.db, id);
  if (!current) return { kind: 'missing' };
  const problems = checkAnswer(current, { side, by: change.by, needsNote: answer !== 'approved', note });
  if (problems.length > 0) return refused(problems);
  await writeAnswer(change, id, { side, member: change.by, answer, note: note.trim() });
  return recorded(change, 'proposal-answered', id, current);
}

/** Somebody has something against it. `nodes`: the KPIs of what was put forward. [AGR-04] */
export async function addObjection(
  change: Change,
  id: string,
  { node, text }: { readonly node: string | null; readonly text: string },
  nodes: ReadonlySet<string>,
): Promise<Written<StoredProposal>> {
  const current = await findProposal(change.db, id);
  if (!current) return { kind: 'missing' };
  if (current.state !== 'open') return refused([agreeProblem('proposal-closed', {})]);
  const problems = [
    ...checkOwner(change.by, await listMembers(change.db), ['by']),
    ...checkText(text, 'objection', { required: true }),
    ...(node !== null && !nodes.has(node) ? [agreeProblem('objection-node', { node }, { at: ['node'] })] : []),
  ];
  if (problems.length > 0) return refused(problems);
  await change.db
    .insertInto('objection')
    .values({ id: change.newId(), proposal: id, node, by: change.by, text: text.trim(), at: change.at, reply: null })
    .execute();
  return recorded(change, 'proposal-objected', id, current);
}

/** Answers an objection, or takes one's own back. [AGR-04] */
export async function replyToObjection(
  change: Change,
  id: string,
  objectionId: string,
  { kind, text }: { readonly kind: ReplyKind; readonly text: string },
): Promise<Written<StoredProposal>> {
  const current = await findProposal(change.db, id);
  const objection = current?.objections.find(one => one.id === objectionId);
  if (!current || !objection) return { kind: 'missing' };
  const problems = checkReply(current, objection, { by: change.by, kind, text });
  if (problems.length > 0) return refused(problems);
  const reply = toJson({ by: change.by, kind, text: text.trim(), at: change.at });
  await change.db.updateTable('objection').set({ reply }).where('id', '=', objectionId).execute();
  return recorded(change, 'objection-answered', id, current);
}

/** Takes a proposal back. */
export async function withdrawProposal(change: Change, id: string): Promise<Written<StoredProposal>> {
  const current = await findProposal(change.db, id);
  if (!current) return { kind: 'missing' };
  if (current.state !== 'open') return refused([agreeProblem('proposal-closed', {})]);
  if (current.author !== change.by) return refused([agreeProblem('proposal-author', {})]);
  return close(change, current, 'withdrawn', null);
}

/** Notes the version that came of a proposal; its author's draft goes unless something else is in it by now. [AGR-05] */
export async function proposalPublished(change: Change, proposal: StoredProposal, version: number): Promise<void> {
  await close(change, proposal, 'published', version);
  await removeDraft(change, proposal, proposal.author);
}

async function close(
  change: Change,
  current: StoredProposal,
  state: 'withdrawn' | 'published',
  version: number | null,
): Promise<Written<StoredProposal>> {
  await change.db.updateTable('proposal').set({ state, version }).where('id', '=', current.id).execute();
  return recorded(change, state === 'published' ? 'proposal-published' : 'proposal-withdrawn', current.id, current);
}

async function writeAnswer(change: Change, proposal: string, answer: Answer): Promise<void> {
  const row = { proposal, ...answer, at: change.at };
  await change.db
    .insertInto('proposalAnswer')
    .values(row)
    .onConflict(same => same.columns(['proposal', 'side', 'member']).doUpdateSet(row))
    .execute();
}

/** The proposal as it now is, noted in the journal without its texts, which never change. */
async function recorded(
  change: Change,
  action: string,
  id: string,
  before: StoredProposal | null,
): Promise<Written<StoredProposal>> {
  const after = await findProposal(change.db, id);
  if (!after) return { kind: 'missing' };
  await change.record({ action, type: 'proposal', id, before: before && withoutTexts(before), after: withoutTexts(after) });
  return written(after);
}

function withoutTexts({ yaml: _, sheet: __, ...proposal }: StoredProposal): Omit<StoredProposal, keyof PlanTexts> {
  return proposal;
}

async function whole(db: Kysely<LedgerSchema>, row: Selectable<ProposalTable>): Promise<StoredProposal> {
  const answers = await db.selectFrom('proposalAnswer').selectAll().where('proposal', '=', row.id).orderBy('at').execute();
  const objections = await db.selectFrom('objection').selectAll().where('proposal', '=', row.id).orderBy('id').execute();
  return {
    ...row,
    approvers: fromJson<readonly Approver[]>(row.approvers),
    answers: answers.map(({ proposal: _, ...answer }) => answer),
    objections: objections.map(({ proposal: _, reply, ...objection }) => ({
      ...objection,
      reply: fromJsonOrNull<NonNullable<StoredObjection['reply']>>(reply),
    })),
  };
}
