import { moveStageDefinition, readStageDefinitions } from '#engine/ledger/lead-stage-store.ts';
import type { HandlersOf } from '../handler.ts';
import { replyTo, value } from '../reply.ts';

export const leadStageHandlers: HandlersOf<'leadStages' | 'putLeadStage'> = {
  leadStages: async (_, { app }) => {
    const found = await readStageDefinitions(app.workspace.ledger.db);
    return value({ stages: [...found].map(([stage, definition]) => ({ stage, definition })) });
  },

  putLeadStage: async ({ stage, body: { revision, move } }, { app, by }) => {
    const moved = await app.workspace.ledger.change(by, change => moveStageDefinition(change, stage, revision, move));
    return replyTo(
      moved,
      stage,
      definition => ({ definition }),
      current => ({ current }),
    );
  },
};
