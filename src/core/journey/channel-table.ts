import type { AttributionAnswer } from './attribution-question.ts';

/** What one model credits to one value of the dimensions. */
export interface SliceCredit {
  readonly slice: readonly (string | null)[];
  readonly conversions: number;
  readonly value: number;
}

/** Channels (or channels and campaigns) with their credits under several models side by side. */
export interface ChannelRow {
  readonly slice: readonly (string | null)[];
  /** Absent where not known. */
  readonly visits?: number;
  readonly cost?: number;
  /** One per model, in their order. */
  readonly models: readonly ChannelFigures[];
  /** The lowest and the highest of the models. */
  readonly range: {
    readonly conversions: FigureRange;
    readonly value: FigureRange;
    /** Absent without cost; null where no model credits anything. */
    readonly cpa?: FigureRange | null;
    readonly roas?: FigureRange | null;
  };
}

export interface ChannelFigures {
  readonly conversions: number;
  readonly value: number;
  /** Of all credited conversions and value of the model; null over zero. */
  readonly shareOfConversions: number | null;
  readonly shareOfValue: number | null;
  /** Credited conversions per visit; absent without visits, null over zero. */
  readonly cvr?: number | null;
  /** Cost per credited conversion; absent without cost, null where none is credited. */
  readonly cpa?: number | null;
  /** Credited value per unit of cost; absent without cost, null over zero. */
  readonly roas?: number | null;
}

interface FigureRange {
  readonly low: number;
  readonly high: number;
}

interface ChannelSources {
  /** Per model its credits; a slice that a model does not name has 0 there. */
  readonly models: readonly (readonly SliceCredit[])[];
  readonly visits?: readonly { readonly slice: readonly (string | null)[]; readonly visits: number }[];
  /** In the unit of value. */
  readonly costs?: readonly { readonly slice: readonly (string | null)[]; readonly cost: number }[];
}

/**
 * Visits, conversion rate, share, CPA and ROAS per channel and model, and the range over the models. [JRN-47]
 *
 * Out   every slice that has a credit, visits or a cost; by the middle of its credited conversions, most first, else as given
 */
export function channelTable({ models, visits = [], costs = [] }: ChannelSources): readonly ChannelRow[] {
  const slices = new Map([...models.flat(), ...visits, ...costs].map(({ slice }) => [JSON.stringify(slice), slice]));
  const totals = models.map(credits => ({
    conversions: credits.reduce((sum, { conversions }) => sum + conversions, 0),
    value: credits.reduce((sum, { value }) => sum + value, 0),
  }));
  const rows = [...slices].map(([key, slice]): ChannelRow => {
    const isIt = (each: { readonly slice: readonly (string | null)[] }) => JSON.stringify(each.slice) === key;
    const seen = visits.find(isIt)?.visits;
    const cost = costs.find(isIt)?.cost;
    const figures = models.map((credits, index): ChannelFigures => {
      const { conversions, value } = credits.find(isIt) ?? { conversions: 0, value: 0 };
      return {
        conversions,
        value,
        shareOfConversions: over(conversions, totals[index]?.conversions ?? 0),
        shareOfValue: over(value, totals[index]?.value ?? 0),
        ...(seen === undefined ? {} : { cvr: over(conversions, seen) }),
        ...(cost === undefined ? {} : { cpa: over(cost, conversions), roas: over(value, cost) }),
      };
    });
    return {
      slice,
      ...(seen === undefined ? {} : { visits: seen }),
      ...(cost === undefined ? {} : { cost }),
      models: figures,
      range: {
        conversions: rangeOf(figures.map(({ conversions }) => conversions)) ?? NOTHING,
        value: rangeOf(figures.map(({ value }) => value)) ?? NOTHING,
        ...(cost === undefined
          ? {}
          : { cpa: rangeOf(figures.map(({ cpa }) => cpa)) ?? null, roas: rangeOf(figures.map(({ roas }) => roas)) ?? null }),
      },
    };
  });
  return rows.toSorted((a, b) => middle(b.range.conversions) - middle(a.range.conversions));
}

/** The credits of one of an answer's models. */
export function creditsOf({ rows }: AttributionAnswer, model: number): readonly SliceCredit[] {
  return rows.map(({ slice, credits }) => ({ slice, ...(credits[model] ?? { conversions: 0, value: 0 }) }));
}

const NOTHING: FigureRange = { low: 0, high: 0 };

function rangeOf(figures: readonly (number | null | undefined)[]): FigureRange | undefined {
  const known = figures.filter(figure => typeof figure === 'number');
  return known.length === 0 ? undefined : { low: Math.min(...known), high: Math.max(...known) };
}

function middle({ low, high }: FigureRange): number {
  return low + high;
}

function over(part: number, of: number): number | null {
  return of === 0 ? null : part / of;
}
