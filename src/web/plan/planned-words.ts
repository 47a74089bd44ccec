import { useTranslation } from 'react-i18next';
import type { NodeView, PlanView } from '#contract/plan-view.ts';
import { divide, rationalOf } from '#core/number/rational.ts';
import { decimalText } from '#core/plan/shown.ts';
import { measureOf, PER } from '../progress/node-words.ts';
import { useFigures } from '../ui/figures.ts';
import type { PlannedNode } from './worker-message.ts';

/** What a plan asks of a node: the amount in large, what belongs to it in small. */
export interface PlannedWords {
  readonly amount: string;
  readonly rest: string;
  /** It follows from a formula or from months, nobody wrote it down like this. */
  readonly derived: boolean;
}

/** Targets as written; what has none by its mean month (flows) or by its value at the end. */
export function usePlannedWords(
  view: PlanView | null,
  planned: readonly PlannedNode[],
): (node: NodeView) => PlannedWords | undefined {
  const { t } = useTranslation('plan');
  const { t: app } = useTranslation('app');
  const figures = useFigures();
  const byId = new Map(planned.map(one => [one.node, one]));
  const months = view?.months.length ?? 12;
  const isKnown = knownIn(view, byId);
  return node => {
    const of = measureOf(node);
    const { target } = node;
    const byMonth = Object.keys(node.months).length > 0 && node.role === 'kpi';
    if (target && !byMonth) {
      const first = figures.value(target.value, of);
      const amount = target.upTo === null ? first : figures.range(target.value, target.upTo, of);
      const bound =
        target.sign === 'at-most'
          ? app('lessThan')
          : target.sign === 'at-least' && node.direction === 'down'
            ? app('atLeast')
            : '';
      const per = target.per === null ? '' : app(PER[target.per]).trim();
      return { amount, rest: [per, bound].filter(Boolean).join(' '), derived: false };
    }
    const whole = byId.get(node.id)?.whole;
    if (whole === null || whole === undefined || !isKnown(node.id)) return undefined;
    const isFlow = node.time === 'flow' && node.role === 'kpi';
    const value = isFlow ? decimalText(divide(rationalOf(whole), rationalOf(months)) ?? rationalOf(0)) : whole;
    return { amount: figures.value(value, of), rest: isFlow ? t('perMonthMean') : '', derived: true };
  };
}

/** Whether a node's value follows from what is written: with a part whose target is missing it does not, whatever was under way before. */
function knownIn(view: PlanView | null, planned: ReadonlyMap<string, PlannedNode>): (id: string) => boolean {
  const nodes = new Map(view?.nodes.map(node => [node.id, node]));
  const found = new Map<string, boolean>();
  const isKnown = (id: string): boolean => {
    const before = found.get(id);
    if (before !== undefined) return before;
    found.set(id, true);
    const node = nodes.get(id);
    const parts = node?.equals?.parts ?? [];
    const known = parts.length > 0 ? node?.target != null || parts.every(isKnown) : planned.get(id)?.whole != null;
    found.set(id, known);
    return known;
  };
  return isKnown;
}
