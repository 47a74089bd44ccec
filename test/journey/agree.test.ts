import { expect, test } from 'vitest';
import { agreeOnRandomCases } from './agree.ts';
import { oracleEngine } from './oracle-engine.ts';

test('[JRN-04] the oracle behind batches, merges and cases in one store answers like the oracle by itself', async () => {
  const { questions, telling } = await agreeOnRandomCases(async () => oracleEngine(), {
    cases: 60,
    seed: 5,
    casesPerStore: 20,
    alone: 5,
  });
  expect(questions).toBeGreaterThan(600);
  expect(telling / questions).toBeGreaterThan(0.5);
  console.info(`${questions} questions, ${telling} with an answer that says something`);
});

test('[JRN-01] an engine that errs is found out', async () => {
  const engine = oracleEngine();
  const forgetful = async () => ({ ...engine, merge: async () => undefined });
  await expect(agreeOnRandomCases(forgetful, { cases: 60, seed: 5, kinds: ['series'] })).rejects.toThrow('expected');
});
