import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { stageOrder } from '#core/journey/value/stage-steps.ts';
import { type Happening, happeningText } from '#core/journey/value/step-text.ts';
import type { SelectOption } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';

/** Columns with more values than this are no choices of steps. */
const MOST_VALUES = 30;

/** What can be chosen as a step, and how it is called. */
export function useHappenings(contents: JourneyContentsAnswer) {
  const { t } = useTranslation('journey');
  const say = useSay();
  const labelOf = ({ event, dimension, value }: Happening): string => {
    const name = say(contents.names.find(known => known.name === event)?.label) || event;
    if (dimension === undefined) return t('all', { name });
    const label = say(contents.dimensions.find(({ id }) => id === dimension)?.label) || dimension;
    return t('oneOf', { name, dimension: label, value: value ?? t('notGiven') });
  };
  /** As short as it can be told apart: the value alone, or the name of the data. */
  const shortOf = (happening: Happening): string =>
    happening.value ?? say(contents.names.find(({ name }) => name === happening.event)?.label) ?? happening.event;
  const options: readonly SelectOption[] = allHappenings(contents).map(happening => ({
    value: happeningText(happening),
    label: labelOf(happening),
  }));
  /** With the chosen one where it is none of them, so that what stands in an address can be seen. [JNY-17] */
  const optionsFor = (chosen: Happening): readonly SelectOption[] => {
    const value = happeningText(chosen);
    const isKnown = options.some(option => option.value === value);
    return isKnown ? options : [{ value, label: t('unknownChoice', { value: labelOf(chosen) }) }, ...options];
  };
  return { optionsFor, labelOf, shortOf };
}

function allHappenings({ names, dimensions }: JourneyContentsAnswer): readonly Happening[] {
  return names.flatMap(({ name, dimensions: own }) => [
    { event: name },
    ...dimensions
      .filter(({ id, values }) => own.includes(id) && values.length <= MOST_VALUES)
      .flatMap(({ id, values }) => values.flatMap(value => (value === null ? [] : [{ event: name, dimension: id, value }]))),
  ]);
}

/** Steps to begin with: the values of the column with the fewest of them, of the data with the most rows, most frequent first. */
export function firstSteps({ names, dimensions }: JourneyContentsAnswer): readonly Happening[] {
  const busiest = names[0];
  if (!busiest) return [];
  const column = dimensions
    .filter(({ id, values }) => busiest.dimensions.includes(id) && values.filter(value => value !== null).length >= 2)
    .toSorted((a, b) => a.values.length - b.values.length)[0];
  if (!column) return [{ event: busiest.name }];
  return column.values
    .flatMap(value => (value === null ? [] : [{ event: busiest.name, dimension: column.id, value }]))
    .slice(0, 4);
}

/** The data with an amount that has the most rows, else the busiest. */
export function valuableEvent({ names }: JourneyContentsAnswer): string {
  const withValue = names.filter(({ hasValue }) => hasValue);
  return (withValue.find(({ name }) => /order|purchase|sale/.test(name)) ?? withValue[0] ?? names[0])?.name ?? '';
}

/** Data with a column of stages, and those as steps in their usual order. [JNY-14] */
export function stageSteps({ names, dimensions }: JourneyContentsAnswer) {
  return names.flatMap(({ name, label, dimensions: own }) => {
    const column = dimensions.find(
      ({ id, values }) => own.includes(id) && /stage|status/.test(id) && stageOrder(values).length > 0,
    );
    if (!column) return [];
    const found = stageOrder(column.values).map((value): Happening => ({ event: name, dimension: column.id, value }));
    return [{ event: name, label, found }];
  });
}
