import { keptAnswers } from '#core/begin/kept-answers.ts';
import { addDays, addMonths } from '#core/calendar/day.ts';
import type { App } from '#engine/app/app.ts';
import {
  discardGuidedAnswers,
  type KeptAnswers,
  readGuidedAnswers,
  saveGuidedAnswers,
} from '#engine/ledger/guided-answers-store.ts';
import { knownAt } from '#engine/query/knowledge.ts';
import type { HandlersOf } from '../handler.ts';
import { conflict, value } from '../reply.ts';

export const guidedAnswersHandlers: HandlersOf<'guidedAnswers' | 'saveGuidedAnswers' | 'discardGuidedAnswers'> = {
  guidedAnswers: async (_, { app, member }) => {
    const kept = member === undefined ? undefined : await readGuidedAnswers(app.workspace.ledger.db, member);
    return value({ kept: await viewOf(app, kept ?? null, member ?? '') });
  },

  saveGuidedAnswers: async ({ body }, { app, by }) => {
    const saved = await app.workspace.ledger.change(by, change => saveGuidedAnswers(change, body));
    if (saved.kind === 'conflict') return conflict({ current: await viewOf(app, saved.current, by) });
    const { step, revision, updatedAt } = saved.kept;
    return value({ kept: { answers: body.answers, step, revision, updatedAt } });
  },

  discardGuidedAnswers: async (_, { app, by }) => {
    await app.workspace.ledger.change(by, change => discardGuidedAnswers(change));
    return value({});
  },
};

/** Answers as they are asked for today; null where nothing of them can be read any more. */
async function viewOf(app: App, kept: KeptAnswers | null, owner: string) {
  if (!kept) return null;
  const { today } = await knownAt(app);
  const answers = keptAnswers(kept.answers, { from: today, to: addDays(addMonths(today, 12), -1), owner });
  const { step, revision, updatedAt } = kept;
  return answers ? { answers, step, revision, updatedAt } : null;
}
