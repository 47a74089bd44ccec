import { referencesOf } from '../formula/ast.ts';
import type { Catalogue } from '../metric/catalogue.ts';
import type { Definitions, DefinitionVersion } from '../metric/definitions.ts';
import type { MetricId } from '../metric/measurement.ts';
import type { AskedPeriod, Question } from './question.ts';

/** Which definition of a metric a period is computed by. [MEA-05] */
export type InForce =
  | { readonly kind: 'version'; readonly version: DefinitionVersion }
  /** It changes inside the period. */
  | { readonly kind: 'changes' }
  | { readonly kind: 'unmeasured' };

/** The workspace's definition of the time of the period; for a metric it does not define, the catalogue's formula. */
export function definitionInForce(
  id: MetricId,
  period: AskedPeriod,
  { definitions, catalogue }: { readonly definitions: Definitions; readonly catalogue: Catalogue },
  which: Question['definitions'] = 'as-effective',
): InForce {
  const versions = definitions.metrics.get(id)?.versions;
  const newest = versions?.at(-1);
  if (!versions || !newest) {
    const metric = catalogue.metrics.get(id);
    if (!metric?.formula) return { kind: 'unmeasured' };
    return { kind: 'version', version: { metric, measurement: { kind: 'formula', formula: metric.formula } } };
  }
  if (which === 'newest') return { kind: 'version', version: newest };
  const on = (day: string) => versions.findLast(({ since }) => since === undefined || since <= day);
  const [first, last] = [on(period.from), on(period.to)];
  if (!last) return { kind: 'unmeasured' };
  return first === last ? { kind: 'version', version: last } : { kind: 'changes' };
}

/** Metrics whose values a metric needs and that nobody measures; empty when it can be computed. */
export function unmeasuredInputs(
  id: MetricId,
  known: { readonly definitions: Definitions; readonly catalogue: Catalogue },
  path: readonly MetricId[] = [],
): readonly MetricId[] {
  if (path.includes(id)) return [id];
  const versions = known.definitions.metrics.get(id)?.versions;
  const catalogued = known.catalogue.metrics.get(id)?.formula;
  if (!versions && !catalogued) return [id];
  const formulas = versions
    ? versions.flatMap(({ measurement }) => (measurement.kind === 'formula' ? [measurement.formula] : []))
    : [catalogued].filter(formula => formula !== undefined);
  const inputs = new Set(formulas.flatMap(formula => referencesOf(formula)));
  return [...new Set([...inputs].flatMap(input => unmeasuredInputs(input, known, [...path, id])))];
}
