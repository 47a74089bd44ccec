import { useTranslation } from 'react-i18next';
import type { InspectedTable } from '#contract/upload.ts';
import { exactDecimal, rationalOf, subtract } from '#core/number/rational.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { type Measure, useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { measureOfColumn } from './column-words.ts';
import style from './preview.module.css';
import { COUNT } from './preview-facts.tsx';

interface Line {
  readonly key: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly of: Measure;
}

/** What the rows that are replaced come to, beside what takes their place. */
export function ReplacedTotals({
  table,
  replaced,
}: {
  readonly table: InspectedTable;
  readonly replaced: NonNullable<InspectedTable['replaced']>;
}) {
  const { t } = useTranslation('data');
  const say = useSay();
  const figures = useFigures();
  const lines: readonly Line[] = [
    { key: '', name: t('rows'), before: String(replaced.rows), after: String(table.rows), of: COUNT },
    ...table.totals.flatMap(({ column, sum }): readonly Line[] => {
      const before = replaced.totals.find(one => one.column === column)?.sum;
      const own = table.columns.find(one => one.column?.id === column)?.column;
      if (sum === null || before === undefined || before === null || !own) return [];
      return [{ key: column, name: say(own.name) || column, before, after: sum, of: measureOfColumn(own) }];
    }),
  ];
  const value = (number: string, of: Measure) => figures.value(number, of, { exact: true });
  const change = ({ before, after }: Line) => exactDecimal(subtract(rationalOf(after), rationalOf(before))) ?? '0';
  const changeText = (line: Line) => {
    const by = change(line);
    if (Number(by) === 0) return t('noChange');
    return by.startsWith('-') ? `−${value(by.slice(1), line.of)}` : `+${value(by, line.of)}`;
  };
  const columns: readonly Column<Line>[] = [
    { key: 'name', head: t('column'), isName: true, cell: ({ name }) => name, text: ({ name }) => name },
    {
      key: 'before',
      head: t('rowsBefore'),
      end: true,
      cell: ({ before, of }) => <span className="mut num">{value(before, of)}</span>,
      text: ({ before }) => before,
    },
    {
      key: 'after',
      head: t('rowsAfter'),
      end: true,
      cell: ({ after, of }) => <b className="num">{value(after, of)}</b>,
      text: ({ after }) => after,
    },
    {
      key: 'change',
      head: t('rowsChange'),
      end: true,
      cell: line => <span className={Number(change(line)) === 0 ? 'dim' : 'num'}>{changeText(line)}</span>,
      text: change,
    },
  ];
  return (
    <div className={style.compared}>
      <h3>{t('changesDifference')}</h3>
      <DataTable label={t('changesDifference')} columns={columns} rows={lines} rowKey={({ key }) => key} sticky />
    </div>
  );
}
