import { readHome } from '#engine/app/home.ts';
import type { HandlersOf } from '../handler.ts';
import { value } from '../reply.ts';

export const homeHandlers: HandlersOf<'home'> = {
  home: async (_, { app, member }) => {
    const { today, month, comments, initiatives, toDos, data, closing, moved, changes } = await readHome(app, member);
    return value({
      member: member ?? null,
      today,
      comments: {
        period: month.key,
        written: comments.written,
        missing: comments.missing.map(duty => ({ ...duty, range: month.range })),
      },
      initiatives,
      toDos,
      data,
      closing: { period: month.key, range: month.range, sources: closing },
      moved,
      changes,
    });
  },
};
