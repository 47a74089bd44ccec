import { checkText } from '../act/check-text.ts';
import { checkOwner, type Member, type MemberId } from '../act/member.ts';
import type { Problem } from '../problem/problem.ts';
import { agreeProblem } from './agree-messages.ts';
import type { Approver, Objection, Proposal, ReplyKind, Side } from './proposal.ts';

/** Whether these people can be asked, for a reason that can be stored. `members`: everybody of the workspace. [AGR-02] */
export function checkApprovers(approvers: readonly Approver[], reason: string, members: readonly Member[]): Problem[] {
  const problems = checkText(reason, 'reason', { required: true });
  if (approvers.length === 0) problems.push(agreeProblem('approver-missing', {}, { at: ['approvers'] }));
  approvers.forEach(({ side, member: id }, place) => {
    const at = ['approvers', String(place)];
    const member = members.find(one => one.id === id);
    problems.push(...checkOwner(id, members, at));
    if (!member) return;
    if (side === 'executive' && member.role !== 'executive') {
      problems.push(agreeProblem('approver-not-executive', { name: member.name }, { at }));
    }
    if (approvers.findIndex(one => one.side === side && one.member === id) !== place) {
      problems.push(agreeProblem('approver-twice', { name: member.name }, { at }));
    }
  });
  return problems;
}

/** Whether a member may answer for a side. [AGR-03] */
export function checkAnswer(
  { state, approvers }: Pick<Proposal, 'state' | 'approvers'>,
  answer: { readonly side: Side; readonly by: MemberId; readonly needsNote: boolean; readonly note: string },
): Problem[] {
  if (state !== 'open') return [agreeProblem('proposal-closed', {})];
  if (!approvers.some(({ side, member }) => side === answer.side && member === answer.by)) {
    return [agreeProblem('approver-other', { side: answer.side })];
  }
  if (answer.needsNote && answer.note.trim() === '') return [agreeProblem('answer-note-missing', {}, { at: ['note'] })];
  return checkText(answer.note, 'note', { required: false });
}

/** Whether a member may reply to an objection that way; their own they can only take back. [AGR-04] */
export function checkReply(
  proposal: Pick<Proposal, 'state' | 'approvers'> & { readonly author: MemberId },
  objection: Objection,
  reply: { readonly by: MemberId; readonly kind: ReplyKind; readonly text: string },
): Problem[] {
  if (proposal.state !== 'open') return [agreeProblem('proposal-closed', {})];
  if (objection.reply) return [agreeProblem('objection-answered', {})];
  const isOwn = objection.by === reply.by;
  if (reply.kind === 'withdrawn') return isOwn ? [] : [agreeProblem('objection-other', {})];
  if (isOwn) return [agreeProblem('objection-own', {})];
  if (!takesPart(proposal, reply.by)) return [agreeProblem('objection-other', {})];
  return checkText(reply.text, 'reply', { required: true });
}

/** Whether somebody put a proposal forward or was named for it. */
export function takesPart(
  { author, approvers }: Pick<Proposal, 'approvers'> & { readonly author: MemberId },
  member: MemberId,
): boolean {
  return author === member || approvers.some(approver => approver.member === member);
}
