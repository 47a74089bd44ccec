import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../app/place.ts';
import type { Stands } from '../app/standing-page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { useLanding } from '../progress/use-landing.ts';
import { Card } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { Bone } from '../ui/states.tsx';
import { useDriverWords } from './driver-words.ts';
import { useLandingWords } from './landing-words.ts';
import { usePriorityWords } from './priority-words.ts';
import style from './question-list.module.css';
import { periodTo } from './why-choices.ts';

/** One card per question. */
export function QuestionList({ stands }: { readonly stands: Stands }) {
  const { t } = useTranslation('analyse');
  const { t: journey } = useTranslation('journey');
  const goal = stands.view.nodes.find(({ role }) => role === 'goal');
  return (
    <div className={style.list}>
      <Question title={t('whyTitle')} to="/analysis/why">
        {goal ? <WhyLine stands={stands} goal={goal} /> : t('noGoal')}
      </Question>
      <Question title={t('landingTitle')} to="/analysis/landing">
        {goal ? <LandingLine stands={stands} goal={goal} /> : t('noGoal')}
      </Question>
      <Question title={t('whatIfTitle')} to="/analysis/what-if">
        <p>{t('whatIfHint')}</p>
      </Question>
      <Question title={t('driversTitle')} to="/analysis/drivers">
        {goal ? <DriversLine stands={stands} /> : t('noGoal')}
      </Question>
      <Question title={t('prioritiesTitle')} to="/analysis/priorities">
        {goal ? <PriorityLine stands={stands} /> : t('noGoal')}
      </Question>
      {(['leaving', 'channels', 'returning', 'customers'] as const).map(page => (
        <Question key={page} title={journey(`${page}Title`)} to={`/analysis/${page}`}>
          <p>{journey(`${page}Hint`)}</p>
        </Question>
      ))}
    </div>
  );
}

type Goal = Stands['view']['nodes'][number];

function Question({
  title,
  to,
  children,
}: {
  readonly title: string;
  readonly to:
    | '/analysis/why'
    | '/analysis/landing'
    | '/analysis/what-if'
    | '/analysis/drivers'
    | '/analysis/priorities'
    | '/analysis/leaving'
    | '/analysis/channels'
    | '/analysis/returning'
    | '/analysis/customers';
  readonly children: ReactNode;
}) {
  return (
    <Card className={style.card}>
      <h2>
        <Link to={to}>{title}</Link>
      </h2>
      <div className={style.line}>{children}</div>
    </Card>
  );
}

function WhyLine({ stands, goal }: { readonly stands: Stands; readonly goal: Goal }) {
  const say = useSay();
  const { to } = usePlace();
  const asked = useAnswer('explain', { plan: stands.view.id, node: goal.id, ...periodTo(goal, to, stands.view) });
  return <Line text={say(asked.data?.sentence)} problem={asked.error} />;
}

function LandingLine({ stands, goal }: { readonly stands: Stands; readonly goal: Goal }) {
  const asked = useLanding(stands);
  const sentences = useLandingWords();
  return <Line text={asked.data && sentences(asked.data, goal).join('')} problem={asked.error} />;
}

function DriversLine({ stands }: { readonly stands: Stands }) {
  const { to } = usePlace();
  const asked = useAnswer('planDrivers', { plan: stands.view.id, ...(to ? { to } : {}) });
  const { sentence } = useDriverWords();
  return <Line text={asked.data && sentence(asked.data)} problem={asked.error} />;
}

function PriorityLine({ stands }: { readonly stands: Stands }) {
  const { to } = usePlace();
  const asked = useAnswer('priorities', { plan: stands.view.id, ...(to ? { to } : {}) });
  const sentence = usePriorityWords();
  return <Line text={asked.data && sentence(asked.data, stands)} problem={asked.error} />;
}

function Line({ text, problem }: { readonly text: string | undefined; readonly problem: unknown }) {
  const { t } = useTranslation('analyse');
  const { t: ui } = useTranslation('ui');
  if (text) return <p>{text}</p>;
  if (problem) return <p className="mut">{ui('broken')}</p>;
  return (
    <div role="status" className={style.bones} aria-busy="true" aria-label={t('working')}>
      <Bone /> <Bone width="60%" />
    </div>
  );
}
