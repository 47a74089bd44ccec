import { findPlan } from '#engine/ledger/plan-store.ts';
import { addScenario, editScenario, findScenario, listScenarios, removeScenario } from '#engine/ledger/scenario-store.ts';
import type { HandlersOf } from '../handler.ts';
import { missing, noConflict, replyTo, value } from '../reply.ts';

export const scenarioHandlers: HandlersOf<'scenarios' | 'createScenario' | 'editScenario' | 'removeScenario'> = {
  scenarios: async ({ plan }, { app }) => {
    const { db } = app.workspace.ledger;
    if (!(await findPlan(db, plan))) return missing(plan);
    return value({ scenarios: await listScenarios(db, plan) });
  },

  createScenario: async ({ plan, body }, { app, by }) => {
    if (!(await findPlan(app.workspace.ledger.db, plan))) return missing(plan);
    const written = await app.workspace.ledger.change(by, change => addScenario(change, plan, body));
    return replyTo(written, plan, scenario => ({ scenario }), noConflict);
  },

  editScenario: async ({ plan, scenario: id, body }, { app, by }) => {
    if ((await findScenario(app.workspace.ledger.db, id))?.plan !== plan) return missing(id);
    const written = await app.workspace.ledger.change(by, change => editScenario(change, id, body.revision, body.scenario));
    return replyTo(
      written,
      id,
      scenario => ({ scenario }),
      current => ({ current }),
    );
  },

  removeScenario: async ({ plan, scenario: id, revision }, { app, by }) => {
    if ((await findScenario(app.workspace.ledger.db, id))?.plan !== plan) return missing(id);
    const written = await app.workspace.ledger.change(by, change => removeScenario(change, id, revision));
    return replyTo(
      written,
      id,
      () => ({}),
      current => ({ current }),
    );
  },
};
