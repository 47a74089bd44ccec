import type { PlanNode } from '../plan/plan.ts';
import type { NodeHistory } from './foresight.ts';
import type { LeafHistory } from './leaf-path.ts';
import { casesOf } from './sampling-noise.ts';
import { supportOf } from './support-of.ts';

/** What is known of a node as a driver: its history, with what its unit says of the values it can have. [LND-03] */
export function leafHistory(node: PlanNode, known: NodeHistory): LeafHistory {
  const support = supportOf(node, known);
  const { closed, running, profile, weights } = known;
  const isLevel = node.time === 'level';
  return {
    closed,
    running,
    isFlow: node.time === 'flow',
    support,
    profile,
    cases: casesOf(node, known, support),
    ...(isLevel && weights ? { weights } : {}),
  };
}
