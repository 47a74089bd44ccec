import { putDecision, removeDecision } from '#engine/ledger/quality-store.ts';
import { readQuality } from '#engine/quality/read-quality.ts';
import type { HandlersOf } from '../handler.ts';
import { noConflict, replyTo, value } from '../reply.ts';

export const qualityHandlers: HandlersOf<'quality' | 'decideQuality'> = {
  quality: async (_, { app }) => {
    const { today, open, decided, sources, automation } = await readQuality(app);
    return value({
      today,
      open,
      decided: decided.map(({ finding, ...one }) => ({ ...one, finding: finding ?? null })),
      sources: sources.map(({ arrivals, ...one }) => ({
        ...one,
        completeness: arrivals?.completeness ?? null,
        metrics: arrivals?.metrics ?? [],
      })),
      automation,
    });
  },

  decideQuality: async ({ body: { choice, ...said } }, { app, by }) => {
    const written = await app.workspace.ledger.change(by, change =>
      choice === null ? removeDecision(change, said) : putDecision(change, { ...said, choice }),
    );
    app.cache.forget();
    return replyTo(written, `${said.subject.id} ${said.days.from}`, decision => ({ decision }), noConflict);
  },
};
