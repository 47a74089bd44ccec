import { expect, test } from 'vitest';
import type { GoalVerdictReport } from '#contract/check.ts';
import { goalSentence } from './goal-sentence.ts';

const UP = { direction: 'up' } as const;

function verdict(
  period: Partial<GoalVerdictReport['period']> & Pick<GoalVerdictReport, 'verdict'>,
  steady: GoalVerdictReport['verdict'] = period.verdict,
): GoalVerdictReport {
  const reading = { implied: 90, coverage: 0.9, shortBy: 10, ...period };
  return {
    id: 'sales',
    target: 100,
    verdict: period.verdict,
    period: reading,
    steady: { ...reading, verdict: steady },
    pipeline: 'none',
  };
}

test('[PLN-60] a goal is reached exactly, with room, or under its ceiling', () => {
  expect(goalSentence(verdict({ verdict: 'reaches', coverage: 1 }), UP)).toBe('reachesSentence');
  expect(goalSentence(verdict({ verdict: 'reaches', coverage: 1.2 }), UP)).toBe('reachesSlackSentence');
  expect(goalSentence(verdict({ verdict: 'reaches', coverage: 0.8 }), { direction: 'down' })).toBe('reachesBoundSentence');
});

test('[PLN-60] short for good, or only this year because of delays', () => {
  expect(goalSentence(verdict({ verdict: 'short' }), UP)).toBe('shortSentence');
  expect(goalSentence(verdict({ verdict: 'short' }, 'reaches'), UP)).toBe('shortTimingSentence');
});

test('[PLN-60] a ceiling is passed, not fallen short of', () => {
  expect(goalSentence(verdict({ verdict: 'short', coverage: 1.1 }), { direction: 'down' })).toBe('overSentence');
});

test('[PLN-60] what cannot be told is not told', () => {
  expect(goalSentence(verdict({ verdict: 'cannot-tell', implied: null, coverage: null }), UP)).toBe('cannotTellSentence');
});
