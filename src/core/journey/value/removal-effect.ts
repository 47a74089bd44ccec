import { at } from '../../stats/at.ts';
import { inverted } from './inverted.ts';
import type { ChannelCredit, LearnedPaths } from './learned-paths.ts';

/** What would be lost without a channel, and the credit that follows. */
export interface RemovalCredit extends ChannelCredit {
  /** Share of the conversions that would not happen if everybody who meets the channel were lost there: 0 to 1. */
  readonly effect: number;
}

/**
 * Attribution by removal effects in a first-order Markov chain: people go from touch to touch, or to a conversion, or are lost,
 * with the frequencies of the paths. Exact, without simulation. [VAL-01]
 *
 * In    paths with their conversions, value and lost people; none are empty
 * Out   credits add up to the conversions and to the value; empty without any conversion
 * How   N = (I − Q)⁻¹ of the touches. A walk meets i with f = (s·N)ᵢ ÷ Nᵢᵢ and converts from there with bᵢ = (N·c)ᵢ; without i
 *       f·bᵢ of the conversions are missing (strong Markov property), so that one inverse gives all removals. For the value c
 *       is weighted with the mean value of the conversions after each touch. Credits: effects in proportion.
 */
export function removalEffects({ channels, paths, conversions, value }: LearnedPaths): RemovalCredit[] {
  const n = channels.length;
  if (!(conversions > 0) || n === 0) return [];
  const chain = countedChain(paths, n);
  const stays = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) stays[i * n + j] = (i === j ? 1 : 0) - at(chain.moves, i * n + j) / at(chain.leaving, i);
  const visits = inverted(stays, n);
  const begins = at(chain.begun, n);
  const lostWithout = (ends: Float64Array) =>
    channels.map((_, i) => {
      let [met, after] = [0, 0];
      for (let j = 0; j < n; j++) {
        met += (at(chain.begun, j) / begins) * at(visits, j * n + i);
        after += (at(visits, i * n + j) * at(ends, j)) / at(chain.leaving, j);
      }
      return (met / at(visits, i * n + i)) * after;
    });
  const [byCount, byValue] = [lostWithout(chain.converted), lostWithout(chain.worth)];
  const parts = shares(byCount);
  const worthParts = shares(byValue);
  return channels.map((channel, i) => ({
    channel,
    effect: Math.min(1, (at(byCount, i) * begins) / conversions),
    conversions: at(parts, i) * conversions,
    value: (value > 0 ? at(worthParts, i) : at(parts, i)) * value,
  }));
}

/** Counts of moves between touches (by rows), of first touches (their sum last), of all leavings, of conversions and their value. */
function countedChain(paths: LearnedPaths['paths'], n: number) {
  const moves = new Float64Array(n * n);
  const [begun, leaving] = [new Float64Array(n + 1), new Float64Array(n)];
  const [converted, worth] = [new Float64Array(n), new Float64Array(n)];
  const add = (counts: Float64Array, place: number, amount: number) => {
    counts[place] = at(counts, place) + amount;
  };
  for (const { touches, conversions, value, lost } of paths) {
    const people = conversions + lost;
    const [first, last] = [touches[0], touches[touches.length - 1]];
    if (first === undefined || last === undefined) continue;
    add(begun, first, people);
    add(begun, n, people);
    for (const [i, touch] of touches.entries()) {
      add(leaving, touch, people);
      const next = touches[i + 1];
      if (next !== undefined) add(moves, touch * n + next, people);
    }
    add(converted, last, conversions);
    add(worth, last, value);
  }
  for (let i = 0; i < n; i++) if (at(leaving, i) === 0) leaving[i] = 1;
  return { moves, begun, leaving, converted, worth };
}

function shares(effects: readonly number[]): number[] {
  const whole = effects.reduce((sum, effect) => sum + effect, 0);
  return effects.map(effect => (whole > 0 ? effect / whole : 0));
}
