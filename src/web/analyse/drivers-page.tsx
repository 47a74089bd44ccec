import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PlanDriversAnswer } from '#contract/driver.ts';
import type { NodeView } from '#contract/plan-view.ts';
import { formatDayRange } from '#core/calendar/format-day.ts';
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
import own from './driver.module.css';
import { DriverTable } from './driver-table.tsx';
import { type DriverStanding, standingOf, useDriverWords } from './driver-words.ts';
import { QuestionPage } from './question-page.tsx';

/** Which KPIs move ahead of a goal, and how sure that is? */
export function DriversPage() {
  const { t } = useTranslation('analyse');
  return <QuestionPage title={t('driversTitle')}>{stands => <Drivers stands={stands} />}</QuestionPage>;
}

const GRAINS = ['day', 'week', 'month'] as const;

function Drivers({ stands }: { readonly stands: Stands }) {
  const { t } = useTranslation('analyse');
  const search = useSearch({ from: '/analysis/drivers' });
  const { to } = usePlace();
  const { nodes, id: plan } = stands.view;
  const goal = nodes.find(({ id }) => id === search.goal) ?? nodes.find(({ role }) => role === 'goal');
  const input = {
    plan,
    ...(goal ? { goal: goal.id } : {}),
    ...(search.grain ? { grain: search.grain } : {}),
    ...(to ? { to } : {}),
  };
  const asked = useAnswer('planDrivers', input, { keep: true, when: goal !== undefined });
  if (!goal) {
    return (
      <Card>
        <Empty icon="target" title={t('noGoal')} />
      </Card>
    );
  }
  return (
    <>
      <Card>
        <Choices nodes={nodes} goal={goal} />
      </Card>
      {asked.error ? (
        <Card>
          <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
        </Card>
      ) : asked.data ? (
        <div className={`${style.page} ${asked.isPlaceholderData ? style.busy : ''}`} aria-busy={asked.isPlaceholderData}>
          <Found answer={asked.data} stands={stands} />
        </div>
      ) : (
        <Card>
          <Loading lines={8} label={t('working')} />
        </Card>
      )}
    </>
  );
}

function Choices({ nodes, goal }: { readonly nodes: readonly NodeView[]; readonly goal: NodeView }) {
  const { t } = useTranslation('driver');
  const say = useSay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/analysis/drivers' });
  const set = (key: 'goal' | 'grain', value: string) =>
    void navigate({
      to: '/analysis/drivers',
      search: previous => ({ ...previous, [key]: value === '' ? undefined : value }),
      replace: true,
      resetScroll: false,
    });
  const goalsFirst = nodes.toSorted((a, b) => Number(b.role === 'goal') - Number(a.role === 'goal'));
  return (
    <div className={style.choices}>
      <Field label={t('outcome')}>
        {control => (
          <Select
            {...control}
            value={goal.id}
            options={goalsFirst.map(({ id, name }) => ({ value: id, label: say(name) }))}
            onChange={event => set('goal', event.target.value)}
          />
        )}
      </Field>
      <Field label={t('grain')}>
        {control => (
          <Select
            {...control}
            value={search.grain ?? ''}
            options={[{ value: '', label: t('auto') }, ...GRAINS.map(value => ({ value, label: t(value) }))]}
            onChange={event => set('grain', event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}

function Found({ answer, stands }: { readonly answer: PlanDriversAnswer; readonly stands: Stands }) {
  const { t } = useTranslation('driver');
  const { t: words } = useTranslation('analyse');
  const say = useSay();
  const { lang } = useFigures();
  const { sentence, grain } = useDriverWords();
  const count = (standing: DriverStanding) => answer.rows.filter(row => standingOf(row) === standing).length;
  const goal = stands.nodeOf(answer.goal.node);
  const pulled = goal && answer.rows.find(row => standingOf(row) === 'ahead');
  if (answer.rows.length === 0) {
    return (
      <Card>
        <Empty icon="target" title={t('nobody')}>
          {t('nobodyText')}
        </Empty>
      </Card>
    );
  }
  const basis = [
    t('compared', { range: formatDayRange(answer.range, lang), grain: grain(answer.grain) }),
    t('counts', {
      count: answer.rows.length,
      ahead: count('ahead'),
      together: count('together') + count('against'),
      unclear: count('cannot-tell'),
      none: count('none'),
    }),
    ...answer.problems.filter(({ code }) => code !== 'driver-outcome').map(({ message }) => say(message)),
  ];
  return (
    <>
      <AnswerCard sentence={sentence(answer)} basis={basis}>
        {pulled && (
          <Link to="/initiatives/new" search={{ node: pulled.node }} className={buttonClass()}>
            {words('newInitiative', { name: say(pulled.name) })}
          </Link>
        )}
        <Link to="/analysis/priorities" className={buttonClass(pulled ? 'quiet' : 'plain')}>
          {words('seePriorities')}
        </Link>
      </AnswerCard>
      <DriverTable answer={answer} />
      <Section title={t('limits')}>
        <ul className={own.limits}>
          {[t('cause'), t('absent'), t('delays'), t('counted')].map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <details className={style.fold}>
          <summary>{t('method')}</summary>
          <ul className={style.words}>
            {answer.method.map(({ code, message }) => (
              <li key={code}>{say(message)}</li>
            ))}
          </ul>
        </details>
      </Section>
    </>
  );
}
