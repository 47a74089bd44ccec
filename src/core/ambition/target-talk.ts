import type { MemberId, Role } from '../act/member.ts';
import type { Instant } from '../measure/live-segments.ts';
import type { Decimal } from '../measure/observation.ts';
import { decimalOf } from '../number/decimal.ts';
import type { Problem } from '../problem/problem.ts';
import { ambitionProblem } from './ambition-messages.ts';

/** Where a wanted value comes from: what the organisation expects, or what the field thinks it can do. */
export type TalkSide = 'top-down' | 'bottom-up';

export const TALK_SIDES: readonly TalkSide[] = ['top-down', 'bottom-up'];

/** Who may sign for which side: those who set expectations, and those who have to meet them; a manager stands between both. [TLK-04] */
const SIGNERS: Readonly<Record<TalkSide, readonly Role[]>> = {
  'top-down': ['executive', 'manager'],
  'bottom-up': ['manager', 'member', 'engineer'],
};

/** Whether somebody of a role may sign for a side; nobody without a role may. */
export function maySign(side: TalkSide, role: Role | undefined): boolean {
  return role !== undefined && SIGNERS[side].includes(role);
}

/** Two proposed values for one target, and what became of them. [DES-54, TLK-01] */
export interface TargetTalk {
  readonly topDown: TalkOffer | null;
  readonly bottomUp: TalkOffer | null;
  readonly agreed: { readonly value: Decimal; readonly by: MemberId; readonly at: Instant } | null;
  /** Who stands for the agreed value, at most one for each side. */
  readonly approvals: readonly { readonly side: TalkSide; readonly by: MemberId; readonly at: Instant }[];
}

/** A value somebody proposes; in the KPI's unit, a month's or the whole as its target is. */
export interface TalkOffer {
  readonly value: Decimal;
  readonly because: string;
  readonly by: MemberId;
  readonly at: Instant;
}

export type TalkMove =
  | { readonly kind: 'propose'; readonly side: TalkSide; readonly value: Decimal; readonly because: string }
  | { readonly kind: 'agree'; readonly value: Decimal }
  | { readonly kind: 'approve'; readonly side: TalkSide };

export const NO_TALK: TargetTalk = { topDown: null, bottomUp: null, agreed: null, approvals: [] };

/** Longest reason that is kept. */
const LONGEST = 1000;

/**
 * What becomes of a talk by one move of somebody. [TLK-01 … TLK-04]
 * A proposal that changes reopens what was agreed; another agreed value has to be stood for anew.
 */
export function talkAfter(
  talk: TargetTalk,
  move: TalkMove,
  { role, ...who }: { readonly by: MemberId; readonly at: Instant; readonly role: Role | undefined },
): { readonly talk: TargetTalk; readonly problems: readonly Problem[] } {
  const refused = (...problems: readonly Problem[]) => ({ talk, problems });
  switch (move.kind) {
    case 'propose': {
      const because = move.because.trim();
      if (because === '' || because.length > LONGEST) return refused(ambitionProblem('talk-because', { most: LONGEST }));
      const offer = { value: decimalOf(move.value), because, ...who };
      const reopened = { ...talk, agreed: null, approvals: [] };
      return {
        talk: move.side === 'top-down' ? { ...reopened, topDown: offer } : { ...reopened, bottomUp: offer },
        problems: [],
      };
    }
    case 'agree':
      if (!talk.topDown || !talk.bottomUp) return refused(ambitionProblem('talk-one-sided', {}));
      return { talk: { ...talk, agreed: { value: decimalOf(move.value), ...who }, approvals: [] }, problems: [] };
    case 'approve': {
      if (!talk.agreed) return refused(ambitionProblem('talk-nothing-agreed', {}));
      if (!maySign(move.side, role)) return refused(ambitionProblem('talk-other-side', { side: move.side }));
      const others = talk.approvals.filter(({ side }) => side !== move.side);
      if (others.some(({ by }) => by === who.by)) return refused(ambitionProblem('talk-same-person', {}));
      return { talk: { ...talk, approvals: [...others, { side: move.side, ...who }] }, problems: [] };
    }
  }
}

/** How far the lower wish of the field is from the organisation's, as a share of the latter: 300 and 200 are a third apart; null without both, or from 0. */
export function talkGap({ topDown, bottomUp }: TargetTalk): number | null {
  if (!topDown || !bottomUp) return null;
  const [top, bottom] = [Number(topDown.value), Number(bottomUp.value)];
  return top === 0 ? null : Math.abs(top - bottom) / Math.abs(top);
}

/** Both sides stand for the agreed value. */
export function isSettled({ agreed, approvals }: TargetTalk): boolean {
  return agreed !== null && TALK_SIDES.every(side => approvals.some(approval => approval.side === side));
}
