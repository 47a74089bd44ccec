import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import type { PurchasePatternsAnswer } from '#core/journey/customer-question.ts';
import { customerForecast, type Estimated } from '#core/journey/value/customer-forecast.ts';
import { expectedOfNew } from '#core/journey/value/expected-purchases.ts';
import { fitPurchaseModel } from '#core/journey/value/fit-purchase-model.ts';
import { paybackCurve } from '#core/journey/value/payback.ts';
import { expectedSpend, fitSpendModel } from '#core/journey/value/spend-model.ts';
import { valueToCost } from '#core/journey/value/value-to-cost.ts';
import { Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import own from './journey.module.css';
import { PaybackPicture } from './payback-picture.tsx';
import { PictureButton } from './picture-button.tsx';
import { useMeasures } from './use-measures.ts';

export interface LifetimeValueProps {
  readonly contents: JourneyContentsAnswer;
  readonly patterns: PurchasePatternsAnswer;
  /** Days ahead. */
  readonly horizon: number;
  /** Share of revenue that is left; revenue counts when absent. */
  readonly margin: number | undefined;
  /** Per customer, in the currency's main unit. */
  readonly cac: number | undefined;
}

const MONTH = 365 / 12;
const MONTHS = 24;

/** What today's customers are expected to buy, what a new one is worth over two years, and when that pays for winning them. */
export function LifetimeValue({ contents, patterns, horizon, margin, cac }: LifetimeValueProps) {
  const { t } = useTranslation('journey');
  const measures = useMeasures(contents);
  const drawing = useRef<SVGSVGElement>(null);
  const fits = useMemo(() => {
    const purchases = fitPurchaseModel(patterns.patterns);
    const spend = fitSpendModel(patterns.spends);
    if (purchases.state !== 'fitted') return { purchases };
    return { purchases, spend, forecast: customerForecast(patterns.patterns, purchases, spend, horizon) };
  }, [patterns, horizon]);
  if (fits.purchases.state !== 'fitted' || !fits.forecast) {
    const { people, repeaters } = fits.purchases;
    return (
      <Section title={t('future')}>
        <p>{t('noModel', { people: measures.people(people), repeaters: measures.people(repeaters) })}</p>
      </Section>
    );
  }
  const { forecast, spend } = fits;
  const { model } = fits.purchases;
  const each = spend?.state === 'fitted' && spend.model.q > 1 ? expectedSpend(spend.model, { x: 0, value: 0 }) : undefined;
  const kept = margin ?? 1;
  const bought = Array.from({ length: MONTHS + 1 }, (_, month) => 1 + expectedOfNew(model, month * MONTH));
  const cost = cac === undefined ? undefined : cac * 10 ** contents.valueDigits;
  const brought = bought.map(count => count * (each ?? 0) * kept);
  const first = brought[0] ?? 0;
  const later = brought.slice(1).map((sum, month) => sum - (brought[month] ?? 0));
  const paidAfter = cost === undefined || cost <= first ? 0 : paybackCurve(later, cost - first).paidAfter;
  const value = brought.at(-1) ?? 0;
  const ratio = cost === undefined ? undefined : valueToCost({ ltv: value, cac: cost });
  const range = ({ low, high }: Estimated, text: (amount: number) => string) =>
    low === undefined || high === undefined ? t('noInterval') : t('span', { low: text(low), high: text(high) });
  const rows = [
    { name: t('alive'), value: measures.people(forecast.alive.value), range: range(forecast.alive, measures.people) },
    { name: t('purchases'), value: measures.count(forecast.purchases.value), range: range(forecast.purchases, measures.count) },
    ...(forecast.value
      ? [
          {
            name: t('worthAhead'),
            value: measures.money(Math.round(forecast.value.value)),
            range: range(forecast.value, amount => measures.money(Math.round(amount))),
          },
        ]
      : []),
  ];
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { key: 'name', head: t('figure'), isName: true, cell: row => row.name, text: row => row.name },
    { key: 'value', head: t('expected'), end: true, cell: row => <b>{row.value}</b>, text: row => row.value },
    { key: 'range', head: t('interval90'), end: true, cell: row => row.range, text: row => row.range },
  ];
  return (
    <>
      <TableSection
        title={t('ahead', { days: measures.days(horizon), people: measures.people(forecast.people) })}
        note={t('aheadNote')}
        label={t('ahead', { days: measures.days(horizon), people: measures.people(forecast.people) })}
        columns={columns}
        rows={rows}
        rowKey={({ name }) => name}
      />
      {each !== undefined && (
        <Section
          title={t('ltv')}
          note={t(margin === undefined ? 'countsRevenue' : 'countsMargin')}
          tools={<PictureButton name="payback" drawing={drawing} />}
        >
          <PaybackPicture ref={drawing} brought={brought} cost={cost} money={amount => measures.money(Math.round(amount))} />
          <ul className={own.lines}>
            <li>
              {t('ltvSentence', {
                months: MONTHS,
                value: measures.money(Math.round(value)),
                bought: measures.count(bought.at(-1) ?? 0, 1),
              })}
            </li>
            {ratio && (
              <>
                <li>
                  {t(ratio.reached ? 'ratioReached' : 'ratioMissed', {
                    ratio: measures.count(ratio.ratio, 1),
                    ceiling: measures.money(Math.floor(ratio.ceiling)),
                  })}
                </li>
                <li>
                  {paidAfter === null
                    ? t('notPaid', { months: MONTHS })
                    : paidAfter === 0
                      ? t('paidAtOnce')
                      : t('paidAfter', { months: measures.count(paidAfter, 1) })}
                </li>
              </>
            )}
            {!ratio && <li>{t('typeCac')}</li>}
          </ul>
        </Section>
      )}
    </>
  );
}
