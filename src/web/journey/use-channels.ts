import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { channelKind } from '#core/journey/value/channel-reading.ts';
import { filterOf, parseHappening } from '#core/journey/value/step-text.ts';
import { creditModels } from './credit-models.ts';
import { dayStart, daysIn } from './periods.ts';
import { useJourney } from './use-journey.ts';

/** The page's choices as they stand in its address. */
export interface ChannelsSearch {
  readonly goal?: string | undefined;
  readonly touch?: string | undefined;
  readonly by?: string | undefined;
  readonly window?: string | undefined;
  readonly period?: string | undefined;
}

const DAY = 86_400_000;

/** Credits, paths and visits that the choices ask for. [JNY-21] */
export function useChannels(contents: JourneyContentsAnswer, search: ChannelsSearch) {
  const column = search.by ?? channelColumn(contents);
  const touch = parseHappening(search.touch ?? '') ?? { event: touchEvent(contents, column) };
  const convert = parseHappening(search.goal ?? '') ?? goalEvent(contents, touch.event);
  const lookback = daysIn(search.window, 90);
  const to = dayStart(contents.today) + DAY;
  const period = daysIn(search.period, 0);
  const from = period > 0 ? to - period * DAY : (contents.span?.first ?? 0);
  const values = contents.dimensions.find(({ id }) => id === column)?.values ?? [];
  const direct = values.filter(value => channelKind(value) === 'direct');
  const asked = useJourney(
    {
      ask: 'attribution',
      convert: filterOf(convert),
      touch: filterOf(touch),
      lookback: lookback * DAY,
      by: [column ?? ''],
      models: creditModels(direct),
      ...(period > 0 ? { converted: { from, to } } : {}),
    },
    column !== undefined,
  );
  const paths = useJourney(
    { ask: 'touch-paths', convert: filterOf(convert), touch: filterOf(touch), by: column ?? '' },
    column !== undefined,
  );
  /** Credits or ways are still on their way; what is asked beside them waits. */
  const isBusy = !asked.answer || !paths.answer || asked.isPlaceholderData || paths.isPlaceholderData;
  const visits = useJourney({ ask: 'series', select: filterOf(touch), edges: [from, to], by: [column ?? ''] }, !isBusy);
  return { column, touch, convert, lookback, from, to, direct, asked, paths, visits, isBusy, failed: asked.error ?? paths.error };
}

/** A column that names channels. */
function channelColumn({ dimensions }: JourneyContentsAnswer): string | undefined {
  return (dimensions.find(({ id }) => /channel|source|medium/.test(id)) ?? dimensions[0])?.id;
}

/** The busiest data with that column. */
function touchEvent({ names }: JourneyContentsAnswer, column: string | undefined): string {
  return (names.find(({ dimensions }) => column !== undefined && dimensions.includes(column)) ?? names[0])?.name ?? '';
}

/** Something of value that is not the touch itself: the rarest value of a stage-like column of other data, else that data. */
function goalEvent({ names, dimensions }: JourneyContentsAnswer, touch: string) {
  const other =
    names.find(({ name, dimensions: own }) => name !== touch && own.includes('stage')) ??
    names.find(({ name }) => name !== touch);
  const stage = dimensions.find(({ id }) => id === 'stage' && other?.dimensions.includes(id));
  const named = stage?.values.filter(known => known !== null) ?? [];
  const value =
    named.find(known => /sql|商談|opportunit/iu.test(known)) ?? named.find(known => /受注|won|契約/iu.test(known)) ?? named[0];
  return { event: other?.name ?? touch, ...(stage && value ? { dimension: stage.id, value } : {}) };
}
