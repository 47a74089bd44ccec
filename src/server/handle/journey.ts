import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { personColumns } from '#engine/journey/feed/person-columns.ts';
import { addAnalysis, listAnalyses, pinAnalysis, removeAnalysis } from '#engine/ledger/saved-analysis-store.ts';
import { knownAt } from '#engine/query/knowledge.ts';
import type { HandlersOf } from '../handler.ts';
import { noConflict, problems, replyTo, value } from '../reply.ts';

export const journeyHandlers: HandlersOf<
  'journeyContents' | 'askJourney' | 'savedAnalyses' | 'saveAnalysis' | 'pinAnalysis' | 'removeAnalysis'
> = {
  journeyContents: async (_, { app }) => {
    const contents = await app.journeys.use(app, engine => engine.contents());
    const { settings, today } = await knownAt(app);
    const { sources, labels } = await personColumns(app);
    return value({
      events: contents.events,
      people: contents.people,
      span: contents.span ?? null,
      today,
      names: contents.names.flatMap(({ name, events }) => {
        const source = sources.get(name);
        return source
          ? [
              {
                name,
                label: source.dataset.name,
                events,
                dimensions: source.dimensions,
                hasValue: source.value !== undefined,
              },
            ]
          : [];
      }),
      dimensions: contents.dimensions.map(({ id, values }) => ({ id, label: labels.get(id) ?? { ja: id, en: id }, values })),
      currency: settings.currency,
      valueDigits: contents.valueDigits,
    });
  },

  askJourney: async ({ body: { question } }, { app }) => {
    const answer = await app.journeys.use(app, engine => engine.ask(question));
    if (!answer.ok) return problems(answer.problems);
    const reply: ResponseOf<Api['askJourney']> = { [question.ask]: answer.value };
    return value(reply);
  },

  savedAnalyses: async (_, { app }) => value({ analyses: await listAnalyses(app.workspace.ledger.db) }),

  saveAnalysis: async ({ body }, { app, by }) => {
    const kept = await app.workspace.ledger.change(by, change => addAnalysis(change, body));
    return replyTo(kept, body.name, analysis => ({ analysis }), noConflict);
  },

  pinAnalysis: async ({ analysis, body }, { app, by }) => {
    const pinned = await app.workspace.ledger.change(by, change => pinAnalysis(change, analysis, body.pinned, body.revision));
    return replyTo(
      pinned,
      analysis,
      kept => ({ analysis: kept }),
      current => ({ current }),
    );
  },

  removeAnalysis: async ({ analysis, revision }, { app, by }) => {
    const removed = await app.workspace.ledger.change(by, change => removeAnalysis(change, analysis, revision));
    return replyTo(
      removed,
      analysis,
      () => ({}),
      current => ({ current }),
    );
  },
};
