import type { Annotation } from '#core/act/annotation.ts';
import { addAnnotation, editAnnotation, listAnnotations, removeAnnotation } from '#engine/ledger/annotation-store.ts';
import type { Revised } from '#engine/ledger/written.ts';
import type { HandlersOf } from '../handler.ts';
import { noConflict, replyTo, value } from '../reply.ts';

export const annotationHandlers: HandlersOf<'annotations' | 'createAnnotation' | 'editAnnotation' | 'removeAnnotation'> = {
  annotations: async ({ plan, node, from, to }, { app }) =>
    value({
      annotations: await listAnnotations(app.workspace.ledger.db, {
        ...(plan === undefined ? {} : { plan }),
        ...(node === undefined ? {} : { node }),
        ...(from === undefined || to === undefined ? {} : { days: { from, to } }),
      }),
    }),

  createAnnotation: async ({ body }, { app, by }) =>
    replyTo(
      await app.workspace.ledger.change(by, change => addAnnotation(change, { ...body, sourceId: null })),
      'annotation',
      oneOf,
      noConflict,
    ),

  editAnnotation: async ({ annotation: id, body }, { app, by }) => {
    const { revision, annotation } = body;
    const written = await app.workspace.ledger.change(by, change =>
      editAnnotation(change, id, revision, { ...annotation, sourceId: null }),
    );
    return replyTo(written, id, oneOf, currentOf);
  },

  removeAnnotation: async ({ annotation: id, revision }, { app, by }) =>
    replyTo(await app.workspace.ledger.change(by, change => removeAnnotation(change, id, revision)), id, oneOf, currentOf),
};

function oneOf(annotation: Revised<Annotation>) {
  return { annotation };
}

function currentOf(current: Revised<Annotation>) {
  return { current };
}
