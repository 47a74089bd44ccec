import type { Member, MemberId } from '../act/member.ts';

/** From where a plan is looked at before it becomes everybody's. [AGR-02] */
export const SIDES = ['marketing', 'sales', 'executive'] as const;
export type Side = (typeof SIDES)[number];

export interface Approver {
  readonly side: Side;
  readonly member: MemberId;
}

/** `taken-away` (持ち帰り): to be talked over first. */
export const ANSWERS = ['approved', 'sent-back', 'taken-away'] as const;
export type AnswerKind = (typeof ANSWERS)[number];

export interface Answer extends Approver {
  readonly answer: AnswerKind;
  readonly note: string;
}

export const REPLIES = ['changed', 'kept', 'withdrawn'] as const;
export type ReplyKind = (typeof REPLIES)[number];

/** What somebody has against a proposal. [AGR-04] */
export interface Objection {
  /** The KPI it is about; null: the plan as a whole. */
  readonly node: string | null;
  readonly by: MemberId;
  readonly text: string;
  readonly reply: { readonly by: MemberId; readonly kind: ReplyKind; readonly text: string } | null;
}

export const PROPOSAL_STATES = ['open', 'withdrawn', 'published'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export interface Proposal {
  /** Number of the version it was made from; 0: none. */
  readonly base: number;
  readonly state: ProposalState;
  readonly approvers: readonly Approver[];
  /** The newest of every approver and side. */
  readonly answers: readonly Answer[];
  readonly objections: readonly Objection[];
}

/** How far a proposal has come. [AGR-05] */
export interface ProposalStanding {
  readonly isAgreed: boolean;
  /** Another version was published since. */
  readonly isOvertaken: boolean;
  /** Sides nobody was named for. */
  readonly missingSides: readonly Side[];
  /** Who has not approved yet, those who sent it back or took it away included. */
  readonly waitsFor: readonly Approver[];
  readonly openObjections: number;
}

/** `newest`: number of the plan's newest version, 0 before the first. */
export function proposalStanding(proposal: Proposal, newest: number): ProposalStanding {
  const { approvers, answers, objections, base, state } = proposal;
  const missingSides = SIDES.filter(side => !approvers.some(approver => approver.side === side));
  const waitsFor = approvers.filter(
    ({ side, member }) =>
      !answers.some(answer => answer.side === side && answer.member === member && answer.answer === 'approved'),
  );
  const openObjections = objections.filter(({ reply }) => reply === null).length;
  const isOvertaken = state === 'open' && newest !== base;
  const isAgreed = missingSides.length === 0 && waitsFor.length === 0 && openObjections === 0;
  return { isAgreed, isOvertaken, missingSides, waitsFor, openObjections };
}

/** Whom to ask for a side by default: managers of the department that is called so, or executives. */
export function usualApprovers(members: readonly Member[]): readonly Approver[] {
  return SIDES.flatMap(side => {
    const fits = members.filter(member => member.active && standsFor(member, side));
    const first = fits.find(({ role }) => role === 'manager') ?? fits[0];
    return first ? [{ side, member: first.id }] : [];
  });
}

const DEPARTMENTS: Readonly<Record<Exclude<Side, 'executive'>, RegExp>> = {
  marketing: /マーケ|marketing/i,
  sales: /^(?!.*インサイド)(?!.*inside).*(?:営業|セールス|sales)/i,
};

/** Whether a member belongs to a side: by role for management, else by department. [AGR-02] */
export function standsFor({ role, department, id }: Member, side: Side): boolean {
  if (side === 'executive') return role === 'executive';
  return DEPARTMENTS[side].test(department ?? '') || id.startsWith(`${side}/`);
}
