import { editLesson, searchLessons } from '#engine/ledger/lesson-store.ts';
import type { HandlersOf } from '../handler.ts';
import { replyTo, value } from '../reply.ts';

export const lessonHandlers: HandlersOf<'lessons' | 'editLesson'> = {
  lessons: async ({ words, plan, node }, { app }) => {
    const found = await searchLessons(app.workspace.ledger.db, {
      ...(words === undefined ? {} : { words }),
      ...(plan === undefined || node === undefined ? {} : { kpi: { plan, node } }),
    });
    return value({ lessons: found.filter(({ kpis }) => plan === undefined || kpis.some(kpi => kpi.plan === plan)) });
  },

  editLesson: async ({ lesson: id, body }, { app, by }) => {
    const { revision, ...edit } = body;
    const written = await app.workspace.ledger.change(by, change => editLesson(change, id, revision, edit));
    return replyTo(
      written,
      id,
      lesson => ({ lesson }),
      current => ({ current }),
    );
  },
};
