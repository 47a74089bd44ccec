import { commentDuties } from '#engine/app/comment-duties.ts';
import { commentsOf, lastWholeMonth } from '#engine/app/home.ts';
import { addComment, editComment, listComments, removeComment, type StoredComment } from '#engine/ledger/comment-store.ts';
import { findPlan } from '#engine/ledger/plan-store.ts';
import { knownAt, monthOfKey } from '#engine/query/knowledge.ts';
import type { HandlersOf } from '../handler.ts';
import { missing, noConflict, replyTo, value } from '../reply.ts';

export const commentHandlers: HandlersOf<'comments' | 'missingComments' | 'createComment' | 'editComment' | 'removeComment'> = {
  comments: async ({ plan, node, period }, { app }) =>
    value({
      comments: await listComments(app.workspace.ledger.db, {
        ...(plan === undefined ? {} : { plan }),
        ...(node === undefined ? {} : { node }),
        ...(period === undefined ? {} : { periods: period }),
      }),
    }),

  missingComments: async ({ period: asked, plan, owner }, { app }) => {
    const known = await knownAt(app);
    const month = lastWholeMonth(known);
    const period = asked ?? month.key;
    const range = monthOfKey(period, known.settings.calendar) ?? month.range;
    const duties = (await commentDuties(app, known)).filter(duty => plan === undefined || duty.plan === plan);
    const { written, missing: open } = await commentsOf(app, duties, period, owner);
    return value({ period, written, missing: open.map(duty => ({ ...duty, range: { from: range.from, to: range.to } })) });
  },

  createComment: async ({ body }, { app, by }) => {
    const { kpi, period, ...text } = body;
    if (!(await findPlan(app.workspace.ledger.db, kpi.plan))) return missing(kpi.plan);
    const written = await app.workspace.ledger.change(by, change => addComment(change, kpi, period, text));
    return replyTo(written, 'comment', oneOf, noConflict);
  },

  editComment: async ({ comment: id, body }, { app, by }) => {
    const { revision, ...text } = body;
    return replyTo(
      await app.workspace.ledger.change(by, change => editComment(change, id, revision, text)),
      id,
      oneOf,
      currentOf,
    );
  },

  removeComment: async ({ comment: id, revision }, { app, by }) =>
    replyTo(await app.workspace.ledger.change(by, change => removeComment(change, id, revision)), id, oneOf, currentOf),
};

function oneOf(comment: StoredComment) {
  return { comment };
}

function currentOf(current: StoredComment) {
  return { current };
}
