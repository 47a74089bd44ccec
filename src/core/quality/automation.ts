/** How many KPIs get their values without anybody's hand. [QUA-21, MEA-06] */
export interface Automation {
  readonly automated: number;
  readonly kpis: number;
  /** 0 to 1; null without KPIs. */
  readonly share: number | null;
}

/**
 * The automation rate. A KPI counts as automated when it rests on data at all and every dataset it rests on arrived by itself.
 * `datasets`: per KPI, the datasets it rests on · `arrivesByItself`: how the newest rows of a dataset came
 */
export function automationOf(
  kpis: readonly { readonly datasets: readonly string[] }[],
  arrivesByItself: (dataset: string) => boolean,
): Automation {
  const automated = kpis.filter(({ datasets }) => datasets.length > 0 && datasets.every(arrivesByItself)).length;
  return { automated, kpis: kpis.length, share: kpis.length === 0 ? null : automated / kpis.length };
}
