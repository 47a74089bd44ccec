import { expect, test } from 'vitest';
import type { JourneyAnswer, JourneyQuestion } from '#core/journey/journey-question.ts';
import { Random } from '../proof/random.ts';
import { attribution } from './oracle/attribution.ts';
import { funnel } from './oracle/funnel.ts';
import { type Person, peopleOf } from './oracle/people.ts';
import { retention } from './oracle/retention.ts';
import { rolling } from './oracle/rolling.ts';
import { series } from './oracle/series.ts';
import { touchPaths } from './oracle/touch-paths.ts';
import { randomStore } from './random-events.ts';
import { randomQuestion } from './random-questions.ts';

const ROUNDS = 400;

test('[JRN-16] fewer and fewer people reach later steps, and the rows of a breakdown add up to the whole', () => {
  each('funnel', 11, (people, question) => {
    const { rows } = funnel(people, question);
    const { by: _, ...unbroken } = question;
    const [whole] = funnel(people, unbroken).rows;
    for (const { reached } of rows) expect(reached).toEqual(reached.toSorted((a, b) => b - a));
    question.steps.forEach((__, step) => {
      expect(rows.reduce((sum, { reached }) => sum + (reached[step] ?? 0), 0)).toBe(whole?.reached[step]);
    });
  });
});

test('[JRN-13] [JRN-10] reuse, a longer window and no exclusions never make anybody go less far', () => {
  each('funnel', 12, (people, { by: _, reuse: __, ...question }) => {
    const reachedBy = (more: object) => funnel(people, { ...question, ...more }).rows[0]?.reached ?? [];
    const reached = reachedBy({});
    for (const more of [{ reuse: true }, { window: question.window * 2 }, { exclusions: [] }])
      reachedBy(more).forEach((count, step) => {
        expect(count).toBeGreaterThanOrEqual(reached[step] ?? 0);
      });
  });
});

test('[JRN-47] every model hands out all conversions and their value, and nothing else', () => {
  each('attribution', 13, (people, question) => {
    const { conversions, value, untouched, rows } = attribution(people, question);
    question.models.forEach((_, model) => {
      const sum = (part: 'conversions' | 'value') =>
        rows.reduce((total, { credits }) => total + (credits[model]?.[part] ?? 0), 0);
      expect(sum('conversions')).toBeCloseTo(conversions - untouched.conversions, 9);
      expect(Math.abs(sum('value') - (value - untouched.value))).toBeLessThanOrEqual(1e-9 * Math.max(1, ...rows.map(largest)));
    });
  });
});

test('[JRN-48] paths hold all conversions, and no lost path is empty', () => {
  each('touch-paths', 14, (people, question) => {
    const { paths } = touchPaths(people, question);
    const all = attribution(people, { ...question, ask: 'attribution', by: [question.by], lookback: 1, models: [] });
    expect(paths.reduce((sum, { conversions }) => sum + conversions, 0)).toBe(all.conversions);
    expect(paths.reduce((sum, { value }) => sum + value, 0)).toBe(all.value);
    expect(paths.filter(({ path, lost }) => path.length === 0 && lost > 0)).toEqual([]);
  });
});

test('[JRN-22] nobody comes back who did not begin, and cohorts hold nobody twice', () => {
  each('retention', 15, (people, question) => {
    const { cohorts } = retention(people, question);
    for (const { people: size, cells } of cohorts) for (const cell of cells) expect(cell.people).toBeLessThanOrEqual(size);
    expect(cohorts.reduce((sum, cohort) => sum + cohort.people, 0)).toBeLessThanOrEqual(people.length);
  });
});

test('[JRN-30] slices add up in events and value, and hold at least as many people as the whole', () => {
  each('series', 16, (people, question) => {
    const { rows } = series(people, question);
    const { by: _, ...unsliced } = question;
    for (const whole of series(people, unsliced).rows) {
      const slices = rows.filter(({ bucket }) => bucket === whole.bucket);
      const sum = (part: 'events' | 'value' | 'people' | 'sessions') => slices.reduce((total, slice) => total + slice[part], 0);
      expect([sum('events'), sum('value')]).toEqual([whole.events, whole.value]);
      expect(sum('people')).toBeGreaterThanOrEqual(whole.people);
      expect(sum('sessions')).toBeGreaterThanOrEqual(whole.sessions);
      expect(whole.sessions).toBeGreaterThanOrEqual(whole.people);
    }
  });
});

test('[JRN-31] a longer look back never sees fewer people, and one bucket sees those of the bucket', () => {
  each('rolling', 17, (people, question) => {
    const { active, rolling: longer } = rolling(people, question);
    longer.forEach((count, bucket) => {
      expect(count).toBeGreaterThanOrEqual(active[bucket] ?? 0);
    });
    expect(rolling(people, { ...question, length: 1 }).rolling).toEqual(active);
  });
});

type Asked<Kind extends JourneyQuestion['ask']> = Extract<JourneyQuestion, { ask: Kind }>;

/** Random stores and questions of one kind, from a seed. */
function each<Kind extends JourneyQuestion['ask']>(
  kind: Kind,
  seed: number,
  hold: (people: readonly Person[], question: Asked<Kind>) => void,
): void {
  const random = new Random(seed);
  for (let round = 0; round < ROUNDS; round += 1) {
    const store = randomStore(random);
    const question = randomQuestion(random, kind, store);
    if (isOf(question, kind) && store.events.length < 500) hold(peopleOf(store), question);
  }
}

function isOf<Kind extends JourneyQuestion['ask']>(question: JourneyQuestion, kind: Kind): question is Asked<Kind> {
  return question.ask === kind;
}

function largest({ credits }: JourneyAnswer<Asked<'attribution'>>['rows'][number]): number {
  return Math.max(0, ...credits.map(({ value }) => Math.abs(value)));
}
