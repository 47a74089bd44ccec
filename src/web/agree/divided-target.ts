import type { NodeView } from '#contract/plan-view.ts';
import { divideAmount } from '#core/agree/divide-amount.ts';
import { digitsFor } from '#core/plan/target-text.ts';
import type { PlanEdit } from '../plan/edit-plan.ts';

/** One of those a target is divided between. */
export interface DividedPart {
  readonly name: string;
  /** Decimal text. */
  readonly weight: string;
}

/** Whether a node's target adds up over parts, so that it can be divided. [AGR-09] */
export function isDivisible({ role, equals, target, time, unit, lag }: NodeView): boolean {
  const addsUp = (unit.kind === 'count' && unit.per === undefined) || unit.kind === 'money';
  return (
    role === 'kpi' &&
    equals === null &&
    lag === null &&
    addsUp &&
    time !== 'level' &&
    target?.sign !== 'between' &&
    target !== null
  );
}

/** What each part gets of the target; undefined where the weights cannot be used. */
export function partTargets(node: NodeView, parts: readonly DividedPart[]): readonly string[] | undefined {
  const weights = parts.map(({ weight }) => weight);
  return node.target === null ? undefined : divideAmount(node.target.value, weights, digitsFor(node.unit));
}

/**
 * The change that gives every part a KPI of its own and makes the divided one their sum; months of the sheet are divided too.
 * `taken`: ids in use.
 */
export function divideTarget(
  node: NodeView,
  parts: readonly DividedPart[],
  taken: ReadonlySet<string>,
  months: readonly string[],
): PlanEdit | undefined {
  const amounts = partTargets(node, parts);
  if (!amounts || parts.length < 2) return undefined;
  const ids = parts.map((_, place) => freeId(`${node.id}-${place + 1}`, taken));
  const { sign, per, by } = node.target ?? { sign: 'at-least', per: null, by: null };
  const ends = `${per === null ? '' : ` per ${per}`}${by === null ? '' : ` by ${by}`}`;
  const before = sign === 'equal' ? '= ' : sign === 'at-most' ? '<= ' : '';
  const adds = parts.map(
    ({ name }, place): PlanEdit => ({
      kind: 'add',
      node: ids[place] ?? '',
      fields: {
        name,
        unit: node.unitText,
        under: node.under ?? '',
        target: `${before}${amounts[place]}${ends}`,
        owner: node.owner ?? '',
      },
    }),
  );
  const cells = Object.entries(node.months).flatMap(([month, value]) => {
    const values = divideAmount(
      value,
      parts.map(({ weight }) => weight),
      digitsFor(node.unit),
    );
    return ids.map((id, place) => ({
      line: { node: id, kind: 'target' as const, department: '', medium: '' },
      month,
      value: values?.[place] ?? '0',
    }));
  });
  const own: PlanEdit = { kind: 'field', role: 'kpi', node: node.id, field: 'equals', value: ids.join(' + ') };
  return {
    kind: 'several',
    edits: [...adds, own, ...(cells.length > 0 ? [{ kind: 'cells' as const, months, changes: cells }] : [])],
  };
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  return taken.has(wanted) ? freeId(`${wanted}a`, taken) : wanted;
}
