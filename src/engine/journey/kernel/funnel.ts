import type { FunnelAnswer, FunnelQuestion, FunnelRow } from '#core/journey/funnel-question.ts';
import { compileFilters } from './compiled-filters.ts';
import { dimensionIndex } from './event-part.ts';
import { AnyFunnelPass } from './funnel-any.ts';
import { ExclusiveFunnelPass } from './funnel-exclusive.ts';
import type { FunnelPartial } from './funnel-tally.ts';
import type { Kernel } from './kernel.ts';
import { medianAndP90 } from './order-statistic.ts';
import { compareTexts } from './text-rank.ts';

/** [JRN-10 … JRN-16] */
export const funnelKernel: Kernel<FunnelQuestion, FunnelPartial> = {
  reads: ({ steps, exclusions = [], by }, vocabulary) => ({
    filters: [...steps, ...exclusions.map(({ event }) => event)],
    dimensions: by ? [dimensionIndex(vocabulary, by.dimension)] : [],
    value: false,
    session: false,
    sorts: true,
  }),

  begin: (question, context) => {
    const isExclusive = (question.exclusions ?? []).length === 0 && compileFilters(question.steps, context.vocabulary).exclusive;
    return isExclusive ? new ExclusiveFunnelPass(question, context) : new AnyFunnelPass(question, context);
  },

  answer: ({ steps, by }, partials, { vocabulary }): FunnelAnswer => {
    const values = by ? (vocabulary.dimensions[dimensionIndex(vocabulary, by.dimension)]?.values ?? []) : [];
    const groups = new Set(partials.flatMap(({ groups: found }) => found.map(({ group }) => group)));
    if (!by) groups.add(0);
    const rows = [...groups].map((group): FunnelRow => {
      const found = partials.flatMap(partial => partial.groups.filter(one => one.group === group));
      return {
        ...(by && group > 0 ? { value: values[group - 1] ?? null } : {}),
        reached: steps.map((_, step) => found.reduce((sum, { reached }) => sum + (reached[step] ?? 0), 0)),
        times: steps.slice(1).map((_, step) => medianAndP90(found.map(({ times }) => times[step] ?? new Float64Array(0)))),
      };
    });
    return { rows: rows.sort(compareRows) };
  },
};

function compareRows(a: FunnelRow, b: FunnelRow): number {
  const byPeople = (b.reached[0] ?? 0) - (a.reached[0] ?? 0);
  if (byPeople !== 0) return byPeople;
  if (a.value === undefined || b.value === undefined) return Number(a.value === undefined) - Number(b.value === undefined);
  return compareTexts(a.value, b.value);
}
