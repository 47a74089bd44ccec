import { type Draft, type DraftSaved, discardDraft, readDraft, saveDraft } from '#engine/ledger/draft-store.ts';
import { findPlan } from '#engine/ledger/plan-store.ts';
import type { HandlersOf } from '../handler.ts';
import { conflict, missing, problems, value } from '../reply.ts';

export const draftHandlers: HandlersOf<'readDraft' | 'saveDraft' | 'discardDraft'> = {
  readDraft: async ({ plan }, { app, by }) => {
    const { db } = app.workspace.ledger;
    if (!(await findPlan(db, plan))) return missing(plan);
    const draft = await readDraft(db, plan, by);
    return value({ draft: draft ? draftView(draft) : null });
  },

  saveDraft: async ({ plan, body }, { app, by }) => {
    const saved = await app.workspace.ledger.change(by, change => saveDraft(change, { plan, ...body }));
    return draftReply(saved, plan, draft => ({ draft }));
  },

  discardDraft: async ({ plan }, { app, by }) => {
    if (!(await findPlan(app.workspace.ledger.db, plan))) return missing(plan);
    await app.workspace.ledger.change(by, change => discardDraft(change, plan));
    return value({});
  },
};

export function draftView({ yaml, sheet, base, revision, updatedAt }: Draft) {
  return { yaml, sheet, base, revision, updatedAt };
}

/** The reply to a draft that was to be saved; `toValue` makes the answer of the saved one. */
export function draftReply<V>(saved: DraftSaved, plan: string, toValue: (draft: ReturnType<typeof draftView>) => V) {
  switch (saved.kind) {
    case 'saved':
      return value(toValue(draftView(saved.draft)));
    case 'conflict':
      return conflict({ current: saved.current ? draftView(saved.current) : null });
    case 'refused':
      return problems(saved.problems);
    case 'missing':
      return missing(plan);
  }
}
