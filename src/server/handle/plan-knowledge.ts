import { readPlanKnowledge } from '#engine/analyse/read-plan-knowledge.ts';
import { readAppSettings } from '#engine/app/app-settings.ts';
import { todayOf } from '#engine/app/moment.ts';
import { seeNode } from '#engine/ledger/node-seen-store.ts';
import { findPlan } from '#engine/ledger/plan-store.ts';
import { stagePlan, stageTexts } from '#engine/progress/plan-stage.ts';
import type { HandlersOf } from '../handler.ts';
import { missing, value } from '../reply.ts';
import { unstaged } from '../unstaged.ts';

export const planKnowledgeHandlers: HandlersOf<'planKnowledge' | 'seeNode'> = {
  planKnowledge: async ({ plan, body: { texts, 'as-known': asKnown } }, { app }) => {
    const published = await stagePlan(app, { plan, asKnown });
    const staged = texts ? await stageTexts(app, plan, texts) : published;
    if (staged.kind !== 'staged') return unstaged(staged, plan);
    return value(await readPlanKnowledge(app, staged.stage, published.kind === 'staged' ? published.stage : undefined));
  },

  seeNode: async ({ plan, node }, { app, by }) => {
    const { ledger } = app.workspace;
    if (!(await findPlan(ledger.db, plan))) return missing(plan);
    const today = todayOf(app, (await readAppSettings(app)).calendar);
    await ledger.change(by, change => seeNode(change, plan, node, today));
    return value({});
  },
};
