import type { Decimal } from '../measure/observation.ts';
import type { KpiRow, KpiSheet, MonthKey } from './kpi-sheet.ts';
import type { SheetUnit } from './sheet-unit.ts';

/** A KPI of a sheet with everything the sheet says about it. */
export interface SheetKpi {
  /** Unique in the sheet. */
  readonly key: string;
  readonly name: string;
  readonly group: readonly string[];
  readonly unit: SheetUnit | undefined;
  readonly target: ReadonlyMap<MonthKey, Decimal>;
  readonly actual: ReadonlyMap<MonthKey, Decimal>;
  /** Months that stand in the sheet by week. */
  readonly weeks: { readonly target: KpiRow['weeks']; readonly actual: KpiRow['weeks'] };
  /** In what its sheet writes money. */
  readonly money: SheetUnit | undefined;
  /** What the sheet's own column for the whole year says of the targets. */
  readonly total: Decimal | undefined;
  readonly line: number;
}

/** The KPIs of a sheet, in its order; rows with one name under one heading are one KPI. Names that come twice get what they stand under. */
export function sheetKpis({ rows }: Pick<KpiSheet, 'rows'>): readonly SheetKpi[] {
  const byKey = new Map<string, KpiRow[]>();
  for (const row of rows) {
    const key = [...row.group, row.name].join(' / ');
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  const names = rows.map(({ name }) => name);
  return [...byKey].flatMap(([key, same]) => {
    const [first] = same;
    if (!first) return [];
    const [target, actual] = [same.find(({ kind }) => kind === 'target'), same.find(({ kind }) => kind === 'actual')];
    const isAlone = names.filter(name => name === first.name).length === same.length;
    const above = first.group.at(-1);
    return [
      {
        key,
        name: isAlone || above === undefined ? first.name : `${above} ${first.name}`,
        group: first.group,
        unit: target?.unit ?? actual?.unit,
        target: target?.values ?? new Map<MonthKey, Decimal>(),
        actual: actual?.values ?? new Map<MonthKey, Decimal>(),
        weeks: { target: target?.weeks ?? new Map(), actual: actual?.weeks ?? new Map() },
        money: first.money,
        total: target?.total,
        line: first.line,
      },
    ];
  });
}
