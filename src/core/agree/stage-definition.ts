import { checkText } from '../act/check-text.ts';
import type { Member, MemberId } from '../act/member.ts';
import type { Day } from '../calendar/day.ts';
import type { Instant } from '../measure/live-segments.ts';
import type { MetricId } from '../metric/measurement.ts';
import type { Problem } from '../problem/problem.ts';
import { agreeProblem } from './agree-messages.ts';
import { type Side, standsFor } from './proposal.ts';

/** Stages of a lead whose meaning marketing and sales agree on. [SHR-07] */
export const LEAD_STAGES = ['mql', 'sql'] as const;

export type LeadStage = (typeof LEAD_STAGES)[number];

/** The two sides of the hand-over. */
export const STAGE_SIDES = ['marketing', 'sales'] as const satisfies readonly Side[];

export type StageSide = (typeof STAGE_SIDES)[number];

/** Metrics that count leads of a stage, or divide by them: their charts show where its meaning changed. */
export const STAGE_METRICS: Readonly<Record<LeadStage, readonly MetricId[]>> = {
  mql: ['mqls', 'mql-rate', 'mql-cost', 'sql-rate'],
  sql: ['sqls', 'sql-rate', 'lead-sql-rate', 'sql-cost', 'opportunity-rate'],
};

/** What makes a lead one of the stage, and when it is handed over. */
export interface StageTerms {
  /** Conditions that must all hold, one sentence each: 「スコア60点以上」. */
  readonly criteria: readonly string[];
  /** Where responsibility passes to sales. */
  readonly handOver: string;
  /** First day on which leads are judged by it. */
  readonly since: Day;
}

export interface StageApproval {
  readonly side: StageSide;
  readonly by: MemberId;
  readonly at: Instant;
}

/** The agreed meanings of a stage over time, oldest first, and the change that is being agreed on. */
export interface StageDefinition {
  readonly versions: readonly (StageTerms & { readonly approvals: readonly StageApproval[] })[];
  readonly proposed:
    | (StageTerms & {
        readonly because: string;
        readonly by: MemberId;
        readonly at: Instant;
        readonly approvals: readonly StageApproval[];
      })
    | null;
}

export type StageMove =
  | ({ readonly kind: 'propose'; readonly because: string } & StageTerms)
  | { readonly kind: 'approve'; readonly side: StageSide }
  | { readonly kind: 'withdraw' };

export const NO_STAGE_DEFINITION: StageDefinition = { versions: [], proposed: null };

/**
 * What becomes of a stage's definition by one move of a member. [AGR-11, AGR-12]
 * A change needs the approval of both sides, by two members, each of the department they approve for; with the second it is in force
 * from its first day on, and the one before until the day before.
 */
export function stageAfter(
  before: StageDefinition,
  move: StageMove,
  who: { readonly member: Member | undefined; readonly at: Instant },
): { readonly definition: StageDefinition; readonly problems: readonly Problem[] } {
  const refused = (problems: readonly Problem[]) => ({ definition: before, problems });
  const { member, at } = who;
  if (!member) return refused([agreeProblem('stage-member', {})]);
  const by = member.id;
  switch (move.kind) {
    case 'propose': {
      const { criteria, handOver, since, because } = move;
      const terms = { criteria: criteria.map(one => one.trim()).filter(one => one !== ''), handOver: handOver.trim(), since };
      const problems = checkTerms(terms, because, before);
      if (problems.length > 0) return refused(problems);
      const proposed = { ...terms, because: because.trim(), by, at, approvals: [] };
      return { definition: { ...before, proposed }, problems: [] };
    }
    case 'withdraw':
      return { definition: { ...before, proposed: null }, problems: [] };
    case 'approve': {
      const { proposed, versions } = before;
      if (!proposed) return refused([agreeProblem('stage-nothing-proposed', {})]);
      if (!standsFor(member, move.side)) return refused([agreeProblem('stage-other-side', { side: move.side })]);
      const others = proposed.approvals.filter(({ side }) => side !== move.side);
      if (others.some(approval => approval.by === by)) return refused([agreeProblem('stage-same-person', {})]);
      const approvals = [...others, { side: move.side, by, at }];
      if (!STAGE_SIDES.every(side => approvals.some(approval => approval.side === side)))
        return { definition: { versions, proposed: { ...proposed, approvals } }, problems: [] };
      const { criteria, handOver, since } = proposed;
      return { definition: { versions: [...versions, { criteria, handOver, since, approvals }], proposed: null }, problems: [] };
    }
  }
}

/** Days on which series of a metric begin anew because the meaning of a stage changed; the first agreed meaning begins none. [AGR-12] */
export function stageBreaks(
  definitions: ReadonlyMap<LeadStage, StageDefinition>,
  metric: MetricId,
): readonly { readonly stage: LeadStage; readonly since: Day }[] {
  return [...definitions].flatMap(([stage, { versions }]) =>
    STAGE_METRICS[stage].includes(metric) ? versions.slice(1).map(({ since }) => ({ stage, since })) : [],
  );
}

function checkTerms(
  { criteria, handOver, since }: StageTerms,
  because: string,
  { versions }: StageDefinition,
): readonly Problem[] {
  const last = versions.at(-1)?.since;
  return [
    ...(criteria.length === 0 ? [agreeProblem('stage-criteria-missing', {}, { at: ['criteria'] })] : []),
    ...criteria.flatMap(one => checkText(one, 'criterion', { required: true })),
    ...checkText(handOver, 'hand-over', { required: true }),
    ...checkText(because, 'reason', { required: true }),
    ...(last !== undefined && since <= last ? [agreeProblem('stage-since', { last }, { at: ['since'] })] : []),
  ];
}
