import { NEW_THING, type OwnMetricDraft } from './own-metric-draft.ts';
import type { ownMetricLabels } from './own-metric-labels.ts';

type Need = Extract<keyof typeof ownMetricLabels, `need${string}`>;

/** What the form still lacks, by the field it stands at. */
export function needsOf(draft: OwnMetricDraft): Readonly<Partial<Record<string, Need>>> {
  const { name, meaning, how, numerator, denominator, formula, measure, thing, thingName, benchmark, leading, follows } = draft;
  const isSaid = (text: { readonly ja: string; readonly en: string }) => `${text.ja}${text.en}`.trim() !== '';
  const countsNew = how !== 'divided' && measure === 'count' && thing === NEW_THING;
  const hasBenchmark = isSaid(benchmark) || `${benchmark.low}${benchmark.high}`.trim() !== '';
  return {
    ...(isSaid(name) ? {} : { name: 'needName' }),
    ...(isSaid(meaning) ? {} : { meaning: 'needMeaning' }),
    ...(how === 'divided' && (numerator === '' || denominator === '') ? { formula: 'needParts' } : {}),
    ...(how === 'formula' && formula.trim() === '' ? { formula: 'needFormula' } : {}),
    ...(countsNew && thingName.trim() === '' ? { things: 'needThing' } : {}),
    ...(hasBenchmark && benchmark.source.trim() === '' ? { benchmark: 'needSource' } : {}),
    ...(leading && follows === null ? { follows: 'needFollows' } : {}),
  };
}
