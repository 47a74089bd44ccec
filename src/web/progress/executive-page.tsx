import { useTranslation } from 'react-i18next';
import { StandingPage, type Stands } from '../app/standing-page.tsx';
import { BudgetCard } from './budget-card.tsx';
import { CommentsCard } from './comments-card.tsx';
import style from './executive.module.css';
import { FactorPanels } from './factor-panels.tsx';
import { GoalCard } from './goal-card.tsx';
import { PlanActualTable } from './plan-actual-table.tsx';
import { ProgressTabs } from './progress-tabs.tsx';
import { RunningCard } from './running-card.tsx';

/** The dashboard for those who answer for the goals: goal, what drives it, plan against actual, money, words. */
export function ExecutivePage() {
  const { t } = useTranslation('progress');
  return (
    <StandingPage title={t('title')}>
      {stands => (
        <>
          <ProgressTabs />
          <Executive stands={stands} />
        </>
      )}
    </StandingPage>
  );
}

function Executive({ stands }: { readonly stands: Stands }) {
  const goals = stands.view.nodes.filter(node => node.role === 'goal');
  return (
    <div className={style.page} aria-busy={stands.stale}>
      {goals.map(goal => (
        <GoalCard key={goal.id} goal={goal} stands={stands} />
      ))}
      <FactorPanels stands={stands} />
      <div className={style.lower}>
        <div className={style.side}>
          <PlanActualTable stands={stands} />
          <RunningCard stands={stands} />
        </div>
        <div className={`${style.side} ${style.words}`}>
          <BudgetCard stands={stands} />
          <CommentsCard stands={stands} />
        </div>
      </div>
    </div>
  );
}
