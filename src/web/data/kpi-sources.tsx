import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { usePlace } from '../app/place.ts';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople } from '../app/workspace-context.ts';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useLang, useSay } from '../ui/language.ts';
import { Pill, Tag } from '../ui/pill.tsx';
import style from './sources.module.css';

type Entry = ResponseOf<Api['planSources']>['nodes'][number];

const HOW = { workspace: 'byData', catalogue: 'byCatalogue', plan: 'byPlan', none: 'byNone' } as const;

/** Every goal and KPI of the plan with the systems and reports its values come from; those without a source stand first. [MEA-01] */
export function KpiSources() {
  const { t } = useTranslation('data');
  const say = useSay();
  const lang = useLang();
  const people = usePeople();
  const { plan } = usePlace();
  const asked = useAnswer('planSources', { plan: plan ?? '' }, { when: plan !== undefined });
  if (!asked.data) return null;
  const rows = asked.data.nodes.toSorted((a, b) => Number(a.measurable) - Number(b.measurable));
  const separator = say({ ja: '、', en: ', ' });
  const joined = (words: readonly (string | undefined)[]) => [...new Set(words.filter(Boolean))].join(separator);
  const reports = ({ sources }: Entry) => joined(sources.map(({ source, name }) => say(source ?? name)));
  const through = ({ sources }: Entry) => sources.flatMap(one => one.through ?? []).toSorted()[0];
  const columns: readonly Column<Entry>[] = [
    {
      key: 'name',
      head: t('kpi'),
      isName: true,
      cell: ({ node, name }) => (
        <Link to="/progress/kpi/$node" params={{ node }} className={style.name}>
          {say(name)}
        </Link>
      ),
      text: ({ name }) => say(name),
    },
    {
      key: 'by',
      head: t('howMeasured'),
      cell: ({ by, measurable }) => (measurable ? <Tag>{t(HOW[by])}</Tag> : <Pill tone="bad">{t('byNone')}</Pill>),
      text: ({ by }) => t(HOW[by]),
    },
    {
      key: 'reports',
      head: t('systemAndReport'),
      cell: entry =>
        entry.measurable ? <span className={style.reads}>{reports(entry)}</span> : <Link to="/data/values">{t('typeIn')}</Link>,
      text: reports,
    },
    {
      key: 'bringer',
      head: t('owner'),
      cell: ({ sources }) => joined(sources.map(({ owner }) => people.nameOf(owner))),
      text: ({ sources }) => joined(sources.map(({ owner }) => people.nameOf(owner))),
    },
    {
      key: 'through',
      head: t('reachesTo'),
      end: true,
      cell: entry => {
        const day = through(entry);
        return day && <span className="num">{formatDay(day, lang, 'month-day')}</span>;
      },
      text: entry => through(entry) ?? '',
    },
  ];
  return (
    <TableSection
      title={t('kpiSources')}
      note={t('kpiSourcesNote', { count: rows.filter(({ measurable }) => !measurable).length })}
      label={t('kpiSources')}
      columns={columns}
      rows={rows}
      rowKey={({ node }) => node}
      sticky
    />
  );
}
