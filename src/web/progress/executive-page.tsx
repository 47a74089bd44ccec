import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { VarianceCard } from '../analyse/variance-card.tsx';
import { StandingPage, type Stands } from '../app/standing-page.tsx';
import { useSay } from '../ui/language.ts';
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
  const { t } = useTranslation('analyse');
  const say = useSay();
  const goals = stands.view.nodes.filter(node => node.role === 'goal');
  const titleOf = (goal: NodeView) => (goals.length > 1 ? `${t('planVariance')} ${say(goal.name)}` : t('planVariance'));
  return (
    <div className={style.page} aria-busy={stands.stale}>
      {goals.map(goal => (
        <GoalCard key={goal.id} goal={goal} stands={stands} />
      ))}
      <FactorPanels stands={stands} />
      {goals.map(goal => (
        <VarianceCard key={goal.id} node={goal} view={stands.view} title={titleOf(goal)} />
      ))}
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
