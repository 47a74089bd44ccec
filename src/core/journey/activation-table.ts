import { fisherExact } from '../stats/fisher-exact.ts';
import { shareDifference } from '../stats/share-interval.ts';
import type { ActivationAnswer } from './activation-question.ts';
import { PEOPLE_NEEDED } from './funnel-comparison.ts';

/** One threshold: who did it so often, who did not, and what became of them. */
export interface ActivationRow {
  readonly atLeast: number;
  readonly did: { readonly people: number; readonly outcome: number };
  readonly didNot: { readonly people: number; readonly outcome: number };
  /** `too-few` with fewer than 30 people on a side. */
  readonly effect: ActivationEffect | 'too-few';
}

export interface ActivationEffect {
  /** Shares with the outcome, as fractions. */
  readonly did: number;
  readonly didNot: number;
  /** did ÷ didNot; null when none of those who did not has the outcome. */
  readonly ratio: number | null;
  /** did ÷ didNot − 1. */
  readonly relative: number | null;
  /** did − didNot with its 95 % interval. */
  readonly difference: { readonly is: number; readonly low: number; readonly high: number };
  /** How often such a difference, or a larger one, would come about by chance. */
  readonly p: number;
}

/** What goes together with doing something early, per threshold; an association, not an effect proved. [JRN-81] */
export function activationTable({ thresholds }: ActivationAnswer): readonly ActivationRow[] {
  return thresholds.map(({ atLeast, did, didNot }) => ({
    atLeast,
    did,
    didNot,
    effect: did.people < PEOPLE_NEEDED || didNot.people < PEOPLE_NEEDED ? 'too-few' : effectOf(did, didNot),
  }));
}

/** The row to speak about: of those whose difference leaves out zero the one with the largest difference; undefined when none does. */
export function clearestThreshold(rows: readonly ActivationRow[]): ActivationRow | undefined {
  const sizeOf = ({ effect }: ActivationRow) => (effect === 'too-few' ? 0 : Math.abs(effect.difference.is));
  return rows
    .filter(({ effect }) => effect !== 'too-few' && (effect.difference.low > 0 || effect.difference.high < 0))
    .reduce<ActivationRow | undefined>((best, row) => (best && sizeOf(best) >= sizeOf(row) ? best : row), undefined);
}

function effectOf(did: ActivationRow['did'], didNot: ActivationRow['didNot']): ActivationEffect {
  const [a, b] = [
    { count: did.outcome, of: did.people },
    { count: didNot.outcome, of: didNot.people },
  ];
  const [share, other] = [a.count / a.of, b.count / b.of];
  return {
    did: share,
    didNot: other,
    ratio: other === 0 ? null : share / other,
    relative: other === 0 ? null : share / other - 1,
    difference: { is: share - other, ...shareDifference(a, b) },
    p: fisherExact(a, b),
  };
}
