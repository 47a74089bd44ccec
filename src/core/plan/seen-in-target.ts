import { unreachable } from '../problem/unreachable.ts';
import type { Direction, Unit } from '../unit/unit.ts';
import type { TargetReading } from './target.ts';

/** The unit a text itself shows, for nodes that nothing else describes. */
export function unitSeen(reading: TargetReading | undefined): Unit | undefined {
  if (reading?.kind !== 'amount') return undefined;
  switch (reading.is.kind) {
    case 'plain':
      return undefined;
    case 'percent':
      return { kind: 'ratio' };
    case 'money':
      return { kind: 'money', currency: reading.is.currency };
    case 'multiple':
      return { kind: 'multiple' };
    case 'score':
      return { kind: 'score', min: 0, max: reading.is.outOf };
    case 'duration':
      return { kind: 'duration', in: reading.is.in };
    default:
      return unreachable(reading.is);
  }
}

/** Which way is better, as a target without a described metric shows it. */
export function directionSeen(reading: TargetReading | undefined): Direction {
  if (reading?.kind !== 'amount') return 'up';
  if (reading.is.kind === 'duration') return reading.sign === 'at-least' ? 'up' : 'down';
  return reading.sign === 'at-most' ? 'down' : reading.sign === 'between' ? 'range' : 'up';
}
