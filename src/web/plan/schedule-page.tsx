import { PlanPage } from './plan-page.tsx';

/** The plan by month. */
export function SchedulePage() {
  return <PlanPage wide>{() => null}</PlanPage>;
}
