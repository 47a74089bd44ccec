import type { OwnMetricFields } from '#contract/own-metric.ts';
import { catalogueMessages } from '#core/metric/catalogue-messages.ts';
import { editOwnEntry, type NewThing } from '#core/metric/edit-own-entry.ts';
import type { EntryFields } from '#core/plan/edit.ts';
import { problemsOf } from '#core/problem/problem.ts';
import type { Lang, Text } from '#core/text/text.ts';
import type { App } from '#engine/app/app.ts';
import { publishMetricDefinitions } from '#engine/app/metric-definitions.ts';
import { ownMetricUsers } from '#engine/app/own-metric-users.ts';
import { knownAt } from '#engine/query/knowledge.ts';
import type { Call, HandlersOf } from '../handler.ts';
import { missing, problems, replyTo } from '../reply.ts';
import { wireProblems } from '../sentence.ts';

const problem = problemsOf(catalogueMessages);

export const ownMetricHandlers: HandlersOf<'putOwnMetric' | 'removeOwnMetric'> = {
  putOwnMetric: async ({ metric, body: { base, fields } }, call) => {
    const thing = fields.newThing;
    const counted = thing && { id: thing.id, fields: { name: oneOrBoth(thing.name) ?? '', counter: thing.counter } };
    return written(call, metric, base, entryOf(fields), counted ?? undefined);
  },

  removeOwnMetric: async ({ metric, base }, call) => {
    const { metrics } = await knownAt(call.app);
    if (!metrics.definitions.entries.has(metric)) return missing(metric);
    const users = await ownMetricUsers(call.app, metrics, metric);
    if (users.length > 0) return problems([problem('entry-in-use', { users: inLang(users, call.lang) }, { at: [metric] })]);
    return written(call, metric, base, undefined);
  },
};

async function written({ app, by }: Call, metric: string, base: number, fields: EntryFields | undefined, thing?: NewThing) {
  const edited = editOwnEntry(await textInForce(app), metric, fields, thing);
  if (!edited.ok) return problems(edited.problems);
  return replyTo(
    await publishMetricDefinitions(app, by, edited.value, base),
    metric,
    ({ number }, found) => ({ metric, number, problems: wireProblems(found) }),
    ({ number, text, author, at }) => ({ number, text, author, at }),
  );
}

async function textInForce(app: App): Promise<string> {
  return (await knownAt(app)).metrics.stored?.text ?? '';
}

function inLang(texts: readonly Text[], lang: Lang): readonly string[] {
  return texts.map(text => text[lang]);
}

/** What the form holds, as metrics.yaml writes it: nothing that is empty, and a text once where both languages say the same. */
function entryOf(fields: OwnMetricFields): EntryFields {
  const { benchmark } = fields;
  const all: Readonly<Record<string, string | number | EntryFields | null | undefined>> = {
    name: oneOrBoth(fields.name),
    meaning: oneOrBoth(fields.meaning),
    aliases: fields.aliases.join('、'),
    unit: fields.unit,
    formula: fields.formula.trim(),
    direction: fields.direction,
    aggregation: fields.aggregation,
    tax: fields.tax,
    recognition: fields.recognition,
    kind: fields.kind,
    pair: fields.pair,
    guardrail: fields.guardrail,
    horizon: fields.horizon,
    leading: fields.leading ? 'yes' : null,
    follows: fields.follows,
    'lag-days': fields.lagDays.trim(),
    stage: fields.stage,
    domains: fields.domains.join(', '),
    rhythm: fields.rhythm,
    'may-exceed-one': fields.mayExceedOne ? 'yes' : null,
    goal: fields.goal ? 'yes' : null,
    'recorded-in': oneOrBoth(fields.recordedIn),
    benchmark:
      benchmark &&
      filled({ text: oneOrBoth(benchmark.text), low: benchmark.low, high: benchmark.high, source: benchmark.source.trim() }),
  };
  return filled(all);
}

function filled(fields: Readonly<Record<string, string | number | EntryFields | null | undefined>>): EntryFields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) =>
      value === null || value === undefined || value === '' ? [] : [[key, value]],
    ),
  );
}

function oneOrBoth({ ja, en }: Text): string | { readonly ja: string; readonly en: string } | undefined {
  const [first, second] = [ja.trim(), en.trim()];
  if (first === '' || second === '' || first === second) return first || second || undefined;
  return { ja: first, en: second };
}
