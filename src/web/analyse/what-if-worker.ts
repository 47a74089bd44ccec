import { checkPlan } from '#core/plan/check-plan.ts';
import { compareScenarios } from '#core/scenario/compare-scenarios.ts';
import { type TreeModel, treeModel } from '#core/scenario/tree-model.ts';
import { catalogueWith } from '../plan/catalogue-with.ts';
import type { TriedPlan, WhatIfQuestion, WhatIfReply } from './what-if-message.ts';

/** Works out scenarios beside the page, so that a slider is never held up: the same code as the server's. */
addEventListener('message', (event: MessageEvent<WhatIfQuestion>) => {
  const { plan, scenarios } = event.data;
  if (plan) model = modelOf(plan);
  const table = model
    ? compareScenarios(
        model,
        scenarios.map(changes => ({ changes, probability: null })),
      )
    : null;
  postMessage({ table } satisfies WhatIfReply);
});

let model: TreeModel | undefined;

function modelOf({ yaml, sheet, definitions, currency, levels }: TriedPlan): TreeModel | undefined {
  const { arithmetic } = checkPlan({ yaml, sheet }, catalogueWith(definitions, currency));
  return arithmetic && treeModel(arithmetic, levels ? { levels: new Map(Object.entries(levels)) } : {});
}
