import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { formatPeriod } from '#core/calendar/format-period.ts';
import { numberOf } from '#core/measure/observation.ts';
import type { NodeProgress } from '#core/progress/node-progress.ts';
import { StandingPage, type Stands } from '../app/standing-page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { Select } from '../ui/field.tsx';
import { type Measure, useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Sparkline } from '../ui/sparkline.tsx';
import { Empty } from '../ui/states.tsx';
import { Light, toneOf } from './light.tsx';
import { measureOf } from './node-words.ts';
import { usePeriodName } from './period-name.ts';
import plan from './plan-actual.module.css';
import { ProgressTabs } from './progress-tabs.tsx';
import { TrendMark } from './trend-mark.tsx';
import style from './work.module.css';

interface Row {
  readonly node: NodeView;
  readonly progress: NodeProgress;
}

/** The running month for those who do the work: everybody's KPIs, what is left to do, what was said. */
export function WorkPage() {
  const { t } = useTranslation('progress');
  return (
    <StandingPage title={t('title')}>
      {stands => (
        <>
          <ProgressTabs />
          <Work stands={stands} />
        </>
      )}
    </StandingPage>
  );
}

function Work({ stands }: { readonly stands: Stands }) {
  const { t } = useTranslation('progress');
  const figures = useFigures();
  const people = usePeople();
  const { owner, department, light } = useSearch({ from: '/progress/work' });
  const { month, to, nodes } = stands.progress;
  const departmentOf = (id: string | null) => people.all.find(member => member.id === id)?.department ?? undefined;
  const all = nodes.flatMap((progress): readonly Row[] => {
    const node = stands.nodeOf(progress.node);
    return node?.role === 'kpi' && (node.owner !== null || node.target !== null) ? [{ node, progress }] : [];
  });
  const rows = all
    .filter(({ node }) => owner === undefined || node.owner === owner || node.contributors.includes(owner))
    .filter(({ node }) => department === undefined || departmentOf(node.owner) === department)
    .filter(({ progress }) => light === undefined || progress.state === light)
    .toSorted((a, b) => order(a, people.nameOf) - order(b, people.nameOf) || (ownerKey(a) < ownerKey(b) ? -1 : 1));
  const nobody = t('nobody');
  return (
    <>
      <Filters rows={all} departmentOf={departmentOf} />
      {rows.length === 0 ? (
        <Card>
          <NoMatch />
        </Card>
      ) : (
        <TableSection
          title={t('byOwner')}
          note={t('workMonth', {
            month: formatPeriod({ grain: 'month', ...month.whole }, figures.lang, figures.calendar),
            day: formatDay(to, figures.lang, 'month-day'),
            gone: month.businessDays.gone,
            all: month.businessDays.all,
          })}
          label={t('byOwner')}
          columns={useColumns(stands)}
          rows={rows}
          rowKey={({ node }) => node.id}
          groupOf={({ node }) => {
            const name = people.nameOf(node.owner);
            const where = departmentOf(node.owner);
            return name ? `${name}${where ? `　${where}` : ''}` : nobody;
          }}
          sticky
        />
      )}
    </>
  );
}

function ownerKey({ node }: Row): string {
  return node.owner ?? '\uffff';
}

/** Those without an owner come last. */
function order({ node }: Row, nameOf: (id: string | null) => string | undefined): number {
  return nameOf(node.owner) === undefined ? 1 : 0;
}

function NoMatch() {
  const { t } = useTranslation('progress');
  const navigate = useNavigate();
  return (
    <Empty
      icon="search"
      title={t('noMatch')}
      actions={
        <Button
          onClick={() =>
            void navigate({
              to: '/progress/work',
              search: previous => ({ ...previous, owner: undefined, department: undefined, light: undefined }),
            })
          }
        >
          {t('clear')}
        </Button>
      }
    />
  );
}

function Filters({
  rows,
  departmentOf,
}: {
  readonly rows: readonly Row[];
  readonly departmentOf: (id: string | null) => string | undefined;
}) {
  const { t } = useTranslation('progress');
  const { t: app } = useTranslation('app');
  const people = usePeople();
  const navigate = useNavigate();
  const { owner, department, light } = useSearch({ from: '/progress/work' });
  const owners = [...new Set(rows.flatMap(({ node }) => node.owner ?? []))];
  const departments = [...new Set(rows.flatMap(({ node }) => departmentOf(node.owner) ?? []))];
  const set = (change: { owner?: string | undefined; department?: string | undefined; light?: typeof light }) =>
    void navigate({ to: '/progress/work', search: previous => ({ ...previous, ...change }) });
  return (
    <div className={style.filters}>
      <Select
        small
        aria-label={t('owner')}
        value={owner ?? ''}
        options={[{ value: '', label: t('allOwners') }, ...owners.map(id => ({ value: id, label: people.nameOf(id) }))]}
        onChange={event => set({ owner: event.target.value || undefined })}
      />
      <Select
        small
        aria-label={t('department')}
        value={department ?? ''}
        options={[{ value: '', label: t('allDepartments') }, ...departments.map(name => ({ value: name, label: name }))]}
        onChange={event => set({ department: event.target.value || undefined })}
      />
      <Segmented
        label={t('light')}
        value={light ?? ''}
        options={[
          { value: '', label: t('allLights') },
          { value: 'behind', label: `■ ${app('behind')}` },
          { value: 'near', label: `◆ ${app('near')}` },
          { value: 'met', label: `● ${app('met')}` },
        ]}
        onChange={value => set({ light: value === '' ? undefined : value })}
      />
    </div>
  );
}

function useColumns(stands: Stands): readonly Column<Row>[] {
  const { t } = useTranslation('progress');
  const say = useSay();
  const figures = useFigures();
  const nameOfPeriod = usePeriodName();
  const missing = useAnswer('missingComments', { plan: stands.view.id });
  const initiatives = useAnswer('initiatives', { plan: stands.view.id, stage: ['preparing', 'running', 'checking'] });
  const { all, gone } = stands.progress.month.businessDays;
  const left = (row: Row) => remaining(row, all - gone);
  const openOn = (node: string) =>
    (initiatives.data?.initiatives ?? []).filter(({ kpis }) => kpis.some(kpi => kpi.node === node));
  return [
    {
      key: 'kpi',
      head: t('kpi'),
      isName: true,
      cell: ({ node }) => (
        <Link to="/progress/kpi/$node" params={{ node: node.id }} className={plan.name}>
          {say(node.name)}
        </Link>
      ),
      text: ({ node }) => say(node.name),
    },
    {
      key: 'light',
      head: t('vsPlan'),
      cell: ({ progress }) => <Light progress={progress} />,
      text: ({ progress }) => (progress.month.achievement ? `${Math.round(progress.month.achievement.ratio * 1000) / 10}%` : ''),
    },
    {
      key: 'actual',
      head: t('monthActual'),
      end: true,
      cell: ({ node, progress }) => (
        <span className={numberOf(progress.month.actual) === undefined ? 'dim' : plan.actual}>
          {figures.observed(progress.month.actual, measureOf(node))}
        </span>
      ),
      text: ({ node, progress }) => figures.plain(progress.month.actual, measureOf(node)),
    },
    {
      key: 'due',
      head: t('monthPlan'),
      end: true,
      cell: ({ node, progress }) =>
        progress.month.due !== undefined && <span className="mut">{figures.value(progress.month.due, measureOf(node))}</span>,
      text: ({ node, progress }) => figures.plain(progress.month.due, measureOf(node)),
    },
    {
      key: 'gap',
      head: t('gap'),
      end: true,
      cell: ({ node, progress }) =>
        progress.month.achievement && figures.difference(progress.month.achievement.gap, measureOf(node)),
      text: ({ node, progress }) => figures.plain(progress.month.achievement?.gap, measureOf(node)),
    },
    {
      key: 'left',
      head: t('toGo'),
      end: true,
      cell: row => <Left row={row} left={left(row)} />,
      text: row => {
        const found = left(row);
        return found ? figures.plain(found.amount, measureOf(row.node)) : '';
      },
    },
    {
      key: 'trend',
      head: t('trend'),
      cell: ({ node, progress }) => (
        <span className={style.trend}>
          <Sparkline trend={progress.trend} tone={toneOf(progress.state)} width={96} height={22} />
          <TrendMark node={node} progress={progress} />
        </span>
      ),
      text: ({ node, progress }) => progress.trend.map(point => figures.plain(point.actual, measureOf(node))).join(' '),
    },
    {
      key: 'comment',
      head: t('said'),
      cell: ({ node }) => {
        const found = missing.data?.missing.find(one => one.node === node.id);
        return (
          found && (
            <Link to="/progress/kpi/$node" params={{ node: node.id }} hash="comments" className={style.missing}>
              {t('commentMissing', { period: nameOfPeriod(found.period) })}
            </Link>
          )
        );
      },
      text: ({ node }) => (missing.data?.missing.some(one => one.node === node.id) ? t('missing') : ''),
    },
    {
      key: 'initiatives',
      head: t('initiativesOf'),
      cell: ({ node }) => (
        <span className={style.initiatives}>
          {openOn(node.id).map(({ id, title }) => (
            <Link key={id} to="/initiatives/$initiative" params={{ initiative: id }} title={title}>
              {title}
            </Link>
          ))}
        </span>
      ),
      text: ({ node }) =>
        openOn(node.id)
          .map(({ title }) => title)
          .join(' / '),
    },
  ];
}

interface Remaining {
  readonly amount: number;
  /** Per business day that is left; undefined when none is. */
  readonly daily: number | undefined;
}

/** What is still missing from a flow's month; nothing for rates and for what has arrived. */
function remaining({ node, progress }: Row, days: number): Remaining | undefined {
  const { whole, actual } = progress.month;
  const value = numberOf(actual);
  if (node.time !== 'flow' || node.direction !== 'up' || whole === undefined || value === undefined) return undefined;
  const amount = Number(whole) - value;
  return { amount: Math.max(0, amount), daily: days > 0 && amount > 0 ? amount / days : undefined };
}

function Left({ row, left }: { readonly row: Row; readonly left: Remaining | undefined }) {
  const { t } = useTranslation('progress');
  const figures = useFigures();
  if (!left) return null;
  const of: Measure = measureOf(row.node);
  if (left.amount === 0) return <span className="good">{t('reached')}</span>;
  return (
    <span className={style.left}>
      {t('toGoValue', { value: figures.value(Math.round(left.amount * 10) / 10, of) })}
      {left.daily !== undefined && <small>{t('toGoPace', { value: figures.value(Math.round(left.daily * 10) / 10, of) })}</small>}
    </span>
  );
}
