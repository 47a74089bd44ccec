/** One step from a number to another: an end, or something that moved it. */
export interface WaterfallStep {
  readonly kind: 'before' | 'factor' | 'after';
  readonly from: number;
  readonly to: number;
}

export interface WaterfallBar {
  readonly kind: 'before' | 'factor' | 'after' | 'rest';
  /** Places of the steps it stands for; several only for the rest. */
  readonly steps: readonly number[];
  /** Where it begins and ends: an end stands on the axis. */
  readonly from: number;
  readonly to: number;
  /** The value of an end, the change of everything else. */
  readonly value: number;
}

export interface WaterfallChart {
  readonly bars: readonly WaterfallBar[];
  /** Values at the foot and the head of the picture. `isCut`: the foot is not zero, which has to be said. */
  readonly axis: { readonly low: number; readonly high: number; readonly isCut: boolean };
}

/**
 * A waterfall as it is drawn. [SCR-16]
 *
 * In    steps that follow each other; `most`: bars between the two ends
 * Out   every bar begins where the one before it ended. With more steps than `most` the smallest are one bar, the rest, before the
 *       last end. The axis begins at zero unless all levels lie in its upper part; then below the lowest level, at a round number.
 */
export function waterfallChart(steps: readonly WaterfallStep[], most = 8): WaterfallChart {
  const bars = barsOf(steps, most);
  const levels = bars.flatMap(({ kind, from, to }) => (kind === 'before' || kind === 'after' ? [to] : [from, to]));
  const [least, highest] = [Math.min(0, ...levels), Math.max(0, ...levels)];
  const [lowest, head] = [Math.min(...levels), Math.max(...levels)];
  const span = head - lowest;
  if (levels.length > 0 && span > 0 && lowest > 0 && lowest / head > CUT_FROM) {
    const step = roundStep(span);
    const low = Math.floor((lowest - span * ROOM) / step) * step;
    if (low > 0) return { bars, axis: { low, high: head, isCut: true } };
  }
  return { bars, axis: { low: least, high: highest === least ? least + 1 : highest, isCut: false } };
}

/** All levels lie above this share of the highest one. */
const CUT_FROM = 0.5;
/** Of the span of the levels, what is left below the lowest. */
const ROOM = 0.35;

function barsOf(steps: readonly WaterfallStep[], most: number): readonly WaterfallBar[] {
  const factors = steps.flatMap(({ kind }, place) => (kind === 'factor' ? [place] : []));
  const sizeOf = (place: number) => Math.abs((steps[place]?.to ?? 0) - (steps[place]?.from ?? 0));
  const bySize = factors.toSorted((a, b) => sizeOf(b) - sizeOf(a) || a - b);
  const kept = new Set(factors.length > most ? bySize.slice(0, most - 1) : factors);
  const folded = factors.filter(place => !kept.has(place));
  const bars: WaterfallBar[] = [];
  let level = 0;
  steps.forEach((step, place) => {
    if (step.kind === 'factor') {
      if (!kept.has(place)) return;
      const change = step.to - step.from;
      bars.push({ kind: 'factor', steps: [place], from: level, to: level + change, value: change });
      level += change;
      return;
    }
    if (step.kind === 'after' && folded.length > 0) {
      bars.push({ kind: 'rest', steps: folded, from: level, to: step.to, value: step.to - level });
    }
    bars.push({ kind: step.kind, steps: [place], from: 0, to: step.to, value: step.to });
    level = step.to;
  });
  return bars;
}

/** 1, 2 or 5 times a power of ten, about a fifth of a span. */
function roundStep(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const times = span / 5 / power;
  return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
}
