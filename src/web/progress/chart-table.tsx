import { useTranslation } from 'react-i18next';
import { beginsAnew, type ChartLine, type SeriesChart, toldAt } from '#core/share/series-chart.ts';
import { type Column, CopyButton, DataTable } from '../ui/data-table.tsx';
import { type Measure, useFigures } from '../ui/figures.ts';
import { Tag } from '../ui/pill.tsx';
import type { SeriesWords } from '../ui/series-option.ts';
import style from './chart-table.module.css';

interface Row {
  readonly name: string;
  /** The metric was defined anew: what stands above is counted differently. */
  readonly anew: boolean;
  readonly values: readonly (number | null)[];
}

/** The numbers behind a chart. */
export function ChartTable({
  chart,
  of,
  words,
  label,
}: {
  readonly chart: SeriesChart;
  readonly of: Measure;
  readonly words: SeriesWords;
  readonly label: string;
}) {
  const { t } = useTranslation('progress');
  const figures = useFigures();
  const lines = byKind(chart.lines).reverse();
  const rows = chart.periods
    .map(
      (_, at): Row => ({
        name: words.full[at] ?? '',
        anew: beginsAnew(chart, at),
        values: lines.map(line => toldAt(chart, line, at)),
      }),
    )
    .slice(chart.axis.kind === 'days' ? 1 : 0);
  const columns: readonly Column<Row>[] = [
    {
      key: 'period',
      head: '',
      isName: true,
      cell: row => (
        <>
          {row.name} {row.anew && <Tag>{t('definedAnew')}</Tag>}
        </>
      ),
      text: row => (row.anew ? `${row.name} (${t('definedAnew')})` : row.name),
    },
    ...lines.map(
      (line, place): Column<Row> => ({
        key: line.kind,
        head: words.names[line.kind],
        end: true,
        cell: row => {
          const value = row.values[place];
          return value === null || value === undefined ? '' : figures.value(value, of);
        },
        text: row => figures.plain(row.values[place], of),
      }),
    ),
  ];
  return (
    <div className={style.frame}>
      <div className={style.copy}>
        <CopyButton columns={columns} rows={rows} />
      </div>
      <DataTable columns={columns} rows={rows} rowKey={row => row.name} label={label} />
    </div>
  );
}

/** One column per kind: what a chart draws as several lines, because the metric was defined anew, stands in one. */
function byKind(lines: readonly ChartLine[]): Pick<ChartLine, 'kind' | 'values'>[] {
  return [...new Set(lines.map(({ kind }) => kind))].map(kind => {
    const same = lines.filter(line => line.kind === kind);
    const periods = same[0]?.values ?? [];
    return { kind, values: periods.map((_, at) => same.find(line => typeof line.values[at] === 'number')?.values[at] ?? null) };
  });
}
