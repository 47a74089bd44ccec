import { expect, test } from 'vitest';
import { proveTrees, told } from './tree-proof.ts';

const SEED = Number(process.env.RASHIN_PROOF_SEED ?? 41_000_000);
const TREES = Number(process.env.RASHIN_PROOF_TREES ?? 40);
const LARGEST = Number(process.env.RASHIN_PROOF_NODES ?? 120);

test(`[VER-31] ${TREES} random trees (seed ${SEED}): no false "reaches", faults found, twins reach, repairs confirmed`, {
  timeout: 3_600_000,
}, () => {
  const proof = proveTrees(SEED, TREES, LARGEST);
  console.log(
    told(proof),
    Object.entries(proof.byKind)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', '),
  );
  const shown = [...proof.missedFaults, ...proof.twinsUntold, ...proof.brokenRepairs];
  if (shown.length > 0) console.log(shown.slice(0, 20).join('\n'));
  expect(proof.falseReaches).toEqual([]);
  expect(proof.falseShort).toEqual([]);
  expect(proof.faultsFound / TREES).toBeGreaterThanOrEqual(0.99);
  // At least 98 %; of a few trees, one may be beyond what can be told.
  expect(TREES - proof.twinsReach).toBeLessThanOrEqual(Math.ceil(0.02 * TREES));
  expect(proof.brokenRepairs).toEqual([]);
});
