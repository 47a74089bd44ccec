import type { Api } from '#contract/api.ts';
import type { MetricEntry } from '#contract/catalogue.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { OwnMetricFields } from '#contract/own-metric.ts';
import { freeId, nodeId } from '#core/begin/node-id.ts';
import { parseFormula } from '#core/formula/parse.ts';

/** How its values come about: counted or recorded, one metric over another, or any other formula. */
export type How = 'recorded' | 'divided' | 'formula';

export type Measure =
  | 'count'
  | 'money'
  | 'ratio'
  | 'days'
  | 'business-days'
  | 'hours'
  | 'minutes'
  | 'score'
  | 'rank'
  | 'multiple';

/** What stands in the form: everything as it is typed. */
export interface OwnMetricDraft
  extends Omit<OwnMetricFields, 'unit' | 'newThing' | 'formula' | 'aliases' | 'benchmark' | 'direction'> {
  readonly direction: OwnMetricFields['direction'];
  readonly aliases: string;
  readonly how: How;
  readonly measure: Measure;
  /** What is counted; `NEW_THING` asks for `thingName` and `counter`. */
  readonly thing: string;
  readonly thingName: string;
  readonly counter: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly formula: string;
  readonly best: string;
  readonly benchmark: {
    readonly ja: string;
    readonly en: string;
    readonly low: string;
    readonly high: string;
    readonly source: string;
  };
}

export const NEW_THING = '+';

const NOTHING = { ja: '', en: '' };

export const EMPTY_DRAFT: OwnMetricDraft = {
  name: NOTHING,
  meaning: NOTHING,
  aliases: '',
  how: 'recorded',
  measure: 'count',
  thing: '',
  thingName: '',
  counter: '件',
  numerator: '',
  denominator: '',
  formula: '',
  best: '5',
  direction: 'up',
  aggregation: null,
  tax: null,
  recognition: null,
  kind: 'quantity',
  pair: null,
  guardrail: null,
  horizon: null,
  leading: false,
  follows: null,
  lagDays: '',
  stage: null,
  domains: [],
  rhythm: 'monthly',
  mayExceedOne: false,
  goal: false,
  recordedIn: NOTHING,
  benchmark: { ja: '', en: '', low: '', high: '', source: '' },
};

/** The form of a metric that is there already. */
export function draftOf(entry: ResponseOf<Api['catalogueEntry']>): OwnMetricDraft {
  const { metric, basis, guardrail, follows, recordedIn, mayExceedOne } = entry;
  const { unit, formula, benchmark } = metric;
  const parts = /^([^\s()+*/]+) \/ ([^\s()+*/]+)$/.exec(formula ?? '');
  const scale = unit.kind === 'ratio' ? 100 : 1;
  return {
    ...EMPTY_DRAFT,
    name: twice(metric.name),
    meaning: twice(metric.meaning),
    aliases: metric.aliases.join('、'),
    how: formula === null ? 'recorded' : parts ? 'divided' : 'formula',
    measure: unit.kind === 'duration' ? asMeasure(unit.in) : unit.kind,
    thing: unit.kind === 'count' ? (unit.of ?? '') : '',
    numerator: parts?.[1] ?? '',
    denominator: parts?.[2] ?? '',
    formula: formula ?? '',
    best: unit.kind === 'score' ? String(unit.max) : '5',
    direction: metric.direction,
    aggregation: metric.aggregation,
    tax: basis.tax ?? null,
    recognition: basis.recognition ?? null,
    kind: metric.kind,
    pair: metric.pair,
    guardrail,
    horizon: metric.horizon,
    leading: metric.leading,
    follows: follows?.metric ?? null,
    lagDays: follows ? (follows.low === follows.high ? `${follows.low}` : `${follows.low}..${follows.high}`) : '',
    stage: metric.stage,
    domains: metric.domains,
    rhythm: metric.rhythm,
    mayExceedOne,
    goal: metric.usualGoal,
    recordedIn: recordedIn ? twice(recordedIn) : NOTHING,
    benchmark: benchmark
      ? {
          ...twice(benchmark.text),
          low: shownNumber(benchmark.low, scale),
          high: shownNumber(benchmark.high, scale),
          source: benchmark.source,
        }
      : EMPTY_DRAFT.benchmark,
  };
}

/** What the form says, as it is sent. Units of a division follow from its two parts. */
export function fieldsOf(
  draft: OwnMetricDraft,
  metrics: readonly MetricEntry[],
  things: readonly { readonly id: string }[],
): OwnMetricFields {
  const { how, measure, thing, thingName, counter, numerator, denominator, formula, best, benchmark, aliases, ...same } = draft;
  const isNew = how !== 'divided' && measure === 'count' && thing === NEW_THING;
  const id = isNew ? freeId(asciiId(thingName), taken => things.some(one => one.id === taken)) : thing;
  const unit = how === 'divided' ? dividedUnit(numerator, denominator, metrics) : unitOf(measure, id, best);
  const scale = unit.startsWith('ratio') ? 100 : 1;
  const hasBenchmark = [benchmark.ja, benchmark.en, benchmark.low, benchmark.high].some(text => text.trim() !== '');
  return {
    ...same,
    aliases: aliases
      .split(/[,、，]/)
      .map(alias => alias.trim())
      .filter(Boolean),
    unit,
    newThing: isNew ? { id, name: { ja: thingName.trim(), en: thingName.trim() }, counter: counter.trim() } : null,
    formula: how === 'divided' ? `${numerator} / ${denominator}` : how === 'formula' ? formula : '',
    aggregation: how === 'divided' ? 'ratio' : draft.aggregation,
    follows: draft.leading ? draft.follows : null,
    lagDays: draft.leading && draft.follows !== null ? draft.lagDays.normalize('NFKC').replace(/[〜~]/g, '..') : '',
    benchmark: hasBenchmark
      ? {
          text: { ja: benchmark.ja, en: benchmark.en },
          low: typedNumber(benchmark.low, scale),
          high: typedNumber(benchmark.high, scale),
          source: benchmark.source,
        }
      : null,
  };
}

/** An id nobody has, from the name; as it stands in formulas. */
export function ownMetricId({ name }: OwnMetricDraft, metrics: readonly MetricEntry[]): string {
  const english = nodeId(name.en);
  const wanted = english === '' ? nodeId(name.ja) : english;
  return freeId(parseFormula(wanted).ok ? wanted : 'own-metric', id => metrics.some(metric => metric.id === id));
}

function dividedUnit(numerator: string, denominator: string, metrics: readonly MetricEntry[]): string {
  const unitOfOne = (id: string) => metrics.find(metric => metric.id === id)?.unit;
  const [above, below] = [unitOfOne(numerator), unitOfOne(denominator)];
  if (above?.kind === 'money' && below?.kind === 'count') return below.of === undefined ? 'money' : `money per ${below.of}`;
  return above?.kind === 'count' || above?.kind === 'money' ? 'ratio' : 'multiple';
}

function unitOf(measure: Measure, thing: string, best: string): string {
  if (measure === 'count') return thing === '' ? 'count' : `count of ${thing}`;
  return measure === 'score' ? `score 1..${best.normalize('NFKC').trim()}` : measure;
}

function asMeasure(unit: string): Measure {
  return unit === 'hours' || unit === 'minutes' || unit === 'business-days' ? unit : 'days';
}

/** Ids of things are in ASCII; a name in another script gets one that says nothing. */
function asciiId(name: string): string {
  return /^[a-z][a-z0-9-]*$/.test(nodeId(name)) ? nodeId(name) : 'own-thing';
}

/** What was typed once counts for both languages, and is shown once. */
function twice({ ja, en }: { readonly ja: string; readonly en: string }) {
  return ja === en ? { ja, en: '' } : { ja, en };
}

function shownNumber(number: number | null, scale: number): string {
  return number === null ? '' : String(Number((number * scale).toPrecision(12)));
}

function typedNumber(text: string, scale: number): number | null {
  const plain = text.normalize('NFKC').replace(/[,%\s]/g, '');
  const number = Number(plain) / scale;
  return plain === '' || !Number.isFinite(number) ? null : Number(number.toPrecision(12));
}
