import type { Catalogue } from '../metric/catalogue.ts';
import type { MetricId } from '../metric/measurement.ts';
import { type Calculation, calculationsOf } from './calculations.ts';

/** Which metrics are calculated from which, and what the goal rests on in the end. */
export interface ProposedTree {
  /** The formula of each metric that has one, in ids. */
  readonly formulas: ReadonlyMap<MetricId, string>;
  /** The goal and everything it rests on. */
  readonly reached: ReadonlySet<MetricId>;
}

/** Searching stops here; sheets have fewer KPIs than would need it. */
const MOST_STEPS = 20_000;

/**
 * A tree for a goal out of the metrics that are there, by what the catalogue knows about them: at every node the formula through which
 * most of them are reached. Nothing is invented: a formula with a part that is not there is not used. [BEG-13]
 */
export function proposeTree(goal: MetricId, there: ReadonlySet<MetricId>, catalogue: Catalogue): ProposedTree {
  const search: Search = { there, catalogue, steps: 0, ways: new Map() };
  const formulas = expand(goal, new Set(), new Map(), search);
  return { formulas, reached: reachedFrom(goal, formulas, search) };
}

/** The goals that are worth proposing, the one that most of the metrics lead to first. [BEG-13] */
export function proposedGoals(there: ReadonlySet<MetricId>, catalogue: Catalogue): readonly MetricId[] {
  const ranked = [...there].flatMap((id, place) => {
    const metric = catalogue.metrics.get(id);
    if (!metric || metric.aggregation === 'ratio' || metric.direction !== 'up') return [];
    const { reached } = proposeTree(id, there, catalogue);
    const isOutcome = metric.stage === 'outcome' || (metric.unit.kind === 'money' && metric.aggregation === 'sum');
    return [{ id, reached: reached.size, isOutcome, place }];
  });
  return ranked
    .toSorted((a, b) => b.reached - a.reached || Number(b.isOutcome) - Number(a.isOutcome) || a.place - b.place)
    .map(({ id }) => id);
}

interface Search {
  readonly there: ReadonlySet<MetricId>;
  readonly catalogue: Catalogue;
  readonly ways: Map<MetricId, readonly Calculation[]>;
  steps: number;
}

type Formulas = ReadonlyMap<MetricId, string>;

function expand(id: MetricId, above: ReadonlySet<MetricId>, before: Formulas, search: Search): Formulas {
  search.steps += 1;
  if (before.has(id) || search.steps > MOST_STEPS) return before;
  const inside = new Set([...above, id]);
  const metric = search.catalogue.metrics.get(id);
  // A rate below the goal is a lever: what it is made of is measured, not planned.
  if (above.size > 0 && metric?.aggregation === 'ratio') return before;
  let best: { readonly formulas: Formulas; readonly reach: number } | undefined;
  for (const way of waysTo(id, search)) {
    if (way.parts.some(part => inside.has(part))) continue;
    let formulas: Formulas = new Map([...before, [id, way.text]]);
    for (const part of way.parts) formulas = expand(part, inside, formulas, search);
    const reach = reachedFrom(id, formulas, search).size;
    if (!best || reach > best.reach) best = { formulas, reach };
  }
  return best?.formulas ?? before;
}

function waysTo(id: MetricId, { there, catalogue, ways }: Search): readonly Calculation[] {
  const found = ways.get(id) ?? calculationsOf(id, catalogue).filter(({ parts }) => parts.every(part => there.has(part)));
  ways.set(id, found);
  return found;
}

function reachedFrom(id: MetricId, formulas: Formulas, search: Search): ReadonlySet<MetricId> {
  const reached = new Set<MetricId>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    const text = formulas.get(next);
    const way = text === undefined ? undefined : waysTo(next, search).find(each => each.text === text);
    waiting.push(...(way?.parts ?? []));
  }
  return reached;
}
