import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeriesRow } from '#core/journey/series-question.ts';
import { withCosts } from '#core/journey/value/channel-cost.ts';
import { readChannels } from '#core/journey/value/channel-reading.ts';
import { readingMessages } from '#core/journey/value/reading-messages.ts';
import { sentenceFrom } from '#core/problem/problem.ts';
import { AnswerCard } from '../analyse/answer-card.tsx';
import { Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { Select, TextInput } from '../ui/field.tsx';
import { AnalysisUse } from './analysis-use.tsx';
import { ChannelRanges } from './channel-ranges.tsx';
import { type ChannelsToRead, useChannelsReading } from './channels-reading.ts';
import { CREDIT_MODELS, type CreditModel } from './credit-models.ts';
import { CsvButton } from './csv-button.tsx';
import own from './journey.module.css';
import { PictureButton } from './picture-button.tsx';
import { useMeasures } from './use-measures.ts';

export interface ChannelsAnswerProps extends ChannelsToRead {
  /** Sessions by channel over the same time. */
  readonly visits: readonly SeriesRow[];
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
  const { credits, ranges, nameOf, conversionsOf, spread, drawn, sentence, basis } = useChannelsReading({
    contents,
    answer,
    paths,
    direct,
    lookback,
  });
  const spent = costsIn(costs);
  const costed = new Map(
    withCosts(
      credits[shown],
      new Map(Object.entries(spent).map(([channel, cost]) => [channel, cost * 10 ** contents.valueDigits])),
    ).map(row => [row.channel, row]),
  );
  type Row = (typeof ranges)[number];
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
  const sources = visits.map(({ slice, sessions }) => ({
    channel: slice[0] ?? null,
    visits: sessions,
    conversions: Math.round(conversionsOf('last', slice[0] ?? null)),
  }));
  return (
    <>
      <AnswerCard sentence={sentence} basis={basis}>
        <AnalysisUse kind="channels" sentence={sentence} />
      </AnswerCard>
      {ranges.length > 0 && (
        <>
          <Section title={t('rangePicture')} note={t('rangeNote')} tools={<PictureButton name="channels" drawing={drawing} />}>
            <ChannelRanges ref={drawing} rows={drawn} text={count => measures.count(count, 1)} />
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
