import type { StagedTarget } from './staged-targets.ts';

/**
 * Targets of single months on the way from where a KPI stands over its steps. [DES-53, AMB-06]
 *
 * In    steps in months from now, where the KPI stands (null: nobody knows), how many months from the next one on
 * Out   one value per month: on straight lines between the steps, after the last one as it is; before the first one, where nobody
 *       knows the present, the first step. In the unit of the steps; empty without steps
 */
export function stagedMonths(
  steps: readonly Pick<StagedTarget, 'months' | 'value'>[],
  present: number | null,
  count: number,
): readonly number[] {
  const [first] = steps;
  if (!first) return [];
  const points = [{ months: 0, value: present ?? first.value }, ...steps];
  return Array.from({ length: count }, (_, i) => {
    const month = i + 1;
    const next = points.find(({ months }) => months >= month);
    const last = points.findLast(({ months }) => months < month) ?? points[0];
    if (!next || !last) return points.at(-1)?.value ?? first.value;
    return last.value + ((next.value - last.value) * (month - last.months)) / (next.months - last.months);
  });
}
