import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { NodeView } from '#contract/plan-view.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { shiftPoint, trimmed } from '#core/number/decimal.ts';
import { usePlace } from '../app/place.ts';
import { useAnswer } from '../app/use-answer.ts';
import { measureOf } from '../progress/node-words.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';

export type Initiative = ResponseOf<Api['initiatives']>['initiatives'][number];
type Expected = NonNullable<Initiative['expected']>;

/** How the parts of an initiative are said. */
export interface InitiativeWords {
  /** The nodes of the plan that is looked at. */
  readonly nodes: readonly NodeView[];
  nameOf(node: string): string;
  /** SQL率 +8pt（12月31日まで） */
  expected(expected: Expected): string;
}

export function useInitiativeWords(): InitiativeWords {
  const { t } = useTranslation('act');
  const say = useSay();
  const figures = useFigures();
  const { plan } = usePlace();
  const asked = useAnswer('plan', { plan: plan ?? '' }, { when: plan !== undefined });
  const nodes = asked.data?.view?.nodes ?? [];
  const nameOf = (id: string) => say(nodes.find(node => node.id === id)?.name) || id;
  return {
    nodes,
    nameOf,
    expected: ({ kpi, mode, value, by }) => {
      const node = nodes.find(({ id }) => id === kpi.node);
      const signed = value.startsWith('-') ? '' : '+';
      const hundred = `${signed}${trimmed(shiftPoint(value, 2)).replace('-', '−')}`;
      const pt = say({ ja: 'pt', en: ' pts' });
      const change =
        mode === 'relative'
          ? `${hundred}%`
          : mode === 'points'
            ? `${hundred}${pt}`
            : node
              ? figures.difference(value, measureOf(node))
              : value;
      return t('effectIs', { kpi: nameOf(kpi.node), change, day: formatDay(by, figures.lang, 'month-day') });
    },
  };
}
