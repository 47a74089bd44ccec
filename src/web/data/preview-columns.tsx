import { useTranslation } from 'react-i18next';
import type { InspectedTable } from '#contract/upload.ts';
import { Section } from '../ui/card.tsx';
import { classNames } from '../ui/class-names.ts';
import { type Column, DataTable, TableSection } from '../ui/data-table.tsx';
import { useSay } from '../ui/language.ts';
import { Tag } from '../ui/pill.tsx';
import { type InspectedColumn, useRoleWord } from './column-words.ts';
import style from './preview.module.css';
import { SKIP_REASONS } from './preview-skipped.tsx';
import { sampleValues } from './sample-values.ts';

/** Long fractions are no help to recognise a value by. */
function short(sample: string): string {
  return sample.length > 24 ? `${sample.slice(0, 23)}…` : sample;
}

/** As many as one look takes in. */
const FIRST_ROWS = 10;

type Placed = InspectedColumn & { readonly place: number };

/** Which heading becomes which column, and which are left out. */
export function PreviewColumns({ table }: { readonly table: InspectedTable }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const roleOf = useRoleWord();
  const rows = table.columns.map((column, place) => ({ ...column, place }));
  const headingOf = ({ heading }: Placed) => heading || t('unnamed');
  const becomes = ({ column }: Placed) => say(column?.name);
  // In a table of metrics by period, columns are periods and the first one names the metrics.
  const roleText = ({ column, left, reads, per, stage }: Placed) => {
    if (stage !== null) return t('roleStage', { stage });
    if (column && per !== null) return t(column.role === 'measure' ? 'rolePerOnce' : 'rolePer', { role: roleOf(column), per });
    if (column) return roleOf(column);
    if (left) return t(`left-${left}`);
    return t(reads === 'text' ? 'roleMetric' : 'rolePeriod');
  };
  const columns: readonly Column<Placed>[] = [
    { key: 'heading', head: t('heading'), isName: true, cell: headingOf, text: headingOf },
    { key: 'becomes', head: t('becomes'), cell: becomes, text: becomes },
    {
      key: 'role',
      head: t('role'),
      cell: row => (
        <span className={classNames(style.role, row.left && 'dim')}>
          {roleText(row)} {row.column?.hashed && <Tag>{t('hashedTag')}</Tag>}
        </span>
      ),
      text: roleText,
    },
    {
      key: 'samples',
      head: t('examples'),
      cell: ({ place }) => <span className={style.samples}>{sampleValues(table, place).map(short).join(' / ')}</span>,
      text: ({ samples }) => samples.join(' / '),
    },
  ];
  return (
    <TableSection
      title={t('columns')}
      note={t('columnsNote', { read: rows.filter(({ left }) => left === null).length, all: rows.length })}
      label={t('columns')}
      columns={columns}
      rows={rows}
      rowKey={({ place }) => String(place)}
      sticky
    />
  );
}

/** The first rows as the file writes them. */
export function PreviewRows({ table }: { readonly table: InspectedTable }) {
  const { t } = useTranslation('data');
  const sample = table.sample.slice(0, FIRST_ROWS);
  const leftOut = new Map<number, string>([
    ...table.skipped.lines.map(({ line, reason }) => [line, reason] as const),
    ...table.skipped.bad.map(({ line }) => [line, 'bad'] as const),
  ]);
  const reasonOf = (line: number) => {
    const reason = SKIP_REASONS.find(one => one === leftOut.get(line));
    return reason === undefined ? undefined : t(`skip-${reason}`);
  };
  const isNumber = (place: number) => table.columns[place]?.column?.role === 'measure';
  type Row = (typeof sample)[number];
  const columns: readonly Column<Row>[] = [
    {
      key: 'line',
      head: t('line'),
      end: true,
      cell: ({ line }) => <span className="dim">{line}</span>,
      text: ({ line }) => String(line),
    },
    ...table.columns.map(
      ({ heading }, place): Column<Row> => ({
        key: String(place),
        head: heading || t('unnamed'),
        end: isNumber(place),
        cell: ({ line, cells }) => <span className={classNames(style.cell, leftOut.has(line) && 'dim')}>{cells[place]}</span>,
        text: ({ cells }) => cells[place] ?? '',
      }),
    ),
    ...(sample.some(({ line }) => leftOut.has(line))
      ? [
          {
            key: 'left',
            head: t('skipped'),
            cell: ({ line }: Row) => leftOut.has(line) && <Tag>{reasonOf(line)}</Tag>,
            text: ({ line }: Row) => reasonOf(line) ?? '',
          },
        ]
      : []),
  ];
  return (
    <Section title={t('firstRows')} note={t('firstRowsNote')}>
      <DataTable label={t('firstRows')} columns={columns} rows={sample} rowKey={({ line }) => String(line)} />
    </Section>
  );
}
