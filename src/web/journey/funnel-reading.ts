import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import type { FunnelRow } from '#core/journey/funnel-question.ts';
import { type FunnelStep, funnelFigures, funnelWith } from '#core/journey/value/funnel-figures.ts';
import type { Happening } from '#core/journey/value/step-text.ts';
import { wilson } from '#core/journey/value/wilson.ts';
import { useHappenings } from './happenings.ts';
import { useMeasures } from './use-measures.ts';

export interface FunnelToRead {
  readonly contents: JourneyContentsAnswer;
  readonly steps: readonly Happening[];
  readonly whole: FunnelRow;
  /** Of one person at the last step, in the currency's main unit. */
  readonly worth: number | undefined;
  readonly window: number;
}

export type FunnelStepRow = FunnelStep & { readonly index: number; readonly name: string };

/** What a funnel says: its steps, where most are lost, and both in a sentence with what it rests on. */
export function useFunnelReading({ contents, steps, whole, worth, window }: FunnelToRead) {
  const { t } = useTranslation('journey');
  const measures = useMeasures(contents);
  const { shortOf } = useHappenings(contents);
  const { steps: figures, largestLoss } = funnelFigures(whole.reached);
  const rows: readonly FunnelStepRow[] = figures.map((step, index) => ({
    ...step,
    index,
    name: shortOf(steps[index] ?? { event: '' }),
  }));
  const [first, last] = [rows[0], rows.at(-1)];
  const worst = largestLoss === undefined ? undefined : rows[largestLoss];
  const money = ({ index, lost }: FunnelStepRow) =>
    worth === undefined || index === 0
      ? ''
      : measures.money(lost * onwardRate(whole.reached, index) * worth * 10 ** contents.valueDigits);
  const sentence = !first?.people
    ? t('leavingNobody')
    : worst && last
      ? t('leavingSentence', {
          first: measures.people(first.people),
          last: measures.people(last.people),
          share: measures.share(last.ofFirst),
          from: rows[worst.index - 1]?.name ?? '',
          to: worst.name,
          lost: measures.people(worst.lost),
          lostShare: measures.share(worst.ofBefore === null ? null : 1 - worst.ofBefore),
        })
      : t('leavingAll', { first: measures.people(first.people) });
  const [low, high] = wilson(last?.people ?? 0, first?.people ?? 0);
  const basis = first?.people
    ? [
        t('sure', { low: measures.share(low), high: measures.share(high) }),
        `${t('window')} ${measures.days(window)}`,
        ...(worst && worth !== undefined ? [`${t('lostMoney')} ${money(worst)}（${t('lostMoneyNote')}）`] : []),
      ]
    : [];
  return { rows, worst, money, sentence, basis };
}

/** Share of those at a step that get to the end. */
function onwardRate(reached: readonly number[], step: number): number {
  const before = reached[step - 1] ?? 0;
  const perShare = before > 0 ? funnelWith(reached, step, 1) : undefined;
  return perShare === undefined ? 0 : perShare / before;
}
