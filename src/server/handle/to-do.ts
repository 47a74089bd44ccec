import type { ToDo } from '#core/act/to-do.ts';
import { readAppSettings } from '#engine/app/app-settings.ts';
import { todayOf } from '#engine/app/moment.ts';
import { addToDo, editToDo, finishToDo, listToDos, removeToDo } from '#engine/ledger/to-do-store.ts';
import type { Revised } from '#engine/ledger/written.ts';
import type { HandlersOf } from '../handler.ts';
import { noConflict, replyTo, value } from '../reply.ts';

export const toDoHandlers: HandlersOf<'toDos' | 'createToDo' | 'editToDo' | 'finishToDo' | 'removeToDo'> = {
  toDos: async ({ owner, initiative, done }, { app }) =>
    value({
      toDos: await listToDos(app.workspace.ledger.db, {
        ...(owner === undefined ? {} : { owner }),
        ...(initiative === undefined ? {} : { initiative }),
        ...(done === undefined ? {} : { done: done === 'yes' }),
      }),
    }),

  createToDo: async ({ body }, { app, by }) =>
    replyTo(await app.workspace.ledger.change(by, change => addToDo(change, body)), 'to-do', oneOf, noConflict),

  editToDo: async ({ toDo: id, body }, { app, by }) =>
    replyTo(
      await app.workspace.ledger.change(by, change => editToDo(change, id, body.revision, body.toDo)),
      id,
      oneOf,
      currentOf,
    ),

  finishToDo: async ({ toDo: id, body }, { app, by }) => {
    const today = todayOf(app, (await readAppSettings(app)).calendar);
    const written = await app.workspace.ledger.change(by, change =>
      finishToDo(change, id, body.revision, body.done ? today : null),
    );
    return replyTo(written, id, oneOf, currentOf);
  },

  removeToDo: async ({ toDo: id, revision }, { app, by }) =>
    replyTo(await app.workspace.ledger.change(by, change => removeToDo(change, id, revision)), id, oneOf, currentOf),
};

function oneOf(toDo: Revised<ToDo>) {
  return { toDo };
}

function currentOf(current: Revised<ToDo>) {
  return { current };
}
