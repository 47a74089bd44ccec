import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KpiMatch } from '#core/begin/match-kpis.ts';
import type { SheetNode } from '#core/begin/sheet-plan.ts';
import type { Catalogue } from '#core/metric/catalogue.ts';
import { add, exactDecimal, rational, rationalOf } from '#core/number/rational.ts';
import { normalise } from '#core/text/normalise.ts';
import type { Unit } from '#core/unit/unit.ts';
import { inCurrency } from '#core/unit/unit-text.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Section } from '../ui/card.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Select, TextInput } from '../ui/field.tsx';
import { type Figures, useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import style from './begin.module.css';

export interface SheetKpiTableProps {
  readonly nodes: readonly SheetNode[];
  readonly matches: readonly KpiMatch[];
  readonly catalogue: Catalogue;
  /** KPIs that somebody has decided about. */
  readonly told: Readonly<Record<string, string>>;
  readonly onMetric: (kpi: string, metric: string) => void;
}

const PLACES = { goal: 'placeGoal', tree: 'placeTree', watch: 'placeWatch' } as const;
const SEARCH = '?';

/** Every KPI of the sheet: what it was taken for, what was read of it, and where it stands in the plan. */
export function SheetKpiTable({ nodes, matches, catalogue, told, onMetric }: SheetKpiTableProps) {
  const { t } = useTranslation('begin');
  const figures = useFigures();
  const { currency } = useWorkspace();
  const byKpi = new Map(matches.map(match => [match.kpi, match]));
  const doubtful = nodes.filter(({ kpi }) => byKpi.get(kpi)?.by === 'likely' && told[kpi] === undefined).length;
  const columns: readonly Column<SheetNode>[] = [
    { key: 'name', head: t('kpiColumn'), isName: true, cell: ({ name }) => name, text: ({ name }) => name },
    {
      key: 'metric',
      head: t('metricColumn'),
      cell: node => {
        const match = byKpi.get(node.kpi);
        return match && <MetricChoice node={node} match={match} catalogue={catalogue} onMetric={onMetric} />;
      },
      text: ({ metric }) => metric ?? '',
    },
    {
      key: 'state',
      head: t('stateColumn'),
      cell: ({ kpi, metric }) => (
        <MatchPill match={byKpi.get(kpi)} isTold={told[kpi] !== undefined} isOwn={metric === undefined} />
      ),
      text: ({ kpi }) => byKpi.get(kpi)?.by ?? '',
    },
    {
      key: 'target',
      head: t('targetFigure'),
      end: true,
      cell: node => <Amount node={node} values={node.target} catalogue={catalogue} currency={currency} figures={figures} />,
      text: ({ target }) => wholeOf(target),
    },
    {
      key: 'actual',
      head: t('actualFigure'),
      end: true,
      cell: ({ actual }) => (actual.size === 0 ? '' : t('actualCount', { count: actual.size })),
      text: ({ actual }) => String(actual.size),
    },
    { key: 'place', head: t('placeColumn'), cell: ({ place }) => t(PLACES[place]), text: ({ place }) => t(PLACES[place]) },
  ];
  return (
    <Section title={t('kpis')} note={t('kpisNote')}>
      {doubtful > 0 && <p className={style.confirm}>{t('confirmLikely', { count: doubtful })}</p>}
      <DataTable columns={columns} rows={nodes} rowKey={({ kpi }) => kpi} label={t('kpis')} />
    </Section>
  );
}

function MatchPill({
  match,
  isTold,
  isOwn,
}: {
  readonly match: KpiMatch | undefined;
  readonly isTold: boolean;
  readonly isOwn: boolean;
}) {
  const { t } = useTranslation('begin');
  if (isTold) return <Pill tone="good">{t('chosen')}</Pill>;
  if (isOwn || match?.by === 'none') return <Pill tone="none">{t('none')}</Pill>;
  return match?.by === 'sure' ? <Pill tone="good">{t('sure')}</Pill> : <Pill tone="warn">{t('likely')}</Pill>;
}

/** The metric it is: what was found, what it may be instead, one of the team's own, or any other by its name. */
function MetricChoice({
  node,
  match,
  catalogue,
  onMetric,
}: Pick<SheetKpiTableProps, 'catalogue' | 'onMetric'> & { readonly node: SheetNode; readonly match: KpiMatch }) {
  const { t } = useTranslation('begin');
  const say = useSay();
  const [searching, setSearching] = useState(false);
  const nameOf = (id: string) => say(catalogue.metrics.get(id)?.name) || id;
  const label = t('metricOf', { name: node.name });
  const list = `metrics-of-${node.kpi}`;
  if (searching) {
    const find = (typed: string) =>
      [...catalogue.metrics.values()].find(({ name }) => [name.ja, name.en].some(one => normalise(one) === normalise(typed)));
    return (
      <>
        <TextInput
          small
          className={style.metric}
          autoFocus
          aria-label={label}
          list={list}
          placeholder={t('searchPlaceholder')}
          onChange={event => {
            const found = find(event.target.value);
            if (!found) return;
            setSearching(false);
            onMetric(node.kpi, found.id);
          }}
          onBlur={() => setSearching(false)}
          onKeyDown={event => event.key === 'Escape' && setSearching(false)}
        />
        <datalist id={list}>
          {[...catalogue.metrics.values()].map(({ id, name }) => (
            <option key={id} value={say(name)} />
          ))}
        </datalist>
      </>
    );
  }
  const offered = [...new Set([node.metric, match.metric, ...match.others].filter(id => id !== undefined))];
  return (
    <Select
      small
      className={style.metric}
      aria-label={label}
      value={node.metric ?? ''}
      options={[
        ...offered.map(id => ({ value: id, label: nameOf(id) })),
        { value: '', label: t('own') },
        { value: SEARCH, label: t('searchMetric') },
      ]}
      onChange={event => (event.target.value === SEARCH ? setSearching(true) : onMetric(node.kpi, event.target.value))}
    />
  );
}

function Amount({
  node,
  values,
  catalogue,
  currency,
  figures,
}: {
  readonly node: SheetNode;
  readonly values: SheetNode['target'];
  readonly catalogue: Catalogue;
  readonly currency: string;
  readonly figures: Figures;
}) {
  const { t } = useTranslation('begin');
  if (values.size === 0) return null;
  const metric = node.metric === undefined ? undefined : catalogue.metrics.get(node.metric);
  const unit = metric ? inCurrency(metric.unit, currency) : ownUnit(node.unit.kind, currency);
  const adds = node.unit.aggregation === 'sum';
  const amount = adds ? wholeOf(values) : ([...values].toSorted(([a], [b]) => (a < b ? -1 : 1)).at(-1)?.[1] ?? '0');
  return (
    <>
      {figures.value(amount, { unit, counter: null })} <small className={style.basis}>{t(adds ? 'perYear' : 'lastMonth')}</small>
    </>
  );
}

function ownUnit(kind: SheetNode['unit']['kind'], currency: string): Unit {
  switch (kind) {
    case 'money':
      return { kind, currency };
    case 'ratio':
      return { kind };
    case 'count':
    case 'other':
      return { kind: 'count' };
  }
}

function wholeOf(values: SheetNode['target']): string {
  return exactDecimal([...values.values()].reduce((sum, value) => add(sum, rationalOf(value)), rational(0n))) ?? '0';
}
