import type { Channel, ChannelCredit } from './learned-paths.ts';

/** How far models differ over one channel: the lowest and the highest credit. */
export interface ModelRange {
  readonly channel: Channel;
  readonly conversions: { readonly low: number; readonly high: number };
  readonly value: { readonly low: number; readonly high: number };
  /** Whether the channel is first by conversions under every model, under some, or under none. */
  readonly leads: 'always' | 'sometimes' | 'never';
}

/**
 * The disagreement between models as a range per channel: no model is the truth, what all of them say is safer. [VAL-08]
 *
 * In    credits by model; a channel that a model does not name has 0 there
 * Out   ordered by the middle of the range of conversions, largest first, then by channel; empty without models
 */
export function modelRanges(models: readonly (readonly ChannelCredit[])[]): ModelRange[] {
  if (models.length === 0) return [];
  const channels = [...new Set(models.flatMap(credits => credits.map(({ channel }) => channel)))];
  const leading = models.map(credits => Math.max(0, ...credits.map(({ conversions }) => conversions)));
  const ranges = channels.map((channel): ModelRange => {
    const credits = models.map(model => model.find(credit => credit.channel === channel));
    const conversions = credits.map(credit => credit?.conversions ?? 0);
    const values = credits.map(credit => credit?.value ?? 0);
    const led = conversions.filter((credit, i) => credit > 0 && credit >= (leading[i] ?? 0) * (1 - 1e-12)).length;
    return {
      channel,
      conversions: { low: Math.min(...conversions), high: Math.max(...conversions) },
      value: { low: Math.min(...values), high: Math.max(...values) },
      leads: led === models.length ? 'always' : led > 0 ? 'sometimes' : 'never',
    };
  });
  const middle = ({ conversions }: ModelRange) => conversions.low + conversions.high;
  return ranges.sort((a, b) => middle(b) - middle(a) || ((a.channel ?? '') < (b.channel ?? '') ? -1 : 1));
}
