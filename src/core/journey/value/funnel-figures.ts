/** One step of a funnel. Shares are null where nobody was there. */
export interface FunnelStep {
  readonly people: number;
  /** Of those at the step before; 1 at the first. */
  readonly ofBefore: number | null;
  readonly ofFirst: number | null;
  /** Those of the step before who did not come. */
  readonly lost: number;
}

export interface FunnelFigures {
  readonly steps: readonly FunnelStep[];
  /** Place of the step before which most people are lost; undefined where nobody is lost. */
  readonly largestLoss?: number;
}

/** Steps with their rates and losses from the people that reached each. [VAL-70] */
export function funnelFigures(reached: readonly number[]): FunnelFigures {
  const first = reached[0] ?? 0;
  const steps = reached.map((people, index) => {
    const before = index === 0 ? people : (reached[index - 1] ?? 0);
    return {
      people,
      ofBefore: before > 0 ? people / before : null,
      ofFirst: first > 0 ? people / first : null,
      lost: before - people,
    };
  });
  const most = Math.max(0, ...steps.map(({ lost }) => lost));
  return { steps, ...(most > 0 ? { largestLoss: steps.findIndex(({ lost }) => lost === most) } : {}) };
}

/**
 * How many would arrive if one step kept another share of those before it and all later rates stayed. [VAL-71]
 *
 * Out   people at the last step, not rounded; undefined for the first step or where nobody was before it
 */
export function funnelWith(reached: readonly number[], step: number, share: number): number | undefined {
  const [before, at, last] = [reached[step - 1], reached[step], reached[reached.length - 1]];
  if (before === undefined || at === undefined || last === undefined || before === 0) return undefined;
  const onward = at > 0 ? last / at : step === reached.length - 1 ? 1 : 0;
  return before * share * onward;
}
