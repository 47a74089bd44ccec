import type { ChannelCredit } from './learned-paths.ts';

/**
 * Credits of a learned model laid over the conversions and value that rules are about: learned models see all paths, those outside
 * the time looked back too. Their proportions stay. [JNY-21]
 *
 * Out   sums are those of `whole`; zeros where nothing was learned
 */
export function scaledCredits(
  credits: readonly ChannelCredit[],
  whole: { readonly conversions: number; readonly value: number },
): readonly ChannelCredit[] {
  const sum = (of: 'conversions' | 'value') => credits.reduce((all, credit) => all + credit[of], 0);
  const [conversions, value] = [sum('conversions'), sum('value')];
  return credits.map(credit => ({
    channel: credit.channel,
    conversions: conversions > 0 ? (credit.conversions / conversions) * whole.conversions : 0,
    value: value > 0 ? (credit.value / value) * whole.value : 0,
  }));
}
