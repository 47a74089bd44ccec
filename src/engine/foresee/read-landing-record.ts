import type { LandingRecord } from '#core/foresee/landing-record.ts';
import type { App } from '../app/app.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { foresee } from './foresee-thread.ts';
import { readForesight } from './read-foresight.ts';

/** Draws of earlier landings need no other numbers than these. */
const SEED = 1;

/** How a plan's landings of earlier months did; worked out once for everybody who asks the same. [LND-70] */
export async function readLandingRecord(app: App, stage: PlanStage): Promise<readonly LandingRecord[]> {
  return app.cache.shared(`landing record ${stage.key}`, async () => {
    const { input } = await readForesight(app, stage, { seed: SEED });
    const answer = await foresee({ do: 'records', input });
    if (answer.did !== 'records') throw new Error('an answer to another request');
    return answer.records;
  });
}
