import { describe, expect, test } from 'vitest';
import type { FunnelQuestion } from '#core/journey/funnel-question.ts';
import { Random } from '../proof/random.ts';
import { JOURNEY_KINDS } from './agree.ts';
import { difference } from './hold.ts';
import { agreeOnMicroCases, MICRO_CASES, microStore } from './micro-cases.ts';
import { oracleAnswer } from './oracle/oracle-answer.ts';
import { within } from './oracle/passes.ts';
import { type LivedEvent, peopleOf } from './oracle/people.ts';
import { type Attempt, canFollow, exclusionMoments, serving, winningAttempt } from './oracle/winning-attempt.ts';
import { oracleEngine } from './oracle-engine.ts';
import { randomStore } from './random-events.ts';
import { randomQuestion } from './random-questions.ts';

describe.each(JOURNEY_KINDS)('%s', kind => {
  test.each(MICRO_CASES.filter(({ question }) => question.ask === kind))('$name', microCase => {
    const answer = oracleAnswer(peopleOf(microStore(microCase)), microCase.question);
    expect(difference(microCase.answer, answer)).toBeUndefined();
  });

  test(`[JRN-01] ${kind} is worked by hand in at least six cases`, () => {
    expect(MICRO_CASES.filter(({ question }) => question.ask === kind).length).toBeGreaterThanOrEqual(6);
  });
});

test('[JRN-04] the cases hold in one store as well as alone', async () => {
  await agreeOnMicroCases(async () => oracleEngine());
});

test('[JRN-15] the winning attempt is the one found by trying every chain there is', () => {
  const random = new Random(20260101);
  let long = 0;
  for (let round = 0; round < 3000; round += 1) {
    const store = randomStore(random);
    const question = randomQuestion(random, 'funnel', store);
    if (question.ask !== 'funnel' || question.steps.length > 4) continue;
    for (const { events } of peopleOf(store)) {
      if (events.length > 14) continue;
      const winner = winningAttempt(events, question);
      if (winner.length > 2) long += 1;
      expect(winner.map(momentAndValue(question)), JSON.stringify({ question, events })).toEqual(
        everyChain(events, question).map(momentAndValue(question)),
      );
    }
  }
  expect(long).toBeGreaterThan(200);
});

/** The best of all chains: the longest, of these the one that ends first, of these the one whose last step but one is latest, and so on. */
function everyChain(events: readonly LivedEvent[], question: FunnelQuestion): readonly LivedEvent[] {
  const steps = serving(events, question);
  const exclusions = exclusionMoments(events, question);
  let best: Attempt = [];
  const go = (attempt: Attempt) => {
    if (isBetter(attempt, best)) best = attempt;
    for (const candidate of steps[attempt.length] ?? []) {
      const follows =
        attempt.length === 0
          ? within(candidate.event.time, question.entered)
          : canFollow(attempt, candidate, question, exclusions);
      if (follows) go([...attempt, candidate]);
    }
  };
  go([]);
  return best.map(({ event }) => event);
}

function isBetter(attempt: Attempt, best: Attempt): boolean {
  if (attempt.length !== best.length) return attempt.length > best.length;
  const last = attempt.length - 1;
  const different = attempt.findLastIndex(({ place }, index) => place !== best[index]?.place);
  if (different < 0) return false;
  const isLater = (attempt[different]?.place ?? 0) > (best[different]?.place ?? 0);
  return different === last ? !isLater : isLater;
}

function momentAndValue({ by }: FunnelQuestion) {
  return ({ time, dimensions }: LivedEvent) => [time, by ? (dimensions[by.dimension] ?? null) : undefined];
}
