import { programName } from '#core/act/program-author.ts';
import type { Day } from '#core/calendar/day.ts';
import { periodOf, shiftPeriod } from '#core/calendar/period.ts';
import { type Automation, automationOf } from '#core/quality/automation.ts';
import type { App } from '../app/app.ts';
import { endOfDay } from '../app/moment.ts';
import { listBatches } from '../ledger/batch-store.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import type { Known } from '../query/knowledge.ts';

/** The automation rate now and at the end of each of the last six months. [QUA-21] */
export interface AutomationRead extends Automation {
  readonly trend: readonly (Automation & { readonly on: Day })[];
}

const MONTHS = 6;

/** Data arrive by themselves when their newest batch came from a program: a connection, a push, a watched folder. */
export async function readAutomation(app: App, known: Known, stages: readonly PlanStage[]): Promise<AutomationRead> {
  const { db } = app.workspace.ledger;
  const { calendar } = known.settings;
  const batches = await listBatches(db);
  const kpis = new Map(
    stages.flatMap(({ sources }) => [...sources.byNode.values()]).map(({ metric, datasets }) => [metric, { datasets }]),
  );
  const at = (moment: string | undefined) =>
    automationOf([...kpis.values()], dataset => {
      const newest = batches.find(
        batch =>
          batch.dataset === dataset &&
          (batch.undoneAt === undefined || (moment !== undefined && batch.undoneAt > moment)) &&
          (moment === undefined || batch.receivedAt <= moment),
      );
      return newest !== undefined && programName(newest.receivedBy) !== undefined;
    });
  const running = periodOf(known.today, 'month', calendar);
  const ends = Array.from({ length: MONTHS }, (_, place) => shiftPeriod(running, place - MONTHS, calendar).to);
  return { ...at(undefined), trend: ends.map(on => ({ on, ...at(endOfDay(on, calendar)) })) };
}
