import { type Problem, problemsOf } from '../../problem/problem.ts';
import { percentText } from './channel-reading.ts';
import { readingMessages } from './reading-messages.ts';

const reading = problemsOf(readingMessages);

/** New visitors between these shares are in balance with those who come back. A convention of ours. */
const BALANCED = { low: 0.3, high: 0.7 } as const;

/** Whether new and returning visitors are in balance, and what to do where not; undefined with nobody. [VAL-62] */
export function readVisitBalance(newcomers: number, returning: number): Problem | undefined {
  const whole = newcomers + returning;
  if (!(whole > 0)) return undefined;
  const share = newcomers / whole;
  const params = { newPercent: percentText(share), repeatPercent: percentText(1 - share) };
  if (share > BALANCED.high) return reading('visits-mostly-new', params);
  if (share < BALANCED.low) return reading('visits-mostly-repeat', params);
  return reading('visits-balanced', params);
}
