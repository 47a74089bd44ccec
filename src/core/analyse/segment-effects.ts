/** What one segment was in both states. Amount and volume are what its rate is made of: revenue and orders, orders and visits. */
export interface SegmentFigures {
  readonly segment: string;
  readonly before: SegmentSide;
  readonly after: SegmentSide;
}

export interface SegmentSide {
  readonly amount: number;
  readonly volume: number;
}

/** A segment's part of a change. [EXP-20, ANA-06] */
export interface SegmentEffect {
  readonly segment: string;
  /** More or less in all, at the segment's own share and rate; absent for rates, which have no volume. */
  readonly volume?: number;
  /** The segment's share of the volume changed. */
  readonly mix: number;
  /** The segment's rate changed. */
  readonly rate: number;
}

/**
 * Splits the change of an amount Σ volume × rate over segments: volume, mix and rate of each. [EXP-20]
 *
 * Out   per segment the three effects add up to the segment's own change, in the amount's unit
 * Zero  a segment without volume on one side is taken at the rate of the other, so that it comes and goes as mix; an amount without
 *       volume (a return without an order) counts as rate
 * How   v = N·p·r with midpoints: Δv = r̄·p̄·ΔN + r̄·N̄·Δp + n̄·Δr
 */
export function amountEffects(segments: readonly SegmentFigures[]): readonly SegmentEffect[] {
  const [all0, all1] = [totalOf(segments, 'before').volume, totalOf(segments, 'after').volume];
  return segments.map(({ segment, before, after }) => {
    const { rate0, rate1, rest0, rest1 } = ratesOf(before, after);
    const [share0, share1] = [shareOf(before.volume, all0), shareOf(after.volume, all1)];
    const rate = (rate0 + rate1) / 2;
    return {
      segment,
      volume: rate * ((share0 + share1) / 2) * (all1 - all0) + 0,
      mix: rate * ((all0 + all1) / 2) * (share1 - share0) + 0,
      rate: ((before.volume + after.volume) / 2) * (rate1 - rate0) + rest1 - rest0 + 0,
    };
  });
}

/**
 * Splits the change of a rate Σ amount ÷ Σ volume over segments: mix and rate of each. [EXP-20, ANA-06]
 *
 * Out   effects in the rate's unit that add up to its change; a segment's mix counts against the rate of the whole, so that growth of
 *       a segment below it pulls down
 * None  undefined when there is no volume on one side
 * How   Δ(Σ p·r) = Σ p̄·Δr + Σ (r̄ − R̄)·Δp with midpoints
 */
export function rateEffects(segments: readonly SegmentFigures[]): readonly SegmentEffect[] | undefined {
  const [all0, all1] = [totalOf(segments, 'before'), totalOf(segments, 'after')];
  if (all0.volume === 0 || all1.volume === 0) return undefined;
  const whole = (all0.amount / all0.volume + all1.amount / all1.volume) / 2;
  return segments.map(({ segment, before, after }) => {
    const { rate0, rate1, rest0, rest1 } = ratesOf(before, after);
    const [share0, share1] = [before.volume / all0.volume, after.volume / all1.volume];
    return {
      segment,
      mix: ((rate0 + rate1) / 2 - whole) * (share1 - share0) + 0,
      rate: ((share0 + share1) / 2) * (rate1 - rate0) + rest1 / all1.volume - rest0 / all0.volume + 0,
    };
  });
}

/** Rates of both sides; where one has no volume it takes the other's, and its amount is left over. */
function ratesOf(before: SegmentSide, after: SegmentSide) {
  const own0 = before.volume === 0 ? undefined : before.amount / before.volume;
  const own1 = after.volume === 0 ? undefined : after.amount / after.volume;
  return {
    rate0: own0 ?? own1 ?? 0,
    rate1: own1 ?? own0 ?? 0,
    rest0: own0 === undefined ? before.amount : 0,
    rest1: own1 === undefined ? after.amount : 0,
  };
}

function totalOf(segments: readonly SegmentFigures[], side: 'before' | 'after'): SegmentSide {
  return segments.reduce(
    (sum, segment) => ({ amount: sum.amount + segment[side].amount, volume: sum.volume + segment[side].volume }),
    { amount: 0, volume: 0 },
  );
}

function shareOf(volume: number, all: number): number {
  return all === 0 ? 0 : volume / all;
}
