import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createLedger, type Ledger } from '#engine/ledger/ledger.ts';
import type { LedgerEffects } from '#engine/ledger/ledger-effects.ts';

/** A clock that advances one second at each look, and numbers that only look random. */
export function testEffects(start = '2026-04-01T00:00:00.000Z'): LedgerEffects {
  let time = Date.parse(start);
  let state = 1;
  return {
    now: () => {
      time += 1000;
      return new Date(time).toISOString();
    },
    random: bytes =>
      Uint8Array.from({ length: bytes }, () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state >>> 24;
      }),
  };
}

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rashin-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty ledger that goes away with the test. */
export async function testLedger(effects: LedgerEffects = testEffects()): Promise<Ledger> {
  const ledger = await createLedger(join(temporaryFolder(), 'ledger.sqlite'), effects);
  onTestFinished(() => ledger.close());
  return ledger;
}
