import { useTranslation } from 'react-i18next';
import { ErrorState } from '../app/error-state.tsx';
import type { Stands } from '../app/standing-page.tsx';
import { useLanding } from '../progress/use-landing.ts';
import { Card } from '../ui/card.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import { FallsCard } from './falls-card.tsx';
import { GoalLanding } from './goal-landing.tsx';
import { LandingBasis } from './landing-basis.tsx';
import { LandingWarnings } from './landing-warnings.tsx';
import { PipelineTable } from './pipeline-table.tsx';
import { QuestionPage } from './question-page.tsx';

/** Where will the plan land if things go on like this? */
export function LandingPage() {
  const { t } = useTranslation('analyse');
  return <QuestionPage title={t('landingTitle')}>{stands => <Landing stands={stands} />}</QuestionPage>;
}

function Landing({ stands }: { readonly stands: Stands }) {
  const { t } = useTranslation('analyse');
  const asked = useLanding(stands);
  const goals = stands.view.nodes.filter(({ role }) => role === 'goal');
  if (goals.length === 0) {
    return (
      <Card>
        <Empty icon="target" title={t('noGoal')} />
      </Card>
    );
  }
  if (!asked.data) {
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
  const answer = asked.data;
  return (
    <>
      {goals.map(goal => (
        <GoalLanding key={goal.id} goal={goal} answer={answer} stands={stands} />
      ))}
      <FallsCard answer={answer} />
      <LandingWarnings answer={answer} stands={stands} />
      <PipelineTable answer={answer} stands={stands} />
      <LandingBasis answer={answer} stands={stands} />
    </>
  );
}
