import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeriesRow } from '#core/journey/series-question.ts';
import { readChannels } from '#core/journey/value/channel-reading.ts';
import { readingMessages } from '#core/journey/value/reading-messages.ts';
import { type Problem, sentenceFrom } from '#core/problem/problem.ts';
import { AnswerCard } from '../analyse/answer-card.tsx';
import { Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { AnalysisUse } from './analysis-use.tsx';
import { ChannelRanges } from './channel-ranges.tsx';
import { type ChannelsToRead, useChannelsReading } from './channels-reading.ts';
import { CostSection } from './cost-section.tsx';
import { CREDIT_MODELS, type CreditModel } from './credit-models.ts';
import { CsvButton } from './csv-button.tsx';
import own from './journey.module.css';
import { PictureButton } from './picture-button.tsx';
import type { AdCosts } from './use-ad-costs.ts';
import { useMeasures } from './use-measures.ts';

export interface ChannelsAnswerProps extends ChannelsToRead {
  /** Sessions by channel over the same time. */
  readonly visits: readonly SeriesRow[];
  /** JSON of channel → cost, as it stands in the address. */
  readonly costs: string | undefined;
  readonly onCosts: (costs: string | undefined) => void;
  /** What ad data say. */
  readonly read: AdCosts | undefined;
  /** What new and returning visitors say. */
  readonly balance: Problem | undefined;
}

/** All ways of crediting side by side, their range, and what a conversion costs under the chosen one. */
export function ChannelsAnswerView({
  contents,
  answer,
  paths,
  visits,
  direct,
  lookback,
  costs,
  onCosts,
  read,
  balance,
}: ChannelsAnswerProps) {
  const { t } = useTranslation('journey');
  const measures = useMeasures(contents);
  const [shown, setShown] = useState<CreditModel>('linear');
  const drawing = useRef<SVGSVGElement>(null);
  const { credits, touched, ranges, nameOf, conversionsOf, spread, drawn, sentence, basis } = useChannelsReading({
    contents,
    answer,
    paths,
    direct,
    lookback,
  });
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
      {touched > 0 && (
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
          <CostSection
            contents={contents}
            credits={credits}
            channels={ranges.map(({ channel }) => channel)}
            model={shown}
            onModel={setShown}
            typed={costs}
            onTyped={onCosts}
            read={read}
          />
          <Readings readings={[...readChannels(sources), ...(balance ? [balance] : [])]} />
        </>
      )}
    </>
  );
}

function Readings({ readings }: { readonly readings: readonly Problem[] }) {
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
