import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { parseDuration } from '#core/calendar/duration.ts';
import { useFigures } from '../ui/figures.ts';

export const HORIZON_LABELS = {
  short: 'horizonShort',
  mid: 'horizonMid',
  'mid-long': 'horizonMidLong',
  long: 'horizonLong',
} as const;

export const SHOWS_LABELS = { activity: 'showsActivity', output: 'showsOutput', outcome: 'showsOutcome' } as const;

export const MEASURING_LABELS = { automatic: 'measuringAutomatic', hand: 'measuringHand' } as const;

/** How a KPI is worked with, in the reader's words; empty where the plan does not say. [DES-61, DES-68] */
export function useWorkingWords() {
  const { t } = useTranslation('design');
  const { value } = useFigures();
  const lengthOf = (text: string) => {
    const read = parseDuration(text);
    return read ? value(String(read.amount), { unit: { kind: 'duration', in: read.in }, counter: null }) : text;
  };
  const conditionOf = ({ condition }: Pick<NodeView, 'condition'>): string => {
    if (!condition) return '';
    const within = lengthOf(condition.within);
    return condition.times === null ? t('conditionOf', { within }) : t('conditionTimes', { within, times: condition.times });
  };
  const measuringOf = ({ measuring }: Pick<NodeView, 'measuring'>): string => {
    if (!measuring) return '';
    const hours = measuring.hours === null ? [] : [t('hoursOf', { hours: Number(measuring.hours) })];
    return [t(MEASURING_LABELS[measuring.by]), ...hours].join(' · ');
  };
  const partsOf = (node: NodeView): readonly string[] => [
    node.horizon ? t(HORIZON_LABELS[node.horizon]) : '',
    node.shows ? t(SHOWS_LABELS[node.shows]) : '',
    node.controllability === null ? '' : `${t('controllability')} ${node.controllability}`,
    measuringOf(node),
    conditionOf(node),
  ];
  return {
    conditionOf,
    measuringOf,
    /** What differs between two states of a KPI. */
    differing: (before: NodeView, after: NodeView) => {
      const [was, is] = [partsOf(before), partsOf(after)];
      const own = (parts: readonly string[]) =>
        parts.filter((part, place) => part !== '' && was[place] !== is[place]).join(' · ');
      return { before: own(was), after: own(is) };
    },
  };
}
