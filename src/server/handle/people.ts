import { erasePerson } from '#engine/people/erase-person.ts';
import type { HandlersOf } from '../handler.ts';
import { problems, value } from '../reply.ts';

export const peopleHandlers: HandlersOf<'erasePerson'> = {
  erasePerson: async ({ body: { who, preview } }, { app, by }) => {
    const erased = await erasePerson(app, by, who, preview);
    return erased.ok ? value(erased.value) : problems(erased.problems);
  },
};
