import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDayRange } from '#core/calendar/format-day.ts';
import { categoryBars, comparableColumns } from '#core/share/category-chart.ts';
import { type ChartForm, categoryChart, chartMisuse } from '#core/share/proposed-chart.ts';
import { useAnswer } from '../app/use-answer.ts';
import { IconButton } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { copyTable } from '../ui/copy-table.ts';
import { Select } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Banner, Empty, Loading } from '../ui/states.tsx';
import style from './categories.module.css';
import { CategoryPicture } from './category-picture.tsx';
import type { KpiProps } from './kpi-props.ts';
import { measureOf } from './node-words.ts';

const FORMS = ['bar', 'stacked-bar', 'line'] as const satisfies readonly ChartForm[];
const WORDS = { bar: 'formBar', 'stacked-bar': 'formStacked', line: 'formLine' } as const;
const MISUSES = {
  'line-for-categories': 'misuseLine',
  'too-many-slices': 'misuseSlices',
  'parts-do-not-add-up': 'misuseParts',
} as const;

/** The KPI by channel, campaign, device or whatever its data tell apart, against the target or what is usual elsewhere. */
export function KpiCategories({ kpi }: KpiProps) {
  const { t } = useTranslation('progress');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const figures = useFigures();
  const columns = useDimensions(kpi);
  const { node, progress, source } = kpi;
  const proposed = categoryChart(node);
  const [column, setColumn] = useState<string>();
  const [form, setForm] = useState<(typeof FORMS)[number]>(proposed);
  const by = columns.find(({ id }) => id === column) ?? columns[0];
  const range = progress?.month.range;
  const isAsked = by !== undefined && range !== undefined && source.by !== 'none' && source.by !== 'plan';
  const asked = useAnswer(
    'query',
    { metric: source.metric, from: range?.from ?? kpi.to, to: range?.to ?? kpi.to, by: [by?.id ?? ''] },
    { when: isAsked, keep: true },
  );
  if (!isAsked) return null;
  const of = measureOf(node);
  const target = node.time === 'level' && progress?.month.due !== undefined ? Number(progress.month.due) : undefined;
  const usual = kpi.metric?.benchmark?.low ?? kpi.metric?.benchmark?.high ?? undefined;
  const [compared, lineName] =
    target !== undefined ? [target, t('target')] : [node.unit.kind === 'ratio' ? usual : undefined, t('benchmark')];
  const values = (asked.data?.by.includes(by.id) ? asked.data.cells : []).map(({ slice, observation }) => ({
    name: slice[by.id] || t('notSet'),
    observation,
  }));
  const chart = categoryBars(values, compared);
  const misuse = chartMisuse(form, node, chart.bars.length + chart.left);
  return (
    <Section
      title={t('byCategory')}
      note={formatDayRange(range, figures.lang)}
      tools={
        <>
          <Select
            small
            aria-label={t('cutBy')}
            value={by.id}
            options={columns.map(({ id, name }) => ({ value: id, label: say(name) }))}
            onChange={event => setColumn(event.target.value)}
          />
          <Segmented
            label={t('picture')}
            value={form}
            options={FORMS.map(value => ({ value, label: t(WORDS[value]) }))}
            onChange={setForm}
          />
          <IconButton
            small
            icon="copy"
            name={ui('copyTable')}
            onClick={() =>
              void copyTable([
                [say(by.name), say(node.name)],
                ...values.map(one => [one.name, figures.plain(one.observation, of)]),
              ])
            }
          />
        </>
      }
    >
      {misuse && (
        <Banner tone="warn">
          {t(MISUSES[misuse])} {t('betterPicture', { form: t(WORDS[proposed]) })}
        </Banner>
      )}
      {!asked.data ? (
        asked.error ? (
          <Empty small icon="chart" title={ui('noData')} />
        ) : (
          <Loading lines={4} />
        )
      ) : chart.bars.length === 0 ? (
        <Empty small icon="chart" title={ui('noData')} />
      ) : (
        <CategoryPicture
          chart={chart}
          form={form}
          shown={value => figures.value(value, of)}
          percent={share => figures.percent(share, 0)}
          line={compared === undefined ? undefined : `${lineName} ${figures.value(compared, of)}`}
          label={`${say(node.name)} · ${say(by.name)}`}
        />
      )}
      {chart.left > 0 && <p className={style.left}>{t('categoriesLeft', { count: chart.left })}</p>}
    </Section>
  );
}

const GIVEN = { type: 'text', role: 'dimension', hashed: false } as const;

/** Columns that every dataset the KPI rests on has, or that costs are allocated to. */
function useDimensions(kpi: KpiProps['kpi']) {
  const asked = useAnswer('datasets', {});
  const given = (kpi.allocation?.to ?? []).map(column => ({ ...column, ...GIVEN }));
  const found = kpi.source.datasets.map(id => {
    const own = asked.data?.datasets.find(({ dataset }) => dataset === id)?.columns ?? [];
    return [...own, ...given.filter(column => column.dataset === id && !own.some(each => each.id === column.id))];
  });
  const [first = [], ...others] = found;
  const shared = first.filter(
    ({ id, role, hashed }) =>
      role === 'dimension' && !hashed && others.every(columns => columns.some(one => one.id === id && one.role === 'dimension')),
  );
  return comparableColumns(shared);
}
