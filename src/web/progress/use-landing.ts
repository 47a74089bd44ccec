import type { UseQueryResult } from '@tanstack/react-query';
import type { LandingAnswer, LandingRecordAnswer } from '#contract/foresee.ts';
import { usePlace } from '../app/place.ts';
import type { Stands } from '../app/standing-page.tsx';
import { useAnswer } from '../app/use-answer.ts';

export type NodeLanding = LandingAnswer['nodes'][number];

/** Where the plan on screen will land, by the data that count there. It takes longer than the rest of a page, which does not wait for it. */
export function useLanding(stands: Stands): UseQueryResult<LandingAnswer> {
  const { to } = usePlace();
  return useAnswer('landing', { plan: stands.view.id, ...(to ? { to } : {}) }, { keep: true });
}

/** How a goal's landings of earlier months did; asked for once the landing itself is there, because it takes longer still. */
export function useLandingRecord(
  stands: Stands,
  goal: string,
  isLanded: boolean,
): LandingRecordAnswer['goals'][number] | undefined {
  const { to } = usePlace();
  const asked = useAnswer('landingRecord', { plan: stands.view.id, ...(to ? { to } : {}) }, { keep: true, when: isLanded });
  return asked.data?.goals.find(each => each.goal === goal);
}
