import type { Formula } from '../formula/ast.ts';
import type { Catalogue } from '../metric/catalogue.ts';
import type { Definitions } from '../metric/definitions.ts';
import type { Condition, Measurement, MetricId } from '../metric/measurement.ts';
import type { DatasetId } from './dataset.ts';
import { definitionInForce } from './definition-in-force.ts';
import type { AskedPeriod } from './question.ts';

/** How a figure comes from answers: as a mean score, a share of the answers, or shares for less shares against. [ANS-01] */
export type AnswersBehind =
  | { readonly kind: 'mean'; readonly dataset: DatasetId; readonly column: string; readonly where: readonly Condition[] }
  | {
      readonly kind: 'share' | 'net';
      readonly dataset: DatasetId;
      readonly all: readonly Condition[];
      readonly up: readonly Condition[];
      readonly down: readonly Condition[];
      /** 100 where the metric is per hundred answers. */
      readonly scale: 1 | 100;
    };

interface Known {
  readonly definitions: Definitions;
  readonly catalogue: Catalogue;
}

/**
 * The answers a metric is made of in a period; undefined for every other metric. Answers are rows of one dataset: a mean of one of its
 * columns, or counts of its rows where a score lies in a range, divided by a count of all: `a / n`, `(a - b) / n * 100`.
 */
export function answersBehind(id: MetricId, period: AskedPeriod, known: Known): AnswersBehind | undefined {
  const measurement = measurementOf(id, period, known);
  if (measurement?.kind === 'mean') {
    const { dataset, expression, where } = measurement;
    return expression.kind === 'reference' ? { kind: 'mean', dataset, column: expression.id, where } : undefined;
  }
  if (measurement?.kind !== 'formula') return undefined;
  const ratio = withoutHundred(measurement.formula);
  const scale = ratio === measurement.formula ? 1 : 100;
  if (ratio.kind !== 'operation' || ratio.operator !== '/') return undefined;
  const countOf = (formula: Formula) => {
    const found = formula.kind === 'reference' ? measurementOf(formula.id, period, known) : undefined;
    return found?.kind === 'count' ? found : undefined;
  };
  const all = countOf(ratio.right);
  const isNet = ratio.left.kind === 'operation' && ratio.left.operator === '-';
  const up = ratio.left.kind === 'operation' ? (isNet ? countOf(ratio.left.left) : undefined) : countOf(ratio.left);
  const down = ratio.left.kind === 'operation' && isNet ? countOf(ratio.left.right) : undefined;
  if (!all || !up || up.dataset !== all.dataset || !up.where.some(isOfScore)) return undefined;
  if (!isNet) return { kind: 'share', dataset: all.dataset, all: all.where, up: up.where, down: [], scale };
  if (!down || down.dataset !== all.dataset || !down.where.some(isOfScore)) return undefined;
  return { kind: 'net', dataset: all.dataset, all: all.where, up: up.where, down: down.where, scale };
}

function measurementOf(id: MetricId, period: AskedPeriod, known: Known): Measurement | undefined {
  const found = definitionInForce(id, period, known);
  return found.kind === 'version' ? found.version.measurement : undefined;
}

/** A score is bounded from below or above; names of stages and channels are not. */
function isOfScore({ is }: Condition): boolean {
  return is === 'at-least' || is === 'at-most' || is === 'more' || is === 'less';
}

function withoutHundred(formula: Formula): Formula {
  if (formula.kind !== 'operation' || formula.operator !== '*') return formula;
  if (isHundred(formula.right)) return formula.left;
  return isHundred(formula.left) ? formula.right : formula;
}

function isHundred(formula: Formula): boolean {
  return formula.kind === 'number' && Number(formula.value) === 100;
}
