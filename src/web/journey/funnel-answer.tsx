import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import type { FunnelRow } from '#core/journey/funnel-question.ts';
import { wilson } from '#core/journey/value/wilson.ts';
import { AnswerCard } from '../analyse/answer-card.tsx';
import { Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useSay } from '../ui/language.ts';
import { AnalysisUse } from './analysis-use.tsx';
import { CartHint } from './cart-hint.tsx';
import { CsvButton } from './csv-button.tsx';
import { FlowSection } from './flow-section.tsx';
import { FunnelPicture } from './funnel-picture.tsx';
import { type FunnelStepRow, type FunnelToRead, useFunnelReading } from './funnel-reading.ts';
import { FunnelWhatIf } from './funnel-what-if.tsx';
import { PictureButton } from './picture-button.tsx';
import { StagesSection } from './stages-section.tsx';
import { useMeasures } from './use-measures.ts';

export interface FunnelAnswerProps extends FunnelToRead {
  readonly parts: readonly FunnelRow[];
  readonly by: string | undefined;
  /** The answer is still the one before; what is asked beside it waits. */
  readonly isBusy: boolean;
}

/** The answer in one sentence, the picture, the table, what a better step would bring, and the parts. */
export function FunnelAnswerView({ contents, steps, whole, parts, by, worth, window, isBusy }: FunnelAnswerProps) {
  const { t } = useTranslation('journey');
  const measures = useMeasures(contents);
  const drawing = useRef<SVGSVGElement>(null);
  const { rows, worst, money, sentence, basis } = useFunnelReading({ contents, steps, whole, worth, window });
  const time = (index: number, of: 'median' | 'p90') => {
    const found = index === 0 ? null : whole.times[index - 1];
    return found ? measures.span(found[of]) : '';
  };
  const columns: readonly Column<FunnelStepRow>[] = [
    { key: 'name', head: t('steps'), isName: true, cell: row => row.name, text: row => row.name },
    { key: 'people', head: t('people'), end: true, cell: row => measures.people(row.people), text: row => String(row.people) },
    number('before', t('ofBefore'), row => (row.index === 0 ? '' : measures.share(row.ofBefore))),
    number('first', t('ofFirst'), row => measures.share(row.ofFirst)),
    number('lost', t('lost'), row => (row.index === 0 ? '' : measures.people(row.lost))),
    ...(worth === undefined ? [] : [number('money', t('lostMoney'), money)]),
    number('median', t('median'), row => time(row.index, 'median')),
    number('p90', t('p90'), row => time(row.index, 'p90')),
  ];
  return (
    <>
      <AnswerCard sentence={sentence} basis={basis}>
        <AnalysisUse kind="leaving" sentence={sentence} />
      </AnswerCard>
      <Section title={t('funnelPicture')} tools={<PictureButton name="funnel" drawing={drawing} />}>
        <FunnelPicture ref={drawing} rows={rows} worst={worst?.index} people={measures.people} share={measures.share} />
      </Section>
      <TableSection
        title={t('funnelTable')}
        label={t('funnelTable')}
        tools={<CsvButton name="funnel" columns={columns} rows={rows} />}
        columns={columns}
        rows={rows}
        rowKey={row => String(row.index)}
        isStrong={row => row.index === worst?.index}
      />
      {rows.length > 1 && (
        <FunnelWhatIf rows={rows} reached={whole.reached} worst={worst?.index} worth={worth} contents={contents} />
      )}
      {by !== undefined && parts.length > 0 && (
        <Parts contents={contents} parts={parts} by={by} names={rows.map(({ name }) => name)} />
      )}
      <CartHint rows={rows} />
      <StagesSection contents={contents} steps={steps} />
      <FlowSection contents={contents} steps={steps} window={window} worst={worst?.index} when={!isBusy} />
    </>
  );

  function number(key: string, head: string, text: (row: FunnelStepRow) => string): Column<FunnelStepRow> {
    return { key, head, end: true, cell: text, text };
  }
}

function Parts({
  contents,
  parts,
  by,
  names,
}: {
  readonly contents: JourneyContentsAnswer;
  readonly parts: readonly FunnelRow[];
  readonly by: string;
  readonly names: readonly string[];
}) {
  const { t } = useTranslation('journey');
  const say = useSay();
  const measures = useMeasures(contents);
  const dimension = say(contents.dimensions.find(({ id }) => id === by)?.label) || by;
  const shown = parts.slice(0, 20);
  const columns: readonly Column<FunnelRow>[] = [
    {
      key: 'value',
      head: dimension,
      isName: true,
      cell: ({ value }) => value ?? t('notGiven'),
      text: ({ value }) => value ?? '',
    },
    ...names.map(
      (name, index): Column<FunnelRow> => ({
        key: `step ${index}`,
        head: name,
        end: true,
        cell: ({ reached }) => measures.people(reached[index] ?? 0),
        text: ({ reached }) => String(reached[index] ?? 0),
      }),
    ),
    {
      key: 'overall',
      head: t('overall'),
      end: true,
      cell: row => <b>{overall(row)}</b>,
      text: overall,
    },
    {
      key: 'sure',
      head: t('interval'),
      end: true,
      cell: range,
      text: range,
    },
  ];
  function overall({ reached }: FunnelRow): string {
    return measures.share((reached[0] ?? 0) > 0 ? (reached.at(-1) ?? 0) / (reached[0] ?? 1) : null);
  }
  function range({ reached }: FunnelRow): string {
    const [low, high] = wilson(reached.at(-1) ?? 0, reached[0] ?? 0);
    return t('span', { low: measures.share(low), high: measures.share(high) });
  }
  return (
    <TableSection
      title={t('breakdown', { dimension })}
      note={t('breakdownNote')}
      label={t('breakdown', { dimension })}
      tools={<CsvButton name="funnel-by" columns={columns} rows={shown} />}
      columns={columns}
      rows={shown}
      rowKey={row => row.value ?? ''}
      sticky
    />
  );
}
