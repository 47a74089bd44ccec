import { callsFunction, type Formula, LOOKING_BACK, referencesOf } from '../formula/ast.ts';
import { parseFormula } from '../formula/parse.ts';
import type { Catalogue } from '../metric/catalogue.ts';
import type { MetricId } from '../metric/measurement.ts';

/** A way to calculate a metric from others. [BEG-12] */
export interface Calculation {
  readonly metric: MetricId;
  /** As plans write it, in ids. */
  readonly text: string;
  readonly parts: readonly MetricId[];
}

/**
 * Every way the catalogue knows to calculate a metric: its definition, what else is true of it, and the rates that it is the upper
 * half of, turned round (a rate is orders ÷ visitors, so orders are visitors × rate). Those that look at other periods are no plan's
 * arithmetic and left out. [BEG-12]
 */
export function calculationsOf(id: MetricId, { metrics }: Catalogue): readonly Calculation[] {
  const metric = metrics.get(id);
  const own = [metric?.formulaText, ...(metric?.identities ?? [])].flatMap(text => (text === undefined ? [] : [text]));
  const turned = turnedRates({ metrics }).get(id) ?? [];
  const seen = new Set<string>();
  return [...own, ...turned].flatMap(text => {
    const parsed = parseFormula(text);
    if (!parsed.ok || callsFunction(parsed.value, LOOKING_BACK)) return [];
    const parts = referencesOf(parsed.value);
    const key = [...parts].sort().join(' ');
    if (parts.length === 0 || parts.includes(id) || seen.has(key)) return [];
    seen.add(key);
    return [{ metric: id, text, parts }];
  });
}

const known = new WeakMap<Catalogue['metrics'], ReadonlyMap<MetricId, readonly string[]>>();

/** `a = b * rate` for every rate of the form a ÷ b or a ÷ b × k. */
function turnedRates({ metrics }: Pick<Catalogue, 'metrics'>): ReadonlyMap<MetricId, readonly string[]> {
  const found = known.get(metrics);
  if (found) return found;
  const made = new Map<MetricId, string[]>();
  for (const { id, formula } of metrics.values()) {
    const quotient = formula && quotientOf(formula);
    if (!quotient) continue;
    const text = `${quotient.under} * ${id}${quotient.times === undefined ? '' : ` / ${quotient.times}`}`;
    made.set(quotient.over, [...(made.get(quotient.over) ?? []), text]);
  }
  known.set(metrics, made);
  return made;
}

function quotientOf(
  formula: Formula,
): { readonly over: MetricId; readonly under: MetricId; readonly times?: string } | undefined {
  if (formula.kind !== 'operation') return undefined;
  const { operator, left, right } = formula;
  if (operator === '/' && left.kind === 'reference' && right.kind === 'reference') return { over: left.id, under: right.id };
  if (operator !== '*' || right.kind !== 'number' || right.as !== 'plain') return undefined;
  const inner = quotientOf(left);
  return inner && inner.times === undefined ? { ...inner, times: right.value } : undefined;
}
