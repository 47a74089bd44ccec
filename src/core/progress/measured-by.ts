/** Who gives a node its values: metrics.yaml, the catalogue's formula, the plan's own formula, or nobody. [PRG-05] */
export type MeasuredBy = 'workspace' | 'catalogue' | 'plan' | 'none';

/** Whether a KPI can be measured: the M of SMART. One that nothing is known of yet cannot. [MEA-01] */
export function isMeasured(by: MeasuredBy | undefined): boolean {
  return by !== undefined && by !== 'none';
}
