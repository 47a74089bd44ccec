import { useTranslation } from 'react-i18next';
import type { MetricEntry } from '#contract/catalogue.ts';
import { parseFormula } from '#core/formula/parse.ts';
import { printFormula } from '#core/formula/print.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useSay } from '../ui/language.ts';
import { Tag } from '../ui/pill.tsx';
import style from './sources.module.css';
import type { DatasetEntry } from './sources-page.tsx';

/** What the workspace measures, and from which data. */
export function MetricsTable({ datasets }: { readonly datasets: readonly DatasetEntry[] }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const asked = useAnswer('catalogue', {});
  const all = asked.data?.metrics ?? [];
  const rows = all.filter(({ from, measured }) => from === 'workspace' && measured);
  const sourceOf = ({ id }: MetricEntry) => datasets.find(({ metrics }) => metrics.some(metric => metric.id === id));
  const nameOf = (id: string) => say(all.find(metric => metric.id === id)?.name) || id;
  const how = (metric: MetricEntry) => {
    const measured = sourceOf(metric)?.metrics.find(({ id }) => id === metric.id);
    if (measured) return say(measured.measurement);
    const parsed = metric.formula === null ? undefined : parseFormula(metric.formula);
    return parsed?.ok ? printFormula(parsed.value, nameOf) : '';
  };
  const columns: readonly Column<MetricEntry>[] = [
    {
      key: 'name',
      head: t('metric'),
      isName: true,
      cell: ({ name, meaning }) => <span title={say(meaning)}>{say(name)}</span>,
      text: ({ name }) => say(name),
    },
    { key: 'how', head: t('howMeasured'), cell: metric => <span className={style.how}>{how(metric)}</span>, text: how },
    {
      key: 'reads',
      head: t('readsFrom'),
      cell: metric => {
        const source = sourceOf(metric);
        return source ? <span className={style.reads}>{say(source.name)}</span> : <Tag>{t('derived')}</Tag>;
      },
      text: metric => say(sourceOf(metric)?.name) || t('derived'),
    },
  ];
  if (!asked.data) return null;
  if (rows.length === 0)
    return (
      <Section title={t('metrics')}>
        <p className="mut">{t('metricsNone')}</p>
      </Section>
    );
  return (
    <TableSection
      title={t('metrics')}
      note={t('metricsNote')}
      label={t('metrics')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      sticky
    />
  );
}
