import { monthsOf } from '../calendar/duration.ts';
import { lagScan } from '../drivers/lag-scan.ts';
import { referencesOf } from '../formula/ast.ts';
import type { NodeId, Plan, PlanNode } from '../plan/plan.ts';
import { dependsOn } from '../plan/program.ts';

/** How long before a node another one moves. [LND-50] */
export interface LeadTime {
  readonly leader: NodeId;
  readonly follower: NodeId;
  /** Months from the leader to the follower, above 0; a fraction where the plan states days. */
  readonly months: number;
  /** `formula`: the delays of the plan's formulas · `stated`: a delay said with an influence · `history`: how both moved in the past. */
  readonly by: 'formula' | 'stated' | 'history';
}

type Values = readonly (number | null)[];

/**
 * The nodes that move before a follower, with how long before. [LND-50]
 *
 * Formulas  the sum of the delays on the way up, the longest way where there are several
 * Influences the delay that is stated, else the best lag of past months; on top of the way from where they lead to
 */
export function leadTimes(plan: Plan, follower: NodeId, closed: ReadonlyMap<NodeId, Values>): readonly LeadTime[] {
  const formula = delaysBelow(plan, follower);
  const found = new Map<NodeId, LeadTime>();
  for (const [leader, months] of formula) if (months > 0) found.set(leader, { leader, follower, months, by: 'formula' });
  for (const node of plan.nodes.values())
    for (const { to, lag, sign } of node.supports) {
      const above = formula.get(to);
      if (above === undefined || found.has(node.id) || formula.has(node.id) || sign === '-') continue;
      const own = lag ? monthsOf(lag) : bestLag(closed.get(node.id) ?? [], closed.get(to) ?? []);
      if (own === undefined || own + above <= 0) continue;
      found.set(node.id, { leader: node.id, follower, months: own + above, by: lag ? 'stated' : 'history' });
    }
  return [...found.values()].sort((a, b) => a.months - b.months);
}

/** Longest delay from every node a formula reaches up to the follower, itself at 0. */
function delaysBelow({ nodes }: Plan, follower: NodeId): ReadonlyMap<NodeId, number> {
  const longest = new Map<NodeId, number>([[follower, 0]]);
  const open = [follower];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = nodes.get(id);
    for (const part of node?.equals ? referencesOf(node.equals, 'same-period') : []) {
      const months = (longest.get(id) ?? 0) + (node ? delayTo(part, node, nodes) : 0);
      if (months <= (longest.get(part) ?? -1)) continue;
      longest.set(part, months);
      open.push(part);
    }
  }
  return longest;
}

function delayTo(part: NodeId, { lag }: PlanNode, nodes: Plan['nodes']): number {
  if (!lag || (lag.after !== undefined && !dependsOn(part, lag.after, nodes))) return 0;
  return monthsOf(lag);
}

const MOST = 12;
/** An association below this, or as likely as this by chance, is none. */
const LEAST = 0.5;
const CHANCE = 0.05;

/**
 * By how many months one series follows another: the lag of the strongest positive association of past months. [ANA-10]
 * Undefined where none is strong and unlikely by chance.
 */
export function bestLag(leader: Values, follower: Values): number | undefined {
  const [best] = lagScan(leader, follower, MOST)
    .filter(({ association, p }) => association >= LEAST && p < CHANCE)
    .sort((a, b) => b.association - a.association || a.lag - b.lag);
  return best?.lag;
}
