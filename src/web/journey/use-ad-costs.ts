import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { type Day, parseDay } from '#core/calendar/day.ts';
import type { MediumCost } from '#core/journey/value/cost-of-channels.ts';
import type { Text } from '#core/text/text.ts';
import { useAnswer } from '../app/use-answer.ts';

/** What ad data say was spent, by medium, in the currency's main unit. */
export interface AdCosts {
  readonly metric: Text;
  readonly from: Day;
  readonly to: Day;
  readonly media: readonly MediumCost[];
}

/** The catalogue's metric of money spent on advertising. */
const METRIC = 'ad-cost';

/**
 * Costs by medium over the days that are looked at, from the data the workspace reads its ad cost from. [JNY-21]
 *
 * In    `from` a moment by the clock on the wall; days before the data of `touch` begin are left out, because they have no touches
 * Out   undefined while it is on its way, without such a metric, and where its data name no media
 */
export function useAdCosts(contents: JourneyContentsAnswer, touch: string, from: number): AdCosts | undefined {
  const { data } = useAnswer('datasets', {});
  const source = data?.datasets.find(({ kind, metrics }) => kind === 'aggregate' && metrics.some(({ id }) => id === METRIC));
  const names = source?.columns.filter(({ type, role }) => type === 'text' && role === 'dimension').map(({ id }) => id) ?? [];
  const by = names.find(id => /channel|medium|media|source/.test(id)) ?? names[0];
  const begun = data?.datasets.find(({ dataset }) => dataset === touch)?.from ?? undefined;
  const asked = parseDay(new Date(from).toISOString().slice(0, 10));
  const first = asked && begun && begun > asked ? begun : asked;
  const to = parseDay(contents.today);
  const isAsked = by !== undefined && first !== undefined && to !== undefined;
  const answer = useAnswer(
    'query',
    { metric: METRIC, by: [by ?? ''], ...(first && to ? { from: first, to } : {}) },
    { when: isAsked, keep: true },
  );
  if (!answer.data || !isAsked || answer.data.unit.kind !== 'money' || answer.data.unit.currency !== contents.currency)
    return undefined;
  const media = answer.data.cells.flatMap(({ slice, observation }): readonly MediumCost[] =>
    observation.state === 'value' || observation.state === 'provisional'
      ? [{ medium: slice[by] ?? '', cost: observation.value }]
      : [],
  );
  return { metric: answer.data.name, from: first, to, media };
}
