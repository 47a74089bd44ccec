import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LandingAnswer } from '#contract/foresee.ts';
import type { NodeView } from '#contract/plan-view.ts';
import type { Stands } from '../app/standing-page.tsx';
import { GoalChart } from '../progress/goal-chart.tsx';
import { measureOf } from '../progress/node-words.ts';
import { useLandingRecord } from '../progress/use-landing.ts';
import { buttonClass } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { AnswerCard } from './answer-card.tsx';
import { tidy } from './explained.ts';
import { LandingMonths } from './landing-months.tsx';
import { LandingRecordTable } from './landing-record-table.tsx';
import { useLandingWords } from './landing-words.ts';

export interface GoalLandingProps {
  readonly goal: NodeView;
  readonly answer: LandingAnswer;
  readonly stands: Stands;
}

type Landed = LandingAnswer['nodes'][number];

/** One goal: the answer, its course with the range, what moves it most, and every month. */
export function GoalLanding({ goal, answer, stands }: GoalLandingProps) {
  const { t } = useTranslation('analyse');
  const say = useSay();
  const sentences = useLandingWords();
  const landed = answer.nodes.find(({ node }) => node === goal.id);
  const progress = stands.progress.nodes.find(({ node }) => node === goal.id);
  const record = useLandingRecord(stands, goal.id, true);
  const basis = useBasis(answer, landed);
  const mover = stands.nodeOf(landed?.movers[0]?.leaf ?? '');
  return (
    <>
      <AnswerCard
        sentence={sentences(answer, goal).join('')}
        basis={record && landed?.landing ? [...basis, say(record.sentence).replace(/[。.]$/, '')] : basis}
      >
        {mover && (
          <>
            <Link to="/initiatives/new" search={{ node: mover.id }} className={buttonClass()}>
              {t('newInitiative', { name: say(mover.name) })}
            </Link>
            <Link
              to="/analysis/what-if"
              search={{ node: goal.id, try: `${mover.id}*0.1`, base: 'actual' }}
              className={buttonClass()}
            >
              {t('tryIt', { name: say(mover.name) })}
            </Link>
            <Link to="/analysis/why" search={{ node: goal.id, from: 'forecast' }} className={buttonClass('quiet')}>
              {t('seeForecastWhy')}
            </Link>
          </>
        )}
      </AnswerCard>
      {progress && landed && (
        <Section title={t('course')} note={say(goal.name)}>
          <GoalChart goal={goal} progress={progress} stands={stands} expected={landed.cumulative} />
        </Section>
      )}
      {landed && landed.movers.length > 0 && <Movers goal={goal} landed={landed} stands={stands} />}
      {landed && <LandingMonths goal={goal} answer={answer} landed={landed} />}
      {record && record.tries.length > 0 && <LandingRecordTable goal={goal} record={record} />}
    </>
  );
}

function useBasis(answer: LandingAnswer, landed: Landed | undefined): readonly string[] {
  const { t } = useTranslation('analyse');
  const figures = useFigures();
  const counts = answer.leaves.map(({ basis }) => basis.values);
  const tried = answer.leaves.flatMap(({ basis }) => basis.coverage ?? []);
  const n = tried.reduce((sum, one) => sum + one.n, 0);
  const held = n === 0 ? 0 : tried.reduce((sum, one) => sum + one.coverage80 * one.n, 0) / n;
  if (!landed?.landing) return [];
  return [
    ...(landed.probability === null
      ? []
      : [
          t('drawn', {
            draws: figures.value(answer.draws, { unit: { kind: 'count' }, counter: null }),
            share: figures.percent(landed.probability, 0),
          }),
        ]),
    ...(counts.length > 0
      ? [t('restsOnPast', { count: counts.length, least: Math.min(...counts), most: Math.max(...counts) })]
      : []),
    ...(n > 0 ? [t('coverageIs', { share: figures.percent(held, 0), n })] : []),
  ];
}

type Mover = Landed['movers'][number];

function Movers({ goal, landed, stands }: { readonly goal: NodeView; readonly landed: Landed; readonly stands: Stands }) {
  const { t } = useTranslation('analyse');
  const say = useSay();
  const figures = useFigures();
  const of = measureOf(goal);
  const nameOf = (row: Mover) => say(stands.nodeOf(row.leaf)?.name) || row.leaf;
  const chance = (key: 'probabilityLow' | 'probabilityHigh'): Column<Mover> => ({
    key,
    head: t(key),
    end: true,
    cell: row => figures.percent(row[key], 0),
    text: row => `${Math.round(row[key] * 1000) / 10}%`,
  });
  const amount = (key: 'landingLow' | 'landingHigh'): Column<Mover> => ({
    key,
    head: t(key),
    end: true,
    cell: row => figures.value(tidy(row[key]), of),
    text: row => figures.plain(tidy(row[key]), of),
  });
  const columns: readonly Column<Mover>[] = [
    {
      key: 'leaf',
      head: t('leaf'),
      isName: true,
      cell: row => (
        <Link to="/progress/kpi/$node" params={{ node: row.leaf }}>
          {nameOf(row)}
        </Link>
      ),
      text: nameOf,
    },
    amount('landingLow'),
    amount('landingHigh'),
    ...(landed.probability === null ? [] : [chance('probabilityLow'), chance('probabilityHigh')]),
  ];
  return (
    <TableSection
      title={t('movers')}
      note={t('moversNote')}
      label={t('movers')}
      columns={columns}
      rows={landed.movers}
      rowKey={row => row.leaf}
      sticky
    />
  );
}
