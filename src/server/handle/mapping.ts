import type { App } from '#engine/app/app.ts';
import { readAppSettings } from '#engine/app/app-settings.ts';
import { readMetricDefinitions } from '#engine/app/metric-definitions.ts';
import { parseMapping } from '#engine/importing/own-mapping.ts';
import { type Definition, listDefinitions, publishDefinition, readDefinition } from '#engine/ledger/definition-store.ts';
import type { HandlersOf } from '../handler.ts';
import { missing, problems, value } from '../reply.ts';
import { wireProblems } from '../sentence.ts';

export const mappingHandlers: HandlersOf<'mappings' | 'putMapping'> = {
  mappings: async (_, { app }) => {
    const stored = await listDefinitions(app.workspace.ledger.db, 'mapping');
    const datasets = await datasetsOf(app);
    return value({ mappings: stored.map(definition => viewOf(definition, datasets)) });
  },

  putMapping: async ({ body }, { app, by }) => {
    const datasets = await datasetsOf(app);
    const parsed = parseMapping(body.text, datasets);
    if (!parsed.ok) return problems(parsed.problems);
    const name = parsed.value.id;
    const written = await app.workspace.ledger.change(by, async change => {
      const newest = await readDefinition(change.db, 'mapping', name);
      return publishDefinition(change, { kind: 'mapping', name, text: body.text, base: newest?.number ?? 0 });
    });
    switch (written.kind) {
      case 'written':
        return value({ mapping: viewOf(written.value, datasets) });
      case 'refused':
        return problems(written.problems);
      case 'conflict':
      case 'missing':
        return missing(name);
    }
  },
};

async function datasetsOf(app: App) {
  const { definitions } = await readMetricDefinitions(app, await readAppSettings(app));
  return new Map([...definitions.datasets].map(([id, { dataset }]) => [id, dataset]));
}

function viewOf({ name, number, text, author, at }: Definition, datasets: Parameters<typeof parseMapping>[1]) {
  const parsed = parseMapping(text, datasets);
  return { name, number, text, author, at, problems: wireProblems(parsed.ok ? [] : parsed.problems) };
}
