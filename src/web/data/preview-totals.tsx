import { useTranslation } from 'react-i18next';
import type { InspectedTable } from '#contract/upload.ts';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { measureOfColumn } from './column-words.ts';
import { COUNT } from './preview-facts.tsx';

type Total = InspectedTable['totals'][number];

/** What the columns add up to, to the last digit, so that the reader can hold them against the tool the file came from. */
export function PreviewTotals({ table }: { readonly table: InspectedTable }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const figures = useFigures();
  if (table.totals.length === 0) return null;
  const found = (total: Total) => table.columns.find(({ column }) => column?.id === total.column);
  const place = (total: Total) => table.columns.findIndex(({ column }) => column?.id === total.column);
  const rows = table.totals.toSorted((a, b) => Number(a.sum === null) - Number(b.sum === null) || place(a) - place(b));
  const nameOf = (total: Total) => say(found(total)?.column?.name) || total.column;
  const columns: readonly Column<Total>[] = [
    { key: 'column', head: t('column'), isName: true, cell: nameOf, text: nameOf },
    {
      key: 'heading',
      head: t('heading'),
      cell: total => <span className="mut">{found(total)?.heading}</span>,
      text: total => found(total)?.heading ?? '',
    },
    {
      key: 'sum',
      head: t('total'),
      end: true,
      cell: total =>
        total.sum === null ? (
          <span className="dim">{t('notAdded')}</span>
        ) : (
          <b>{figures.value(total.sum, measureOfColumn(found(total)?.column ?? undefined), { exact: true })}</b>
        ),
      text: total => total.sum ?? '',
    },
    {
      key: 'values',
      head: t('valuesIn'),
      end: true,
      cell: total => <span className="mut num">{figures.value(total.values, COUNT)}</span>,
      text: total => String(total.values),
    },
  ];
  return (
    <TableSection
      title={t('columnTotals')}
      note={t('totalsNote')}
      label={t('columnTotals')}
      columns={columns}
      rows={rows}
      rowKey={total => total.column}
      sticky
    />
  );
}
