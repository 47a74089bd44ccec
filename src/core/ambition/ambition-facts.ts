import type { Direction } from '../unit/unit.ts';

/** What a target is judged by; all in one unit and over one length of time. Absent = not known. */
export interface AmbitionFacts {
  readonly direction: Direction;
  readonly target?: number;
  /** Where it stands: what it was lately, else the plan's baseline. */
  readonly baseline?: number;
  /** What it will be when nothing is done. */
  readonly natural?: number;
  /** The same with what initiatives are registered to bring. */
  readonly withInitiatives?: number;
  readonly ownBest?: number;
  readonly benchmark?: { readonly low?: number; readonly high?: number };
  /** Highest and lowest value there can be. */
  readonly limit?: { readonly low: number; readonly high: number };
  /** The unit's text, for sentences. */
  readonly unit: string;
}

/** The better end of the band; the other one where only that is known. */
export function benchmarkEnd({ benchmark, direction }: Pick<AmbitionFacts, 'benchmark' | 'direction'>): number | undefined {
  return direction === 'down' ? (benchmark?.low ?? benchmark?.high) : (benchmark?.high ?? benchmark?.low);
}
