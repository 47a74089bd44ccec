import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PrioritiesAnswer } from '#contract/priority.ts';
import type { Stands } from '../app/standing-page.tsx';
import { usePeople } from '../app/workspace-context.ts';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import style from './analyse.module.css';
import { tidy } from './explained.ts';
import { MarkCell } from './priority-mark.tsx';
import type { RankedFactor, RankedKpi, Scored } from './priority-words.ts';

interface RankingProps {
  readonly answer: PrioritiesAnswer;
  readonly stands: Stands;
}

const CRITERIA = ['impact', 'problem', 'controllability', 'room'] as const;

/** KPIs, the most worthwhile first, with four marks each; every mark tells why and can be changed. */
export function KpiRanking({ answer, stands }: RankingProps) {
  const { t } = useTranslation('priority');
  const say = useSay();
  const figures = useFigures();
  const people = usePeople();
  const goal = { unit: answer.goal.unit, counter: stands.nodeOf(answer.goal.node)?.counter ?? null };
  const of = (row: RankedKpi) => ({ unit: row.unit, counter: stands.nodeOf(row.node)?.counter ?? null });
  const lagText = ({ lag }: RankedKpi) => (lag === null ? '' : lag === 0 ? t('atOnce') : t('months', { count: lag }));
  const columns: readonly Column<RankedKpi>[] = [
    { key: 'rank', head: t('rank'), cell: row => <b className="num">{row.rank}</b>, text: row => String(row.rank) },
    {
      key: 'kpi',
      head: t('kpi'),
      isName: true,
      cell: row => (
        <Link to="/progress/kpi/$node" params={{ node: row.node }}>
          {say(row.name)}
        </Link>
      ),
      text: row => say(row.name),
    },
    {
      key: 'owner',
      head: t('owner'),
      cell: row => <span className={style.nowrap}>{people.nameOf(row.owner)}</span>,
      text: row => people.nameOf(row.owner) ?? '',
    },
    ...CRITERIA.map(
      (criterion): Column<RankedKpi> => ({
        key: criterion,
        head: t(criterion),
        end: true,
        cell: row => (
          <MarkCell id={row.node} name={say(row.name)} criterion={criterion} scored={row[criterion]} stands={stands} />
        ),
        text: row => String(row[criterion].mark),
      }),
    ),
    {
      key: 'total',
      head: t('total'),
      end: true,
      cell: row => <b>{tidy(row.total)}</b>,
      text: row => String(tidy(row.total)),
    },
    {
      key: 'now',
      head: t('now'),
      end: true,
      cell: row => row.current !== null && figures.value(tidy(row.current), of(row)),
      text: row => (row.current === null ? '' : figures.plain(tidy(row.current), of(row))),
    },
    {
      key: 'reference',
      head: t('reference'),
      end: true,
      cell: row =>
        row.reference && (
          <>
            {figures.value(tidy(row.reference.value), of(row))} <small className="mut">{t(row.reference.is)}</small>
          </>
        ),
      text: row => (row.reference ? figures.plain(tidy(row.reference.value), of(row)) : ''),
    },
    {
      key: 'gain',
      head: t('gain'),
      end: true,
      cell: row => row.gain && figures.difference(tidy(row.gain.change), goal),
      text: row => (row.gain ? figures.plain(tidy(row.gain.change), goal) : ''),
    },
    { key: 'lag', head: t('lag'), end: true, cell: row => <span className="mut">{lagText(row)}</span>, text: lagText },
  ];
  return (
    <TableSection
      title={t('kpis')}
      label={t('kpis')}
      columns={columns}
      rows={answer.kpis.toSorted((a, b) => a.rank - b.rank)}
      rowKey={row => row.node}
    />
  );
}

/** Success factors by impact × feasibility. */
export function FactorRanking({ answer, stands }: RankingProps) {
  const { t } = useTranslation('priority');
  const say = useSay();
  const figures = useFigures();
  const people = usePeople();
  if (answer.factors.length === 0) return null;
  const nameOf = (row: RankedFactor) => say(row.name);
  const mark = (criterion: 'impact' | 'feasibility', scoredOf: (row: RankedFactor) => Scored): Column<RankedFactor> => ({
    key: criterion,
    head: t(criterion),
    end: true,
    cell: row => <MarkCell id={row.factor} name={nameOf(row)} criterion={criterion} scored={scoredOf(row)} stands={stands} />,
    text: row => String(scoredOf(row).mark),
  });
  const shareText = ({ share }: RankedFactor) => (share === null ? '' : figures.percent(Number(share), 0));
  const columns: readonly Column<RankedFactor>[] = [
    { key: 'rank', head: t('rank'), cell: row => <b className="num">{row.rank}</b>, text: row => String(row.rank) },
    { key: 'factor', head: t('factor'), isName: true, cell: nameOf, text: nameOf },
    {
      key: 'owner',
      head: t('owner'),
      cell: row => people.nameOf(row.owner),
      text: row => people.nameOf(row.owner) ?? '',
    },
    mark('impact', row => row.impact),
    mark('feasibility', row => row.feasibility),
    { key: 'score', head: t('score'), end: true, cell: row => <b>{tidy(row.score)}</b>, text: row => String(tidy(row.score)) },
    { key: 'share', head: t('share'), end: true, cell: shareText, text: shareText },
  ];
  return (
    <TableSection
      title={t('factors')}
      label={t('factors')}
      columns={columns}
      rows={answer.factors.toSorted((a, b) => a.rank - b.rank)}
      rowKey={row => row.factor}
    />
  );
}
