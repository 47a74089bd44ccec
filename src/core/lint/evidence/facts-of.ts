import type { AmbitionFacts } from '../../ambition/ambition-facts.ts';
import { ambitionFactsOf, type TargetEvidence, targetEvidence } from '../../ambition/target-evidence.ts';
import { rationalOf, toNumber } from '../../number/rational.ts';
import type { Arithmetic } from '../../plan/arithmetic.ts';
import type { NodeId, PlanNode } from '../../plan/plan.ts';
import { achievementOf, lightOf } from '../../progress/achievement.ts';
import { lightLimitsOf } from '../../progress/light-limits.ts';
import { type PlannedValues, plannedValues } from '../../progress/planned.ts';
import type { Attention, JudgedBy, LintFacts } from '../facts.ts';
import type { NodeKnowledge, PlanKnowledge } from './plan-knowledge.ts';

/** What the rules are told of a plan's targets by what is known of its nodes. [LNT-05] */
export function factsOf({ today, nodes: known, relations }: PlanKnowledge, arithmetic: Arithmetic): LintFacts {
  const nodes = [...arithmetic.plan.nodes.values()].flatMap(node => {
    const own = Object.hasOwn(known, node.id) ? known[node.id] : undefined;
    return own ? [{ node, own, evidence: evidenceOf(node, own, arithmetic) }] : [];
  });
  const planned = plannedValues(arithmetic, () => ({ kind: 'business-days' }));
  const reached = new Map(nodes.map(({ node, own }) => [node.id, monthsReached(node, own, planned, arithmetic)]));
  const idsOf = (is: (own: NodeKnowledge) => boolean) => new Set(nodes.flatMap(({ node, own }) => (is(own) ? [node.id] : [])));
  return {
    today,
    ambitions: mapOf(nodes, ({ node, own, evidence }) => judgedBy(node, own, evidence)),
    histories: mapOf(nodes, ({ node, own, evidence }) => historyOf(node, own, evidence)),
    forecasts: mapOf(nodes, ({ node, own, evidence }) => bandOf(node, own, evidence, arithmetic)),
    relations,
    measured: idsOf(({ isMeasured }) => isMeasured),
    worked: idsOf(({ initiatives }) => initiatives > 0),
    achievements: new Map([...reached].flatMap(([id, months]) => lastOf(id, months))),
    attention: mapOf(nodes, ({ node, own }) => attentionOf(own, reached.get(node.id) ?? [])),
  };
}

interface KnownNode {
  readonly node: PlanNode;
  readonly own: NodeKnowledge;
  readonly evidence: TargetEvidence;
}

function mapOf<T>(nodes: readonly KnownNode[], of: (known: KnownNode) => T | undefined): ReadonlyMap<NodeId, T> {
  return new Map(
    nodes.flatMap(known => {
      const found = of(known);
      return found === undefined ? [] : [[known.node.id, found] as const];
    }),
  );
}

function evidenceOf(node: PlanNode, { past, ahead, lift }: NodeKnowledge, arithmetic: Arithmetic): TargetEvidence {
  const coming = ahead.map(({ from, to, median }) => ({ from, to, value: median }));
  return targetEvidence(node, arithmetic, { past, ahead: coming, ...(lift === null ? {} : { lift }) });
}

/** A flow's target over a week, quarter or year is that many times the month's; everything else is told as it is. */
function perTarget({ target, time }: PlanNode, { measure, target: ofMonth }: TargetEvidence): number | undefined {
  if (!target) return undefined;
  if (time !== 'flow' || measure === 'whole' || target.per === 'month') return 1;
  const written = toNumber(rationalOf(target.value));
  return ofMonth === undefined || ofMonth === 0 || target.sign === 'between' ? undefined : written / ofMonth;
}

const SHOWN = 12;

function judgedBy(node: PlanNode, { past }: NodeKnowledge, evidence: TargetEvidence): JudgedBy | undefined {
  const times = perTarget(node, evidence);
  if (times === undefined) return undefined;
  const values = evidence.measure === 'whole' ? [] : past.slice(-SHOWN).flatMap(({ value }) => value ?? []);
  const range = { low: times * Math.min(...values), high: times * Math.max(...values), months: values.length };
  return { ...scaled(ambitionFactsOf(node, evidence), times), ...(values.length > 0 ? { past: range } : {}) };
}

/** Its target is what stands in the text, which the rules read there. */
function scaled(
  { baseline, natural, withInitiatives, ownBest, limit, benchmark, ...rest }: AmbitionFacts,
  times: number,
): AmbitionFacts {
  return {
    ...rest,
    ...(baseline === undefined ? {} : { baseline: times * baseline }),
    ...(natural === undefined ? {} : { natural: times * natural }),
    ...(withInitiatives === undefined ? {} : { withInitiatives: times * withInitiatives }),
    ...(ownBest === undefined ? {} : { ownBest: times * ownBest }),
    ...(limit === undefined ? {} : { limit: { low: times * limit.low, high: times * limit.high } }),
    ...(benchmark === undefined ? {} : { benchmark }),
  };
}

/** Of a total there are no stretches of its length enough to tell how they vary. */
function historyOf(node: PlanNode, { past }: NodeKnowledge, evidence: TargetEvidence): readonly number[] | undefined {
  const times = perTarget(node, evidence);
  if (times === undefined || evidence.measure === 'whole') return undefined;
  return past.flatMap(({ value }) => (value === null ? [] : [times * value]));
}

/** Of the last month that counts; of a total what is done and all low, or all high, ends together: the widest there can be. */
function bandOf(
  node: PlanNode,
  { past, ahead, lift }: NodeKnowledge,
  evidence: TargetEvidence,
  { plan }: Arithmetic,
): { readonly low: number; readonly high: number } | undefined {
  const times = perTarget(node, evidence);
  const until = node.target?.by ?? plan.period.to;
  const coming = ahead.filter(({ from, to }) => to >= plan.period.from && from <= until);
  const last = coming.at(-1);
  if (times === undefined || !last || last.to < until) return undefined;
  const raised = Math.max(1, lift ?? 1);
  const lowered = Math.min(1, lift ?? 1);
  if (evidence.measure === 'month') return { low: times * lowered * last.low, high: times * raised * last.high };
  const done = past.filter(({ from, to }) => from >= plan.period.from && to <= until);
  const first = done[0] ?? coming[0];
  if (done.some(({ value }) => value === null) || !first || first.from > plan.period.from) return undefined;
  const soFar = done.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const sum = (end: 'low' | 'high') => coming.reduce((total, month) => total + month[end], 0);
  return { low: soFar + lowered * sum('low'), high: soFar + raised * sum('high') };
}

interface Reached {
  readonly ratio: number;
  readonly isBehind: boolean;
}

/** The plan's months that are over, oldest first; null where nothing was due or measured. */
function monthsReached(
  node: PlanNode,
  { past }: NodeKnowledge,
  planned: PlannedValues,
  { months }: Arithmetic,
): readonly (Reached | null)[] {
  const byEnd = new Map(past.map(({ to, value }) => [to, value]));
  return months.flatMap(({ to }, month): readonly (Reached | null)[] => {
    const value = byEnd.get(to);
    if (value === undefined) return [];
    const due = planned.month(node.id, month);
    const aim = due && { value: toNumber(due.value), ...(due.upTo ? { upTo: toNumber(due.upTo) } : {}) };
    const found = value === null || !aim ? undefined : achievementOf(value, aim, node.direction);
    return [found ? { ratio: found.ratio, isBehind: lightOf(found.ratio, lightLimitsOf(node)) === 'behind' } : null];
  });
}

function lastOf(id: NodeId, months: readonly (Reached | null)[]): readonly (readonly [NodeId, number])[] {
  const last = months.at(-1);
  return last ? [[id, last.ratio]] : [];
}

function attentionOf({ unseenDays, initiatives }: NodeKnowledge, months: readonly (Reached | null)[]): Attention {
  const good = months.findLastIndex(month => month?.isBehind !== true);
  return { unseenDays, initiatives, behindMonths: months.length - 1 - good };
}
