import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { formatPeriod } from '#core/calendar/format-period.ts';
import type { NodeProgress, Standing } from '#core/progress/node-progress.ts';
import { groupsByFactor } from '#core/share/factor-groups.ts';
import { usePlace } from '../app/place.ts';
import type { Stands } from '../app/standing-page.tsx';
import { useVersionName } from '../app/version-name.ts';
import { usePeople } from '../app/workspace-context.ts';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { besideOf } from './compared.ts';
import { Light } from './light.tsx';
import { measureOf } from './node-words.ts';
import style from './plan-actual.module.css';

interface Row {
  readonly node: NodeView;
  readonly progress: NodeProgress;
  readonly group: string;
  /** The month for KPIs, the plan to date for goals. */
  readonly standing: Standing;
}

/** Every node, plan against actual to the same day, and beside what the reader chose to compare with. */
export function PlanActualTable({ stands }: { readonly stands: Stands }) {
  const { t } = useTranslation('progress');
  const figures = useFigures();
  const { month, to } = stands.progress;
  return (
    <TableSection
      title={t('tableTitle')}
      note={t('tableNote', {
        month: formatPeriod({ grain: 'month', ...month.whole }, figures.lang, figures.calendar),
        day: formatDay(to, figures.lang, 'month-day'),
      })}
      label={t('tableTitle')}
      columns={useColumns(stands)}
      rows={useRows(stands)}
      rowKey={row => row.node.id}
      groupOf={row => row.group}
      isStrong={row => row.node.role === 'goal'}
      sticky
    />
  );
}

function useRows({ view, progress }: Stands): readonly Row[] {
  const { t } = useTranslation('progress');
  const say = useSay();
  const rowOf = (node: NodeView, group: string): readonly Row[] => {
    const found = progress.nodes.find(one => one.node === node.id);
    return found ? [{ node, progress: found, group, standing: found[found.main] }] : [];
  };
  const goals = view.nodes.filter(({ role }) => role === 'goal');
  const groups = groupsByFactor(
    view.nodes.filter(({ role }) => role === 'kpi'),
    view.factors.map(({ id }) => id),
  );
  return [
    ...goals.flatMap(node => rowOf(node, t('goalRow'))),
    ...groups.flatMap(({ factor, nodes }) => {
      const name = say(view.factors.find(({ id }) => id === factor)?.name) || t('noFactor');
      return nodes.flatMap(node => rowOf(node, name));
    }),
  ];
}

function useColumns(stands: Stands): readonly Column<Row>[] {
  const { t } = useTranslation('progress');
  const say = useSay();
  const figures = useFigures();
  const people = usePeople();
  const nameOf = useVersionName();
  const { compare } = usePlace();
  const beside = (row: Row) => besideOf(row.progress, row.progress.main, compare, stands.progress);
  const version = stands.progress.compare?.version;
  const besideHead =
    compare.kind === 'version' && version
      ? t('vsVersion', { name: nameOf(version) })
      : t(compare.kind === 'previous' ? 'vsPrevious' : 'vsLastYear');
  const ratioText = (ratio: number | undefined) => (ratio === undefined ? '' : `${Math.round(ratio * 1000) / 10}%`);
  return [
    {
      key: 'kpi',
      head: t('kpi'),
      isName: true,
      cell: row => (
        <Link to="/progress/kpi/$node" params={{ node: row.node.id }} className={style.name}>
          {say(row.node.name)}
        </Link>
      ),
      text: row => say(row.node.name),
    },
    {
      key: 'owner',
      head: t('owner'),
      cell: row => <span className={style.owner}>{people.nameOf(row.node.owner)}</span>,
      text: row => people.nameOf(row.node.owner) ?? '',
    },
    {
      key: 'actual',
      head: t('monthActual'),
      end: true,
      cell: ({ node, standing }) => (
        <span className={standing.actual.state === 'no-data' || standing.actual.state === 'undefined' ? 'dim' : style.actual}>
          {figures.observed(standing.actual, measureOf(node))}
        </span>
      ),
      text: ({ node, standing }) => figures.plain(standing.actual, measureOf(node)),
    },
    {
      key: 'due',
      head: t('monthPlan'),
      end: true,
      cell: ({ node, standing }) =>
        standing.due !== undefined && <span className="mut">{figures.value(standing.due, measureOf(node))}</span>,
      text: ({ node, standing }) => figures.plain(standing.due, measureOf(node)),
    },
    {
      key: 'light',
      head: t('vsPlan'),
      end: true,
      cell: row => <Light progress={row.progress} flag={false} />,
      text: ({ standing }) => ratioText(standing.achievement?.ratio),
    },
    {
      key: 'gap',
      head: t('gap'),
      end: true,
      cell: ({ node, standing }) => standing.achievement && figures.difference(standing.achievement.gap, measureOf(node)),
      text: ({ node, standing }) => figures.plain(standing.achievement?.gap, measureOf(node)),
    },
    {
      key: 'beside',
      head: besideHead,
      end: true,
      cell: row => {
        const { index, value } = beside(row);
        return (
          index !== undefined && (
            <span title={value === undefined ? undefined : figures.value(value, measureOf(row.node))}>
              {figures.index(index, 1)}
            </span>
          )
        );
      },
      text: row => ratioText(beside(row).index),
    },
    {
      key: 'sofar',
      head: t('toDateActual'),
      end: true,
      cell: ({ node, progress }) =>
        node.role === 'kpi' && <span className="mut">{figures.observed(progress.plan.actual, measureOf(node))}</span>,
      text: ({ node, progress }) => figures.plain(progress.plan.actual, measureOf(node)),
    },
    {
      key: 'sofarRatio',
      head: t('toDateVsPlan'),
      end: true,
      cell: ({ node, progress }) =>
        node.role === 'kpi' &&
        progress.plan.achievement && <span className="mut">{figures.percent(progress.plan.achievement.ratio, 1)}</span>,
      text: ({ progress }) => ratioText(progress.plan.achievement?.ratio),
    },
  ];
}
