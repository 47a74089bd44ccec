import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDay } from '#core/calendar/format-day.ts';
import { formatPeriod } from '#core/calendar/format-period.ts';
import { monthsUntil } from '#core/calendar/month-key.ts';
import { usePeople } from '../app/workspace-context.ts';
import { buttonClass } from '../ui/button.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import style from './quality.module.css';
import type { QualityAnswer } from './quality-page.tsx';

type Overdue = QualityAnswer['overdue'][number];

/** Values somebody was to type, and has not; nothing where there are none. [DUE-02] */
export function OverdueValues({ answer: { overdue } }: { readonly answer: QualityAnswer }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const people = usePeople();
  const { lang, calendar } = useFigures();
  if (overdue.length === 0) return null;
  const month = ({ month: key }: Overdue) => {
    const range = monthsUntil(key, calendar).at(-1)?.range;
    return range ? formatPeriod({ grain: 'month', ...range }, lang, calendar) : key;
  };
  const late = ({ late: days }: Overdue) => t('overdueBy', { count: days });
  const columns: readonly Column<Overdue>[] = [
    { key: 'name', head: t('name'), isName: true, cell: ({ name }) => say(name), text: ({ name }) => say(name) },
    { key: 'month', head: t('period'), cell: month, text: month },
    { key: 'who', head: t('auditOwner'), cell: ({ owner }) => people.nameOf(owner), text: ({ owner }) => people.nameOf(owner) },
    {
      key: 'due',
      head: t('dutyDue'),
      cell: one => (
        <span className={style.due}>
          <span>{formatDay(one.due, lang)}</span>
          <Pill tone="bad">{late(one)}</Pill>
        </span>
      ),
      text: one => `${one.due} ${late(one)}`,
    },
    {
      key: 'do',
      head: t('overdueType'),
      hideHead: true,
      end: true,
      cell: one => (
        <Link to="/data/values" search={{ period: one.month }} className={buttonClass('plain', true)}>
          {t('overdueType')}
        </Link>
      ),
      text: () => '',
    },
  ];
  return (
    <TableSection
      title={t('overdueValues')}
      note={t('ticketsNote', { count: overdue.length })}
      label={t('overdueValues')}
      columns={columns}
      rows={overdue}
      rowKey={({ metric, month: key }) => `${metric} ${key}`}
      sticky
    />
  );
}
