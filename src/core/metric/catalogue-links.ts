import { referencesOf } from '../formula/ast.ts';
import { parseFormula } from '../formula/parse.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { catalogueMessages } from './catalogue-messages.ts';
import type { MetricId } from './measurement.ts';
import type { Metric } from './metric.ts';

const problem = problemsOf(catalogueMessages);

/** Metrics by id. */
type Metrics = ReadonlyMap<MetricId, Metric>;

/**
 * What entries say of others: metrics named that nobody has, and definitions that lead back to themselves. [CAT-F4]
 * `entries` are asked, `all` is what they may name; `at` begins the place of a problem.
 */
export function linkProblems(entries: Metrics, all: Metrics, at: string): readonly Problem[] {
  return [...unknownReferences(entries, all, at), ...cycles(entries, all, at)];
}

function unknownReferences(entries: Metrics, all: Metrics, at: string): Problem[] {
  const found: Problem[] = [];
  for (const metric of entries.values()) {
    const unknown = (id: MetricId, key: string) => {
      if (!all.has(id)) found.push(problem('catalogue-unknown', { id }, { at: [at, metric.id, key] }));
    };
    for (const id of metric.formula ? referencesOf(metric.formula) : []) unknown(id, 'formula');
    for (const text of metric.identities ?? []) {
      const parsed = parseFormula(text);
      if (!parsed.ok) found.push(...parsed.problems.map(p => ({ ...p, at: [at, metric.id, 'identities'] })));
      for (const id of parsed.ok ? referencesOf(parsed.value) : []) unknown(id, 'identities');
    }
    if (metric.pair !== undefined) unknown(metric.pair, 'pair');
    if (metric.guardrail !== undefined) unknown(metric.guardrail, 'guardrail');
    if (metric.follows) unknown(metric.follows.metric, 'follows');
  }
  return found;
}

/** Definitions that lead back to themselves within one period; identities may, they are statements, not definitions. */
function cycles(entries: Metrics, all: Metrics, at: string): Problem[] {
  const done = new Set<MetricId>();
  const found: Problem[] = [];
  const visit = (id: MetricId, path: readonly MetricId[]): void => {
    if (path.includes(id)) {
      const circle = path.slice(path.indexOf(id));
      found.push(problem('catalogue-cycle', { path: [...circle, id] }, { at: [at, circle.find(one => entries.has(one)) ?? id] }));
      return;
    }
    if (done.has(id)) return;
    const formula = all.get(id)?.formula;
    for (const next of formula ? referencesOf(formula, 'same-period') : []) visit(next, [...path, id]);
    done.add(id);
  };
  for (const id of entries.keys()) visit(id, []);
  return found;
}
