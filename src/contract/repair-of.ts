import type { z } from 'zod';
import { rationalOf } from '#core/number/rational.ts';
import { sentence } from '#core/problem/sentence.ts';
import type { RepairAnswer, RepairRequest } from '#core/repair/repair.ts';
import { goalReport } from './check-of.ts';
import type { ResponseOf } from './endpoint.ts';
import { wireProblem } from './problem.ts';
import type { repairPlan, repairWish } from './repair.ts';

/** A repair ready to travel. */
export function repairOf(answer: RepairAnswer): ResponseOf<typeof repairPlan> {
  const none = { offers: [], best: null, problems: [] };
  switch (answer.kind) {
    case 'nothing-needed':
    case 'cannot-tell':
      return { ...none, outcome: answer.kind, goal: answer.goal };
    case 'refused':
      return { ...none, outcome: 'refused', goal: null, problems: answer.problems.map(one => wireProblem(one, sentence)) };
    case 'impossible': {
      const { goal, value, coverage, binding } = answer;
      const bound = binding.map(({ node, limit, why }) => ({ node, limit, why }));
      return { ...none, outcome: 'impossible', goal, best: { value, coverage: coverage ?? null, binding: bound } };
    }
    case 'repaired':
      return {
        ...none,
        outcome: 'repaired',
        goal: answer.goal,
        offers: answer.offers.map(({ edits, verdict, ...offer }) => ({
          ...offer,
          edits: edits.map(({ node, factor, target, cells }) => ({
            node,
            factor,
            target: target ?? null,
            cells: Object.fromEntries(cells),
          })),
          verdict: goalReport(verdict),
        })),
      };
  }
}

/** What was wished for, as core takes it. */
export function repairRequest({ goal, fixed, limits, weights }: z.output<typeof repairWish>): RepairRequest {
  return {
    ...(goal === undefined ? {} : { goal }),
    fixed: new Set(fixed),
    limits: new Map(Object.entries(limits).map(([node, { value, why }]) => [node, { value: rationalOf(value), why }])),
    weights: new Map(Object.entries(weights)),
  };
}
