import type { KpiRow, KpiSheet, LeftReason } from './kpi-sheet.ts';

/** A sheet of a workbook that was read. */
export interface NamedSheet {
  readonly name: string;
  readonly sheet: KpiSheet;
}

/**
 * The sheets of a workbook as one: targets on one sheet and actuals on another are one KPI, what two sheets say of one name for the
 * same months are two KPIs, called by their sheets. [BEG-17] Undefined without a sheet.
 */
export function combinedSheets(sheets: readonly NamedSheet[]): KpiSheet | undefined {
  const [first] = sheets;
  if (!first) return undefined;
  const counts = new Map<string, number>();
  for (const { sheet } of sheets) {
    for (const key of new Set(sheet.rows.map(row => `${row.kind} ${keyOf(row)}`))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isShared = (row: KpiRow) => (['target', 'actual'] as const).some(kind => (counts.get(`${kind} ${keyOf(row)}`) ?? 0) > 1);
  const rows = sheets.flatMap(({ name, sheet }) =>
    sheet.rows.map(row => (isShared(row) ? { ...row, group: [name, ...row.group] } : row)),
  );
  const all = sheets.map(({ sheet }) => sheet);
  const passed = (reason: LeftReason) => all.reduce((sum, { left }) => sum + left[reason], 0);
  return {
    months: [...new Set(all.flatMap(({ months }) => months))].toSorted(),
    rows,
    money: first.sheet.money,
    year: all.find(({ year }) => year?.said === false)?.year ?? first.sheet.year,
    assumedKind: all.find(({ assumedKind }) => assumedKind !== undefined)?.assumedKind,
    left: {
      ratio: passed('ratio'),
      difference: passed('difference'),
      forecast: passed('forecast'),
      cumulative: passed('cumulative'),
      total: passed('total'),
    },
    doubts: all.flatMap(({ doubts }, place) => doubts.filter(found => all.findIndex(other => says(other, found)) === place)),
  };
}

function keyOf({ group, name }: KpiRow): string {
  return [...group, name].join(' / ');
}

function says({ doubts }: KpiSheet, found: KpiSheet['doubts'][number]): boolean {
  return doubts.some(doubt => doubt.code === found.code && JSON.stringify(doubt.params) === JSON.stringify(found.params));
}
