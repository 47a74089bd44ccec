import type { JourneyContents } from '../journey-engine.ts';
import type { Vocabulary } from '../kernel/event-part.ts';
import { compareTexts } from '../kernel/text-rank.ts';
import type { StoredPart } from './stored-part.ts';

const MOST_VALUES = 1_000;

/** [JRN-09] */
export async function storeContents(
  parts: readonly StoredPart[],
  vocabulary: Vocabulary,
): Promise<Omit<JourneyContents, 'valueDigits'>> {
  const events = parts.reduce((sum, { place }) => sum + place.rows, 0);
  const names = await frequencies(parts, 'name', vocabulary.names);
  const dimensions = [];
  for (const [d, { id, values }] of vocabulary.dimensions.entries()) {
    const found = await frequencies(parts, `d${d}`, values);
    dimensions.push({ id, values: found.slice(0, MOST_VALUES).map(({ value }) => value) });
  }
  const spans = [];
  for (const part of parts) spans.push(await part.span());
  return {
    events,
    people: await countPeople(parts),
    ...(spans.length === 0
      ? {}
      : { span: { first: Math.min(...spans.map(({ first }) => first)), last: Math.max(...spans.map(({ last }) => last)) } }),
    names: names.flatMap(({ value, count }) => (value === null ? [] : [{ name: value, events: count }])),
    dimensions: dimensions.sort((a, b) => compareTexts(a.id, b.id)),
  };
}

async function frequencies(parts: readonly StoredPart[], column: string, values: readonly (string | null)[]) {
  const counts = new Float64Array(values.length);
  for (const part of parts) {
    const own = await part.counts(column);
    if (own)
      for (let code = 0; code < Math.min(own.length, counts.length); code++)
        counts[code] = (counts[code] as number) + (own[code] as number);
    else counts[0] = (counts[0] as number) + part.place.rows;
  }
  return values
    .map((value, code) => ({ value, count: counts[code] as number }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || compareTexts(a.value, b.value));
}

async function countPeople(parts: readonly StoredPart[]): Promise<number> {
  const marks: Uint32Array[] = [];
  for (const part of parts) marks.push((await part.columns({ dimensions: [], value: false, session: false })).people);
  const seen = new Uint8Array(1 + Math.max(0, ...marks.map(people => people[people.length - 1] ?? 0)));
  let count = 0;
  for (const people of marks)
    for (let i = 0; i < people.length; i++) {
      const person = people[i] as number;
      if (seen[person] === 0) count++;
      seen[person] = 1;
    }
  return count;
}
