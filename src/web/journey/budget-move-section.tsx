import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { bestMove, budgetMove, type ChannelSpend } from '#core/journey/value/budget-move.ts';
import type { ChannelCredit } from '#core/journey/value/learned-paths.ts';
import style from '../analyse/analyse.module.css';
import { Section } from '../ui/card.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { CREDIT_MODELS, type CreditModel } from './credit-models.ts';
import own from './journey.module.css';
import { useMeasures } from './use-measures.ts';

const RETURNS = ['1', '0.8', '0.5'] as const;

/** What moving money from one channel to another is expected to change, under each way of crediting. [VAL-61] */
export function BudgetMoveSection({
  contents,
  credits,
  costs,
  model,
}: {
  readonly contents: JourneyContentsAnswer;
  readonly credits: Readonly<Record<CreditModel, readonly ChannelCredit[]>>;
  /** By channel, in the unit of values. */
  readonly costs: ReadonlyMap<string, number>;
  readonly model: CreditModel;
}) {
  const { t } = useTranslation('way');
  const { t: journey } = useTranslation('journey');
  const measures = useMeasures(contents);
  const [chosen, setChosen] = useState<{ readonly from?: string; readonly to?: string }>({});
  const [typed, setTyped] = useState<string>();
  const [returns, setReturns] = useState<(typeof RETURNS)[number]>('0.8');
  const spendOf = (channel: string, of: CreditModel): ChannelSpend => ({
    cost: costs.get(channel) ?? 0,
    conversions: credits[of].find(credit => credit.channel === channel)?.conversions ?? 0,
  });
  const unitCost = (channel: string) => {
    const { cost, conversions } = spendOf(channel, model);
    return cost / conversions;
  };
  const usable = [...costs.keys()]
    .filter(channel => spendOf(channel, model).cost > 0 && spendOf(channel, model).conversions > 0)
    .toSorted((a, b) => unitCost(b) - unitCost(a));
  const from = usable.find(channel => channel === chosen.from) ?? usable[0];
  const to = usable.find(channel => channel === chosen.to && channel !== from) ?? usable.findLast(channel => channel !== from);
  if (from === undefined || to === undefined) return null;
  const scale = 10 ** contents.valueDigits;
  const elasticity = Number(returns);
  const most = spendOf(from, model).cost;
  const amount = typed === undefined ? Math.round(most * 0.1) : Number(typed) * scale;
  const moved = (of: CreditModel) =>
    amount > 0 ? budgetMove(spendOf(from, of), spendOf(to, of), amount, elasticity) : undefined;
  const move = moved(model);
  const gains = CREDIT_MODELS.flatMap(of => moved(of)?.gain ?? []);
  const best = elasticity < 1 ? bestMove(spendOf(from, model), spendOf(to, model), elasticity) : undefined;
  const next = (channel: string) => measures.money(Math.round(unitCost(channel) / elasticity));
  const signed = (gain: number) => `${gain > 0 ? '+' : ''}${measures.count(gain, 1)}`;
  const channelField = (key: 'from' | 'to', value: string, others: readonly string[]) => (
    <Field label={t(key === 'from' ? 'moveFrom' : 'moveTo')}>
      {control => (
        <Select
          {...control}
          value={value}
          options={others.map(channel => ({ value: channel, label: channel }))}
          onChange={event => setChosen(now => ({ ...now, [key]: event.target.value }))}
        />
      )}
    </Field>
  );
  return (
    <Section title={t('move')} note={t('moveNote')}>
      <div className={style.choices}>
        {channelField('from', from, usable)}
        {channelField(
          'to',
          to,
          usable.filter(channel => channel !== from),
        )}
        <Field label={t('moveAmount', { currency: contents.currency })}>
          {control => (
            <TextInput
              {...control}
              inputMode="numeric"
              value={typed ?? String(amount / scale)}
              onChange={event => setTyped(event.target.value.replaceAll(/[^\d.]/g, ''))}
            />
          )}
        </Field>
        <Field label={t('returns')}>
          {control => (
            <Select
              {...control}
              value={returns}
              options={RETURNS.map(value => ({ value, label: t(`returns-${value}`) }))}
              onChange={event => setReturns(RETURNS.find(known => known === event.target.value) ?? '0.8')}
            />
          )}
        </Field>
      </div>
      {move ? (
        <>
          <p className={own.outcome}>
            {t('moveSentence', {
              amount: measures.money(amount),
              from,
              to,
              lost: measures.count(move.lost, 1),
              won: measures.count(move.won, 1),
              gain: signed(move.gain),
              model: journey(`model-${model}`),
            })}
          </p>
          <ul className={own.lines}>
            <li>
              {t('moveRange', {
                low: signed(Math.min(...gains)),
                high: signed(Math.max(...gains)),
                count: gains.filter(gain => gain > 0).length,
              })}
            </li>
            <li>{t('moveMargin', { from, to, dear: next(from), cheap: next(to) })}</li>
            {best !== undefined && (
              <li>{best > 0 ? t('moveBest', { amount: measures.money(Math.round(best)) }) : t('moveNone')}</li>
            )}
            <li>{t('moveCaution')}</li>
          </ul>
        </>
      ) : (
        <p className={style.note}>{t('moveImpossible', { most: measures.money(most) })}</p>
      )}
    </Section>
  );
}
