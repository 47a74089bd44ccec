import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import type { AttributionAnswer, TouchPathsAnswer } from '#core/journey/attribution-question.ts';
import type { SeriesRow } from '#core/journey/series-question.ts';
import { withCosts } from '#core/journey/value/channel-cost.ts';
import { readChannels } from '#core/journey/value/channel-reading.ts';
import { type ChannelCredit, learnedPaths } from '#core/journey/value/learned-paths.ts';
import { modelRanges } from '#core/journey/value/model-range.ts';
import { readingMessages } from '#core/journey/value/reading-messages.ts';
import { removalEffects } from '#core/journey/value/removal-effect.ts';
import { shapleyCredits } from '#core/journey/value/shapley-credit.ts';
import { sentenceFrom } from '#core/problem/problem.ts';
import { AnswerCard } from '../analyse/answer-card.tsx';
import { Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { Select, TextInput } from '../ui/field.tsx';
import { ChannelRanges } from './channel-ranges.tsx';
import { CREDIT_MODELS, type CreditModel } from './credit-models.ts';
import { CsvButton } from './csv-button.tsx';
import own from './journey.module.css';
import { PictureButton } from './picture-button.tsx';
import { useMeasures } from './use-measures.ts';

export interface ChannelsAnswerProps {
  readonly contents: JourneyContentsAnswer;
  readonly answer: AttributionAnswer;
  readonly paths: TouchPathsAnswer;
  /** Sessions by channel over all time. */
  readonly visits: readonly SeriesRow[];
  readonly direct: readonly (string | null)[];
  readonly lookback: number;
  /** JSON of channel → cost, as it stands in the address. */
  readonly costs: string | undefined;
  readonly onCosts: (costs: string | undefined) => void;
}

/** All ways of crediting side by side, their range, and what a conversion costs under the chosen one. */
export function ChannelsAnswerView({ contents, answer, paths, visits, direct, lookback, costs, onCosts }: ChannelsAnswerProps) {
  const { t } = useTranslation('journey');
  const measures = useMeasures(contents);
  const [shown, setShown] = useState<CreditModel>('linear');
  const drawing = useRef<SVGSVGElement>(null);
  const credits = creditsOf(answer, paths, direct);
  const ranges = modelRanges(CREDIT_MODELS.map(model => credits[model]));
  const nameOf = (channel: string | null) => channel ?? t('notGiven');
  const spent = costsIn(costs);
  const costed = new Map(
    withCosts(
      credits[shown],
      new Map(Object.entries(spent).map(([channel, cost]) => [channel, cost * 10 ** contents.valueDigits])),
    ).map(row => [row.channel, row]),
  );
  const conversionsOf = (model: CreditModel, channel: string | null) =>
    credits[model].find(credit => credit.channel === channel)?.conversions ?? 0;
  type Row = (typeof ranges)[number];
  const spread = ({ conversions: { low, high } }: Row) =>
    t('span', { low: measures.count(low, 1), high: measures.count(high, 1) });
  const columns: readonly Column<Row>[] = [
    { key: 'channel', head: t('channel'), isName: true, cell: row => nameOf(row.channel), text: row => nameOf(row.channel) },
    ...CREDIT_MODELS.map(
      (model): Column<Row> => ({
        key: model,
        head: t(`model-${model}`),
        end: true,
        cell: row => measures.count(conversionsOf(model, row.channel), 1),
        text: row => conversionsOf(model, row.channel).toFixed(4),
      }),
    ),
    { key: 'range', head: t('range'), end: true, cell: row => <b>{spread(row)}</b>, text: spread },
  ];
  const money = (row: Row, of: 'cpa' | 'roas') => {
    const found = costed.get(row.channel)?.[of];
    if (found === undefined) return '';
    if (found === null) return '–';
    return of === 'cpa' ? measures.money(Math.round(found)) : measures.share(found, 0);
  };
  const hasValue = answer.value > 0;
  const costColumns: readonly Column<Row>[] = [
    { key: 'channel', head: t('channel'), isName: true, cell: row => nameOf(row.channel), text: row => nameOf(row.channel) },
    {
      key: 'credit',
      head: t('conversions'),
      end: true,
      cell: row => measures.count(conversionsOf(shown, row.channel), 1),
      text: row => conversionsOf(shown, row.channel).toFixed(4),
    },
    {
      key: 'cost',
      head: t('cost', { currency: contents.currency }),
      end: true,
      cell: row => (
        <TextInput
          small
          className={own.cost}
          inputMode="numeric"
          aria-label={t('costOf', { channel: nameOf(row.channel) })}
          value={row.channel === null ? '' : (spent[row.channel] ?? '')}
          onChange={event => onCosts(withCost(spent, row.channel, event.target.value))}
        />
      ),
      text: row => String(row.channel === null ? '' : (spent[row.channel] ?? '')),
    },
    { key: 'cpa', head: t('cpa'), end: true, cell: row => money(row, 'cpa'), text: row => money(row, 'cpa') },
    ...(hasValue
      ? [
          {
            key: 'roas',
            head: t('roas'),
            end: true,
            cell: (row: Row) => money(row, 'roas'),
            text: (row: Row) => money(row, 'roas'),
          },
        ]
      : []),
  ];
  const touched = answer.conversions - answer.untouched.conversions;
  const leader = ranges[0];
  const always = leader?.leads === 'always';
  const sources = visits.map(({ slice, sessions }) => ({
    channel: slice[0] ?? null,
    visits: sessions,
    conversions: Math.round(conversionsOf('last', slice[0] ?? null)),
  }));
  return (
    <>
      <AnswerCard
        sentence={
          !leader || touched === 0
            ? t('channelsNone', { count: measures.count(answer.conversions) })
            : t(always ? 'channelsAlways' : 'channelsSometimes', {
                count: measures.count(touched),
                channel: nameOf(leader.channel),
                range: spread(leader),
                others: ranges
                  .slice(1)
                  .filter(({ leads }) => leads === 'sometimes')
                  .map(({ channel }) => nameOf(channel))
                  .join(t('and')),
              })
        }
        basis={[
          t('channelsBasis', { all: measures.count(answer.conversions), without: measures.count(answer.untouched.conversions) }),
          `${t('lookback')} ${measures.days(lookback)}`,
          t('channelsCaution'),
        ]}
      />
      {ranges.length > 0 && (
        <>
          <Section title={t('rangePicture')} note={t('rangeNote')} tools={<PictureButton name="channels" drawing={drawing} />}>
            <ChannelRanges
              ref={drawing}
              rows={ranges.map(row => ({
                name: nameOf(row.channel),
                ...row.conversions,
                points: CREDIT_MODELS.map(model => conversionsOf(model, row.channel)),
              }))}
              text={count => measures.count(count, 1)}
            />
          </Section>
          <TableSection
            title={t('modelTable')}
            note={t('modelNote')}
            label={t('modelTable')}
            tools={<CsvButton name="channels" columns={columns} rows={ranges} />}
            columns={columns}
            rows={ranges}
            rowKey={({ channel }) => channel ?? ''}
            sticky
          />
          <TableSection
            title={t('costTable')}
            note={t('costNote')}
            label={t('costTable')}
            tools={
              <>
                <Select
                  small
                  aria-label={t('modelTable')}
                  value={shown}
                  options={CREDIT_MODELS.map(value => ({ value, label: t(`model-${value}`) }))}
                  onChange={event => setShown(CREDIT_MODELS.find(model => model === event.target.value) ?? 'linear')}
                />
                <CsvButton name="channel-cost" columns={costColumns} rows={ranges} />
              </>
            }
            columns={costColumns}
            rows={ranges}
            rowKey={({ channel }) => channel ?? ''}
          />
          <Readings readings={readChannels(sources)} />
        </>
      )}
    </>
  );
}

function Readings({ readings }: { readonly readings: ReturnType<typeof readChannels> }) {
  const { t } = useTranslation('journey');
  const { figures } = useMeasures({ currency: 'JPY', valueDigits: 0 });
  if (readings.length === 0) return null;
  return (
    <Section title={t('reading')} note={t('readingNote')}>
      <ul className={own.lines}>
        {readings.map(reading => (
          <li key={`${reading.code} ${reading.params.channel}`}>{sentenceFrom(readingMessages, reading, figures.lang)}</li>
        ))}
      </ul>
    </Section>
  );
}

function creditsOf(
  answer: AttributionAnswer,
  { paths }: TouchPathsAnswer,
  direct: readonly (string | null)[],
): Readonly<Record<CreditModel, readonly ChannelCredit[]>> {
  const rule = (index: number) =>
    answer.rows.map(({ slice, credits }) => ({ channel: slice[0] ?? null, ...(credits[index] ?? { conversions: 0, value: 0 }) }));
  const touched = {
    conversions: answer.conversions - answer.untouched.conversions,
    value: answer.value - answer.untouched.value,
  };
  const learned = learnedPaths(paths, direct);
  return {
    first: rule(0),
    last: rule(1),
    'non-direct': rule(2),
    linear: rule(3),
    decay: rule(4),
    position: rule(5),
    markov: scaled(removalEffects(learned), touched),
    shapley: scaled(shapleyCredits(learned), touched),
  };
}

/** Learned models see all paths; their shares are laid over the conversions that the rules are about. */
function scaled(
  credits: readonly ChannelCredit[],
  whole: { readonly conversions: number; readonly value: number },
): readonly ChannelCredit[] {
  const sum = (of: 'conversions' | 'value') => credits.reduce((all, credit) => all + credit[of], 0);
  const [conversions, value] = [sum('conversions'), sum('value')];
  return credits.map(credit => ({
    channel: credit.channel,
    conversions: conversions > 0 ? (credit.conversions / conversions) * whole.conversions : 0,
    value: value > 0 ? (credit.value / value) * whole.value : 0,
  }));
}

type Costs = Readonly<Record<string, number>>;

function costsIn(text: string | undefined): Costs {
  try {
    const read: unknown = JSON.parse(text ?? '{}');
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(Object.entries(read).filter(([, cost]) => typeof cost === 'number' && cost >= 0));
  } catch {
    return {};
  }
}

function withCost(costs: Costs, channel: string | null, typed: string): string | undefined {
  if (channel === null) return undefined;
  const { [channel]: _, ...others } = costs;
  const next = /^\d+$/.test(typed) ? { ...others, [channel]: Number(typed) } : others;
  return Object.keys(next).length > 0 ? JSON.stringify(next) : undefined;
}
