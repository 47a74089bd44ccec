import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { withCosts } from '#core/journey/value/channel-cost.ts';
import { costOfChannels } from '#core/journey/value/cost-of-channels.ts';
import type { ChannelCredit } from '#core/journey/value/learned-paths.ts';
import style from '../analyse/analyse.module.css';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { Select, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { BudgetMoveSection } from './budget-move-section.tsx';
import { CREDIT_MODELS, type CreditModel } from './credit-models.ts';
import { CsvButton } from './csv-button.tsx';
import own from './journey.module.css';
import { costsIn, withCost } from './typed-costs.ts';
import type { AdCosts } from './use-ad-costs.ts';
import { useMeasures } from './use-measures.ts';

export interface CostSectionProps {
  readonly contents: JourneyContentsAnswer;
  readonly credits: Readonly<Record<CreditModel, readonly ChannelCredit[]>>;
  /** In the order in which they are shown. */
  readonly channels: readonly (string | null)[];
  readonly model: CreditModel;
  readonly onModel: (model: CreditModel) => void;
  /** As they stand in the address. */
  readonly typed: string | undefined;
  readonly onTyped: (costs: string | undefined) => void;
  readonly read: AdCosts | undefined;
}

/** What a conversion of each channel costs: by typed costs, else by those of the ad data; and what moving money would change. */
export function CostSection({ contents, credits, channels, model, onModel, typed, onTyped, read }: CostSectionProps) {
  const { t } = useTranslation('journey');
  const { t: way } = useTranslation('way');
  const say = useSay();
  const measures = useMeasures(contents);
  const { lang } = measures.figures;
  const nameOf = (channel: string | null) => channel ?? t('notGiven');
  const and = (names: readonly string[]) => names.join(say({ ja: '、', en: ', ' }));
  const given = costsIn(typed);
  const { byChannel, apart } = costOfChannels(channels, read?.media ?? []);
  const costs = new Map([
    ...[...byChannel].map(([channel, { cost }]) => [channel, cost * 10 ** contents.valueDigits] as const),
    ...Object.entries(given).map(([channel, cost]) => [channel, cost * 10 ** contents.valueDigits] as const),
  ]);
  const costed = new Map(withCosts(credits[model], costs).map(row => [row.channel, row]));
  const conversions = (channel: string | null) => credits[model].find(credit => credit.channel === channel)?.conversions ?? 0;
  type Row = (typeof channels)[number];
  const figure = (channel: Row, of: 'cpa' | 'roas') => {
    const found = costed.get(channel)?.[of];
    if (found === undefined) return '';
    if (found === null) return '–';
    return of === 'cpa' ? measures.money(Math.round(found)) : measures.share(found, 0);
  };
  const sourceOf = (channel: Row) => {
    if (channel === null) return '';
    if (given[channel] !== undefined) return way('typed');
    const found = byChannel.get(channel);
    return found ? way('fromData', { metric: say(read?.metric), media: and(found.media) }) : '';
  };
  const readCost = (channel: Row) => (channel === null ? undefined : byChannel.get(channel)?.cost);
  const column = (key: string, head: string, text: (channel: Row) => string): Column<Row> => ({
    key,
    head,
    end: true,
    cell: text,
    text,
  });
  const columns: readonly Column<Row>[] = [
    { key: 'channel', head: t('channel'), isName: true, cell: nameOf, text: nameOf },
    column('credit', t('conversions'), channel => measures.count(conversions(channel), 1)),
    {
      key: 'cost',
      head: t('cost', { currency: contents.currency }),
      end: true,
      cell: channel =>
        channel === null ? null : (
          <TextInput
            small
            className={own.cost}
            inputMode="numeric"
            aria-label={t('costOf', { channel })}
            value={given[channel] ?? ''}
            placeholder={readCost(channel) === undefined ? '' : measures.count(readCost(channel) ?? 0)}
            onChange={event => onTyped(withCost(given, channel, event.target.value))}
          />
        ),
      text: channel => String(channel === null ? '' : (given[channel] ?? readCost(channel) ?? '')),
    },
    {
      key: 'source',
      head: way('source'),
      cell: channel => <span className="mut">{sourceOf(channel)}</span>,
      text: sourceOf,
    },
    column('cpa', t('cpa'), channel => figure(channel, 'cpa')),
    ...(credits[model].some(({ value }) => value > 0) ? [column('roas', t('roas'), channel => figure(channel, 'roas'))] : []),
  ];
  return (
    <>
      <TableSection
        title={t('costTable')}
        note={
          read
            ? way('costBasis', { metric: say(read.metric), from: formatDay(read.from, lang), to: formatDay(read.to, lang) })
            : t('costNote')
        }
        label={t('costTable')}
        tools={
          <>
            <Select
              small
              className={own.pick}
              aria-label={t('modelTable')}
              value={model}
              options={CREDIT_MODELS.map(value => ({ value, label: t(`model-${value}`) }))}
              onChange={event => onModel(CREDIT_MODELS.find(known => known === event.target.value) ?? 'linear')}
            />
            <CsvButton name="channel-cost" columns={columns} rows={channels} />
          </>
        }
        columns={columns}
        rows={channels}
        rowKey={channel => channel ?? ''}
        sticky
      >
        {apart.length > 0 && (
          <p className={style.note}>
            {way('apart', {
              media: and(
                apart.map(({ medium, cost }) => `${medium} ${measures.money(Math.round(cost * 10 ** contents.valueDigits))}`),
              ),
            })}
          </p>
        )}
      </TableSection>
      <BudgetMoveSection contents={contents} credits={credits} costs={costs} model={model} />
    </>
  );
}
