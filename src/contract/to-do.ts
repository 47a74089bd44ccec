import { z } from 'zod';
import type { ToDo, ToDoInput } from '#core/act/to-do.ts';
import { carries } from './carries.ts';
import { endpoint } from './endpoint.ts';
import { day, list, revision } from './scalar.ts';

const written = z.strictObject({
  title: z.string(),
  owner: z.string().nullable(),
  due: day.nullable(),
  note: z.string(),
  initiative: z.string().nullable(),
});

export const toDoInput = carries<ToDoInput>()(written);

export const toDo = carries<ToDo & { readonly revision: number }>()(
  written.extend({
    id: z.string(),
    owner: z.string(),
    due: day,
    doneOn: day.nullable(),
    doneBy: z.string().nullable(),
    revision,
  }),
).meta({ id: 'ToDo' });

const params = z.strictObject({ toDo: z.string() });
const one = z.strictObject({ toDo });
const conflict = z.strictObject({ current: toDo });

export const toDos = endpoint({
  method: 'GET',
  path: '/api/to-dos',
  concept: 'to-do',
  summary: { ja: 'ToDoの一覧（期限順）', en: 'To-dos by due date' },
  query: z.strictObject({
    owner: z.string().exactOptional(),
    initiative: z.string().exactOptional(),
    done: z.enum(['yes', 'no']).exactOptional(),
  }),
  response: z.strictObject({ toDos: list(toDo) }),
});

export const createToDo = endpoint({
  method: 'POST',
  path: '/api/to-dos',
  concept: 'to-do',
  summary: { ja: 'ToDoの登録', en: 'Adds a to-do' },
  body: toDoInput,
  response: one,
});

export const editToDo = endpoint({
  method: 'PUT',
  path: '/api/to-dos/:toDo',
  concept: 'to-do',
  summary: { ja: 'ToDoの編集', en: 'Changes a to-do' },
  params,
  body: z.strictObject({ revision, toDo: toDoInput }),
  response: one,
  conflict,
});

export const finishToDo = endpoint({
  method: 'POST',
  path: '/api/to-dos/:toDo/done',
  concept: 'to-do',
  summary: { ja: 'ToDoの完了・再開', en: 'Marks a to-do as done, or opens it again' },
  params,
  body: z.strictObject({ revision, done: z.boolean() }),
  response: one,
  conflict,
});

export const removeToDo = endpoint({
  method: 'DELETE',
  path: '/api/to-dos/:toDo',
  concept: 'to-do',
  summary: { ja: 'ToDoの削除', en: 'Removes a to-do' },
  params,
  query: z.strictObject({ revision: z.coerce.number<number | string>().int() }),
  response: one,
  conflict,
});
