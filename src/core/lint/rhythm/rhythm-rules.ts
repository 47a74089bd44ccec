import { addDays, daysBetween } from '../../calendar/day.ts';
import { daysOf } from '../../calendar/duration.ts';
import type { Rhythm } from '../../metric/metric.ts';
import type { NodeId, PlanNode } from '../../plan/plan.ts';
import { cycleAdvice } from '../../plan/purchase-cycle.ts';
import type { Problem } from '../../problem/problem.ts';
import { problemsOf } from '../../problem/problem.ts';
import type { Lint } from '../lint.ts';
import { named } from '../named.ts';
import type { Rule } from '../rule.ts';
import { rhythmMessages } from './rhythm-messages.ts';

const problem = problemsOf(rhythmMessages);

const DAYS: Readonly<Record<Rhythm, number>> = { daily: 1, weekly: 7, monthly: 30, quarterly: 91, yearly: 365 };

/** Fewer than this many measurements within a plan leave no time to act on one; of what is measured monthly there is no more to ask. */
const ENOUGH = 3;

/** How many times as often as usual is noise. */
const NOISE = 20;

/** Hours a month that one KPI may take from somebody before it is worth asking for an easier one. [DES-61] */
const MOST_HOURS = 8;

/** Longest time without any sign of what is coming, in days: a quarter's review. */
const REVIEW = 90;

/** How often things are measured, and how long they take to show. [DES-17, DES-22, DES-47, DES-61, DES-68] */
export const rhythmRules: readonly Rule[] = [
  {
    id: 'rhythm-missing',
    find: ({ aimed }) => {
      const found = aimed.filter(({ rhythm }) => rhythm === undefined);
      return found.length > 0 ? [problem('rhythm-missing', named(found), { line: found[0]?.line })] : [];
    },
  },
  {
    id: 'rhythm-too-slow',
    find: lint =>
      lint.aimed.flatMap(node => {
        const times = node.rhythm === undefined ? ENOUGH : Math.floor((daysIn(lint) + 3) / DAYS[node.rhythm]);
        if (node.rhythm === undefined || DAYS[node.rhythm] <= DAYS.monthly || times >= ENOUGH || times < 1) return [];
        return [problem('rhythm-too-slow', { node: node.id, rhythm: node.rhythm, times }, lint.place(node))];
      }),
  },
  {
    id: 'rhythm-too-fast',
    find: ({ aimed, place }) =>
      aimed.flatMap(node => {
        const usual = node.metric?.rhythm;
        if (node.rhythm === undefined || usual === undefined || DAYS[usual] / DAYS[node.rhythm] < NOISE) return [];
        return [problem('rhythm-too-fast', { node: node.id, rhythm: node.rhythm, usual }, place(node, 'rhythm'))];
      }),
  },
  {
    id: 'rhythm-part-slower',
    find: lint =>
      lint.kpis.flatMap(node => {
        const { rhythm } = node;
        if (rhythm === undefined || node.lag) return [];
        const part = lint
          .partsOf(node.id)
          .flatMap(id => lint.node(id) ?? [])
          .find(one => one.rhythm !== undefined && DAYS[one.rhythm] > DAYS[rhythm]);
        // Only what the plan itself says; the catalogue's rhythms are habits.
        if (part?.rhythm === undefined || lint.source.rangeOf(['kpis', node.id, 'rhythm']) === undefined) return [];
        return [
          problem(
            'rhythm-part-slower',
            { node: node.id, part: part.id, rhythm, slower: part.rhythm },
            lint.place(node, 'rhythm'),
          ),
        ];
      }),
  },
  {
    id: 'lag-without-early-sign',
    find: lint =>
      lagging(lint)
        .filter(({ node, days }) => days >= REVIEW && !hasEarlySign(node.id, days, lint))
        .map(({ node, days }) => problem('lag-without-early-sign', { node: node.id, days }, lint.place(node, 'lag'))),
  },
  {
    id: 'lag-eats-plan',
    find: lint =>
      lagging(lint).flatMap(({ node, days }) => {
        const share = Math.round((100 * days) / daysIn(lint));
        return share >= 50 ? [problem('lag-eats-plan', { node: node.id, days, share }, lint.place(node, 'lag'))] : [];
      }),
  },
  {
    id: 'measuring-costly',
    find: lint =>
      lint.kpis.flatMap(node => {
        const { measuring } = node;
        if (measuring?.by !== 'hand' || Number(measuring.hours ?? 0) <= MOST_HOURS) return [];
        const params = { node: node.id, hours: Number(measuring.hours), most: MOST_HOURS };
        return [problem('measuring-costly', params, lint.place(node, 'measuring'))];
      }),
  },
  {
    id: 'window-past-plan',
    find: lint =>
      lint.aimed.flatMap(node => {
        const within = node.condition && Math.ceil(daysOf(node.condition.within));
        if (within === undefined || within * 2 < daysIn(lint)) return [];
        const params = { node: node.id, days: within, settled: addDays(lint.plan.period.to, within) };
        return [problem('window-past-plan', params, lint.place(node, 'within'))];
      }),
  },
  { id: 'cycle-past-plan', find: cyclePastPlan },
];

/** A plan of a year and a purchase that takes as long: what is done in it shows after it. [DES-47] */
function cyclePastPlan(lint: Lint): readonly Problem[] {
  const { purchaseCycle: cycle, period } = lint.plan;
  if (!cycle) return [];
  const { judgedFrom, window } = cycleAdvice(cycle, lint.plan);
  // A cycle that leaves less than half of the plan to see results in.
  if (daysBetween(period.from, judgedFrom) * 2 <= daysIn(lint)) return [];
  return [problem('cycle-past-plan', { days: window, judged: judgedFrom }, lint.placeOf(['purchase-cycle']))];
}

function lagging({ plan }: Lint): readonly { readonly node: PlanNode; readonly days: number }[] {
  return [...plan.nodes.values()].flatMap(node => (node.lag ? [{ node, days: Math.round(daysOf(node.lag)) }] : []));
}

function daysIn({ plan: { period } }: Lint): number {
  return daysBetween(period.from, period.to) + 1;
}

/** Something it is calculated from that is measured at least three times within the delay. */
function hasEarlySign(start: NodeId, days: number, lint: Lint): boolean {
  const seen = new Set<NodeId>();
  const open = [...lint.partsOf(start)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const rhythm = lint.node(id)?.rhythm;
    if (rhythm !== undefined && DAYS[rhythm] * ENOUGH <= days) return true;
    open.push(...lint.partsOf(id));
  }
  return false;
}
