import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { formatPeriod } from '#core/calendar/format-period.ts';
import type { Stands } from '../app/standing-page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { useVersionName } from '../app/version-name.ts';
import { Field, Select, type SelectOption } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import style from './analyse.module.css';
import { monthsBefore } from './why-choices.ts';

type Key = 'node' | 'from' | 'against' | 'period' | 'by' | 'method';

/** What is explained, against what, over which days, cut by what. Everything stands in the address. */
export function WhyForm({ node, stands }: { readonly node: NodeView; readonly stands: Stands }) {
  const { t } = useTranslation('analyse');
  const navigate = useNavigate();
  const search = useSearch({ from: '/analysis/why' });
  const choices = useChoices(stands);
  const set = (key: Key, value: string, usual: string) =>
    void navigate({
      to: '/analysis/why',
      search: previous => ({ ...previous, [key]: value === usual ? undefined : value }),
      replace: true,
    });
  const of = (key: Key, label: string, usual: string, options: readonly SelectOption[], value = search[key] ?? usual) => (
    <Field label={label}>
      {control => (
        <Select
          {...control}
          value={value}
          options={options.some(option => option.value === value) ? options : [...options, { value, label: value }]}
          onChange={event => set(key, event.target.value, usual)}
        />
      )}
    </Field>
  );
  const isMeasured = (search.from ?? 'actual') === 'actual';
  const isForecast = search.from === 'forecast';
  return (
    <div className={style.choices}>
      {of('node', t('node'), '', choices.nodes, node.id)}
      {of('from', t('looked'), 'actual', [
        { value: 'actual', label: t('actual') },
        { value: 'forecast', label: t('landing') },
        ...choices.plans,
      ])}
      {of('against', t('comparedWith'), 'plan', [
        ...choices.plans,
        ...(isMeasured
          ? [{ value: 'last-year', label: t('lastYear') }, { value: 'previous', label: t('previous') }, ...choices.months]
          : isForecast
            ? [{ value: 'last-year', label: t('lastYear') }]
            : []),
      ])}
      {!isForecast && of('period', t('period'), '', choices.periods)}
      {!isForecast && of('by', t('cutBy'), '', choices.columns)}
      {of('method', t('method'), 'shapley', [
        { value: 'shapley', label: t('shapley') },
        { value: 'lmdi', label: t('lmdi') },
      ])}
    </div>
  );
}

function useChoices({ view, progress }: Stands) {
  const { t } = useTranslation('analyse');
  const say = useSay();
  const { lang, calendar } = useFigures();
  const nameOf = useVersionName();
  const versions = useAnswer('planVersions', { plan: view.id });
  const datasets = useAnswer('datasets', {});
  const months = monthsBefore(progress.to, calendar).map(month => ({
    value: month.to.slice(0, 7),
    label: formatPeriod(month, lang, calendar),
  }));
  const columns = new Map(
    (datasets.data?.datasets ?? []).flatMap(({ columns: all }) =>
      all.filter(({ role }) => role === 'dimension').map(({ id, name }) => [id, say(name)] as const),
    ),
  );
  const nodes = view.nodes.toSorted((a, b) => rankOf(a) - rankOf(b));
  return {
    nodes: nodes.map(({ id, name }) => ({ value: id, label: say(name) })),
    plans: [
      { value: 'plan', label: t('planNow') },
      ...[...(versions.data?.versions ?? [])].reverse().map(version => ({
        value: `plan:${version.number}`,
        label: t('planVersion', { name: nameOf(version) }),
      })),
    ],
    months,
    periods: [
      { value: '', label: t('usualPeriod') },
      { value: `${view.period.from}..${progress.to < view.period.to ? progress.to : view.period.to}`, label: t('planToDate') },
      ...months.filter(({ value }) => value >= view.period.from.slice(0, 7)),
    ],
    columns: [{ value: '', label: t('noCut') }, ...[...columns].map(([value, label]) => ({ value, label }))],
  };
}

/** Goals, then what has a formula, then the drivers. */
function rankOf({ role, equals }: NodeView): number {
  return role === 'goal' ? 0 : equals ? 1 : 2;
}
