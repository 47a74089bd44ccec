import type { TargetTalkAnswer } from '#contract/target-talk.ts';
import { isSettled, type TargetTalk, talkGap } from '#core/ambition/target-talk.ts';
import { findPlan } from '#engine/ledger/plan-store.ts';
import { moveTargetTalk, readTargetTalk } from '#engine/ledger/target-talk-store.ts';
import type { Revised } from '#engine/ledger/written.ts';
import type { HandlersOf } from '../handler.ts';
import { missing, replyTo, value } from '../reply.ts';

export const targetTalkHandlers: HandlersOf<'targetTalk' | 'putTargetTalk'> = {
  targetTalk: async ({ plan, node }, { app }) => {
    const { db } = app.workspace.ledger;
    if (!(await findPlan(db, plan))) return missing(plan);
    return value(answerOf(await readTargetTalk(db, plan, node)));
  },

  putTargetTalk: async ({ plan, node, body: { revision, move } }, { app, by }) => {
    const { ledger } = app.workspace;
    if (!(await findPlan(ledger.db, plan))) return missing(plan);
    const moved = await ledger.change(by, change => moveTargetTalk(change, { plan, node }, revision, move));
    return replyTo(moved, node, answerOf, current => ({ current }));
  },
};

function answerOf(talk: Revised<TargetTalk>): TargetTalkAnswer {
  return { talk, gap: talkGap(talk), settled: isSettled(talk) };
}
