import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PrioritiesAnswer } from '#contract/priority.ts';
import { formatPeriod } from '#core/calendar/format-period.ts';
import { ErrorState } from '../app/error-state.tsx';
import { usePlace } from '../app/place.ts';
import type { Stands } from '../app/standing-page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { buttonClass } from '../ui/button.tsx';
import { Card, Section } from '../ui/card.tsx';
import { Field, Select } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Empty, Loading } from '../ui/states.tsx';
import style from './analyse.module.css';
import { AnswerCard } from './answer-card.tsx';
import { PriorityMatrix } from './priority-matrix.tsx';
import { FactorRanking, KpiRanking } from './priority-table.tsx';
import { usePriorityWords } from './priority-words.ts';
import { QuestionPage } from './question-page.tsx';

/** What should be worked on first, and why? */
export function PrioritiesPage() {
  const { t } = useTranslation('analyse');
  return <QuestionPage title={t('prioritiesTitle')}>{stands => <Priorities stands={stands} />}</QuestionPage>;
}

const CRITERIA = ['impact', 'problem', 'controllability', 'room'] as const;
const WEIGHTS = ['0', '1', '2', '3'] as const;

function Priorities({ stands }: { readonly stands: Stands }) {
  const { t } = useTranslation('analyse');
  const search = useSearch({ from: '/analysis/priorities' });
  const { to } = usePlace();
  const weights = Object.fromEntries(CRITERIA.flatMap(key => (search[key] === undefined ? [] : [[key, search[key]]])));
  const goals = stands.view.nodes.filter(({ role }) => role === 'goal');
  const goal = goals.find(({ id }) => id === search.goal);
  const input = { plan: stands.view.id, ...(goal ? { goal: goal.id } : {}), ...(to ? { to } : {}), ...weights };
  const asked = useAnswer('priorities', input, { keep: true, when: goals.length > 0 });
  if (goals.length === 0) {
    return (
      <Card>
        <Empty icon="target" title={t('noGoal')} />
      </Card>
    );
  }
  if (!asked.data || asked.error) {
    return (
      <Card>
        {asked.error ? (
          <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
        ) : (
          <Loading lines={8} label={t('working')} />
        )}
      </Card>
    );
  }
  return <Ranked answer={asked.data} stands={stands} goals={goals} />;
}

function Ranked({
  answer,
  stands,
  goals,
}: {
  readonly answer: PrioritiesAnswer;
  readonly stands: Stands;
  readonly goals: Stands['view']['nodes'];
}) {
  const { t } = useTranslation('priority');
  const { t: words } = useTranslation('analyse');
  const say = useSay();
  const { lang, calendar } = useFigures();
  const sentence = usePriorityWords();
  const first = answer.kpis.toSorted((a, b) => a.rank - b.rank)[0];
  const byPeople = [
    ...answer.kpis.flatMap(kpi => CRITERIA.map(key => kpi[key])),
    ...answer.factors.flatMap(({ impact, feasibility }) => [impact, feasibility]),
  ].filter(({ from }) => from === 'people').length;
  if (!first) {
    return (
      <Card>
        <Empty icon="target" title={t('none')}>
          {t('noneText')}
        </Empty>
      </Card>
    );
  }
  const month = formatPeriod({ grain: 'month', ...answer.month }, lang, calendar);
  return (
    <>
      <AnswerCard
        sentence={sentence(answer, stands)}
        basis={[
          t('restsOn', { month, count: answer.kpis.length }),
          t('noRange'),
          ...(byPeople > 0 ? [t('byPeople', { count: byPeople })] : []),
        ]}
      >
        <Link to="/initiatives/new" search={{ node: first.node }} className={buttonClass()}>
          {words('newInitiative', { name: say(first.name) })}
        </Link>
        <Link to="/analysis/what-if" search={{ try: `${first.node}*0.1`, base: 'actual' }} className={buttonClass()}>
          {words('tryIt', { name: say(first.name) })}
        </Link>
      </AnswerCard>
      <Section title={t('matrix')} note={t('matrixNote')}>
        <PriorityMatrix answer={answer} />
      </Section>
      <KpiRanking answer={answer} stands={stands} />
      <FactorRanking answer={answer} stands={stands} />
      <Section title={t('weights')}>
        <Weights goals={goals} goal={answer.goal.node} />
      </Section>
    </>
  );
}

function Weights({ goals, goal }: { readonly goals: Stands['view']['nodes']; readonly goal: string }) {
  const { t } = useTranslation('priority');
  const say = useSay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/analysis/priorities' });
  const set = (key: string, value: string | undefined) =>
    void navigate({
      to: '/analysis/priorities',
      search: previous => ({ ...previous, [key]: value }),
      replace: true,
      resetScroll: false,
    });
  return (
    <div className={style.choices}>
      {goals.length > 1 && (
        <Field label={t('goal')}>
          {control => (
            <Select
              {...control}
              value={goal}
              options={goals.map(({ id, name }) => ({ value: id, label: say(name) }))}
              onChange={event => set('goal', event.target.value)}
            />
          )}
        </Field>
      )}
      {CRITERIA.map(key => (
        <Field key={key} label={t('weightOf', { criterion: t(key) })}>
          {control => (
            <Select
              {...control}
              value={search[key] ?? '1'}
              options={WEIGHTS.map(value => ({ value, label: `×${value}` }))}
              onChange={event => set(key, event.target.value === '1' ? undefined : event.target.value)}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
