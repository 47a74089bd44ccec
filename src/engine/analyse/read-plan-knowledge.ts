import { leafHistory } from '#core/foresee/leaf-history.ts';
import type { NodeKnowledge, PlanKnowledge } from '#core/lint/evidence/plan-knowledge.ts';
import type { NodeId } from '#core/plan/plan.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import type { MonthsAsked } from '../foresee/foresee-message.ts';
import { foresee } from '../foresee/foresee-thread.ts';
import { readEffects } from '../foresee/read-effects.ts';
import { readForesight } from '../foresee/read-foresight.ts';
import { readLanding } from '../foresee/read-landing.ts';
import { listInitiatives } from '../ledger/initiative-store.ts';
import { unseenDays } from '../ledger/node-seen-store.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { readStatedRelations } from './read-stated-relations.ts';

/**
 * What the workspace knows of a plan's goals and KPIs beside the text, whatever their targets are. [LNT-05]
 * `published`: the plan as everybody knows it, whose landing tells what initiatives bring; absent for a plan never published.
 */
export async function readPlanKnowledge(app: App, stage: PlanStage, published: PlanStage | undefined): Promise<PlanKnowledge> {
  const { ledger } = app.workspace;
  const [{ input, months, ahead, relations }, lifts] = await Promise.all([
    readMeasured(app, stage),
    published ? liftsOf(app, published) : new Map<NodeId, number>(),
  ]);
  const initiatives = await openInitiatives(app, stage.plan.id);
  const unseen = await unseenDays(ledger.db, stage.plan.id, stage.known.today);
  const nodes = [...stage.plan.nodes.keys()].map((id): readonly [NodeId, NodeKnowledge] => {
    const known = input.history.get(id);
    const past = months.closed.map(({ from, to }, i) => ({ from, to, value: known?.closed[i] ?? null }));
    const first = past.findIndex(({ value }) => value !== null);
    return [
      id,
      {
        past: first < 0 ? [] : past.slice(first),
        ahead: ahead.get(id) ?? [],
        lift: lifts.get(id) ?? null,
        isMeasured: first >= 0 || (known?.running ?? null) !== null,
        initiatives: initiatives.get(id) ?? 0,
        unseenDays: unseen(id),
      },
    ];
  });
  return {
    today: stage.known.today,
    nodes: Object.fromEntries(nodes),
    relations,
  };
}

/** What follows from the data alone, worked out once for everybody who asks; what people do is looked up anew each time. */
async function readMeasured(app: App, stage: PlanStage) {
  return app.cache.shared(`knowledge ${stage.key}`, async () => {
    const problems: Problem[] = [];
    const { input, months } = await readForesight(app, stage, { seed: 0 });
    const asked = [...input.history].flatMap(([id, known]): readonly MonthsAsked[] => {
      const node = stage.plan.nodes.get(id);
      const forecast = { ...months, calendar: stage.plan.calendar };
      return node ? [{ node: id, history: leafHistory(node, known), months: forecast }] : [];
    });
    const answer = await foresee({ do: 'months', asked });
    if (answer.did !== 'months') throw new Error('an answer to another request');
    return { input, months, ahead: answer.ahead, relations: await readStatedRelations(app, stage, problems) };
  });
}

/** As many as the forecast page draws, and its seed, so that both share one simulation. */
const DRAWS = 10_000;
const SEED = 1;

/** For a state of the past, whose forecast page nobody has open: enough for a factor between two medians. [LNT-05] */
const PAST_DRAWS = 1_000;

/** By how much the registered effects that are still to come raise the landings. */
async function liftsOf(app: App, stage: PlanStage): Promise<ReadonlyMap<NodeId, number>> {
  if ((await readEffects(app, stage)).length === 0) return new Map();
  const draws = stage.known.asKnown === undefined ? DRAWS : PAST_DRAWS;
  const { landing } = await readLanding(app, stage, { seed: SEED, draws });
  return new Map(
    landing.nodes.flatMap(({ node, landing: own, withEffects }): readonly (readonly [NodeId, number])[] => {
      const [without, raised] = [own?.p50, withEffects?.landing?.p50];
      return without === undefined || raised === undefined || without <= 0 ? [] : [[node, raised / without]];
    }),
  );
}

/** How many initiatives that are not over are to move each node. */
async function openInitiatives(app: App, plan: string): Promise<ReadonlyMap<NodeId, number>> {
  const open = (await listInitiatives(app.workspace.ledger.db, {})).filter(({ stage }) => stage !== 'done');
  const counts = new Map<NodeId, number>();
  for (const { kpis } of open)
    for (const kpi of kpis) if (kpi.plan === plan) counts.set(kpi.node, (counts.get(kpi.node) ?? 0) + 1);
  return counts;
}
