import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../app/place.ts';
import type { Stands } from '../app/standing-page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { Card } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { Bone } from '../ui/states.tsx';
import style from './question-list.module.css';
import { periodTo } from './why-choices.ts';

/** One card per question. */
export function QuestionList({ stands }: { readonly stands: Stands }) {
  const { t } = useTranslation('analyse');
  const goal = stands.view.nodes.find(({ role }) => role === 'goal');
  return (
    <div className={style.list}>
      <Question title={t('whyTitle')} to="/analysis/why">
        {goal ? <WhyLine stands={stands} goal={goal} /> : t('noGoal')}
      </Question>
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
  readonly to: '/analysis/why';
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
  const { to } = usePlace();
  const asked = useAnswer('explain', { plan: stands.view.id, node: goal.id, ...periodTo(goal, to, stands.view) });
  return <Line text={asked.data?.sentence} problem={asked.error} />;
}

function Line({
  text,
  problem,
}: {
  readonly text: { readonly ja: string; readonly en: string } | undefined;
  readonly problem: unknown;
}) {
  const { t } = useTranslation('analyse');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  if (text) return <p>{say(text)}</p>;
  if (problem) return <p className="mut">{ui('broken')}</p>;
  return (
    <div role="status" aria-busy="true" aria-label={t('working')}>
      <Bone /> <Bone width="60%" />
    </div>
  );
}
