import { Card } from '../ui/card.tsx';
import { Loading } from '../ui/states.tsx';
import { ChainSection } from './chain-section.tsx';
import { CoverageSection } from './coverage-section.tsx';
import { CycleSection } from './cycle-section.tsx';
import { EffortSection } from './effort-section.tsx';
import { FactorSection } from './factor-section.tsx';
import { PhaseSection } from './phase-section.tsx';
import { PlanPage } from './plan-page.tsx';
import style from './review.module.css';

/** A plan looked at as a whole: the journey, the chains, where resources go, and the phase it is made for. [DES-12, DES-13, DES-45, DES-47, DES-50, DES-52] */
export function ReviewPage() {
  return (
    <PlanPage>
      {planning =>
        planning.view ? (
          <div className={style.page}>
            <CoverageSection view={planning.view} planning={planning} />
            <ChainSection view={planning.view} />
            <CycleSection view={planning.view} planning={planning} />
            <FactorSection view={planning.view} planning={planning} />
            <EffortSection view={planning.view} />
            <PhaseSection view={planning.view} planning={planning} />
          </div>
        ) : (
          <Card>
            <Loading lines={8} />
          </Card>
        )
      }
    </PlanPage>
  );
}
