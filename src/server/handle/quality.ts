import { putDecision, removeDecision } from '#engine/ledger/quality-store.ts';
import { readQuality } from '#engine/quality/read-quality.ts';
import { putReconciliations } from '#engine/quality/reconciliations.ts';
import type { HandlersOf } from '../handler.ts';
import { noConflict, problems, replyTo, value } from '../reply.ts';

export const qualityHandlers: HandlersOf<'quality' | 'decideQuality' | 'putReconciliations'> = {
  quality: async (_, { app }) => {
    const { decided, sources, overdue, ...rest } = await readQuality(app);
    return value({
      ...rest,
      overdue: overdue.map(({ metric, name, owner, month, due, late }) => ({ metric, name, owner, month, due, late })),
      decided: decided.map(({ finding, ...one }) => ({ ...one, finding: finding ?? null })),
      sources: sources.map(({ arrivals, ...one }) => ({
        ...one,
        completeness: arrivals?.completeness ?? null,
        metrics: arrivals?.metrics ?? [],
      })),
    });
  },

  putReconciliations: async ({ body: { reconciliations } }, { app, by }) => {
    const put = await putReconciliations(app, by, reconciliations);
    return put.ok ? value({ reconciliations: put.value }) : problems(put.problems);
  },

  decideQuality: async ({ body: { choice, ...said } }, { app, by }) => {
    const written = await app.workspace.ledger.change(by, change =>
      choice === null ? removeDecision(change, said) : putDecision(change, { ...said, choice }),
    );
    app.cache.forget();
    return replyTo(written, `${said.subject.id} ${said.days.from}`, decision => ({ decision }), noConflict);
  },
};
