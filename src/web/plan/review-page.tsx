import { Card } from '../ui/card.tsx';
import { Loading } from '../ui/states.tsx';
import { CoverageSection } from './coverage-section.tsx';
import { EffortSection } from './effort-section.tsx';
import { FactorSection } from './factor-section.tsx';
import { PhaseSection } from './phase-section.tsx';
import { PlanPage } from './plan-page.tsx';
import style from './review.module.css';

/** A plan looked at as a whole: the journey it covers, where its resources go, and the phase it is made for. [DES-12, DES-13, DES-50, DES-52] */
export function ReviewPage() {
  return (
    <PlanPage>
      {planning =>
        planning.view ? (
          <div className={style.page}>
            <CoverageSection view={planning.view} planning={planning} />
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
