import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type SegmentMove, type SegmentRow, segmentMoves } from '#core/journey/value/segment-summary.ts';
import { AnswerCard } from '../analyse/answer-card.tsx';
import { Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { AnalysisUse } from './analysis-use.tsx';
import { CsvButton } from './csv-button.tsx';
import own from './journey.module.css';
import { PictureButton } from './picture-button.tsx';
import { RfmMap } from './rfm-map.tsx';
import { SegmentKpiTable, type SegmentKpiTableProps } from './segment-kpi-table.tsx';
import { useSegmentsReading } from './segments-reading.ts';
import { useMeasures } from './use-measures.ts';

/** Customers by segment: the map, the segments with their shares, their KPIs beside targets, and who moved. */
export function SegmentsAnswer({ contents, answer, earlier, repeat, before }: SegmentKpiTableProps) {
  const { t } = useTranslation('journey');
  const measures = useMeasures(contents);
  const drawing = useRef<SVGSVGElement>(null);
  const { rows, people, sentence, basis } = useSegmentsReading(contents, answer);
  const money = (row: SegmentRow) => measures.money(row.value);
  const columns: readonly Column<SegmentRow>[] = [
    {
      key: 'segment',
      head: t('segment'),
      isName: true,
      cell: row => t(`segment-${row.segment}`),
      text: row => t(`segment-${row.segment}`),
    },
    {
      key: 'rule',
      head: t('rule'),
      cell: row => <span className="mut">{t(`rule-${row.segment}`)}</span>,
      text: row => t(`rule-${row.segment}`),
    },
    { key: 'people', head: t('people'), end: true, cell: row => measures.people(row.people), text: row => String(row.people) },
    {
      key: 'peopleShare',
      head: t('peopleShare'),
      end: true,
      cell: row => measures.share(row.peopleShare),
      text: row => measures.share(row.peopleShare),
    },
    { key: 'value', head: t('revenue'), end: true, cell: money, text: row => String(row.value / 10 ** contents.valueDigits) },
    {
      key: 'valueShare',
      head: t('revenueShare'),
      end: true,
      cell: row => <b>{measures.share(row.valueShare)}</b>,
      text: row => measures.share(row.valueShare),
    },
    { key: 'action', head: t('action'), cell: row => t(`action-${row.segment}`), text: row => t(`action-${row.segment}`) },
  ];
  return (
    <>
      <AnswerCard sentence={sentence} basis={basis}>
        <AnalysisUse kind="customers" sentence={sentence} />
      </AnswerCard>
      {people > 0 && (
        <>
          <Section title={t('map')} note={t('mapNote')} tools={<PictureButton name="rfm" drawing={drawing} />}>
            <RfmMap ref={drawing} answer={answer} />
          </Section>
          <TableSection
            title={t('segments')}
            label={t('segments')}
            tools={<CsvButton name="segments" columns={columns} rows={rows} />}
            columns={columns}
            rows={rows}
            rowKey={({ segment }) => segment}
            sticky
          />
          <div className={own.grid}>
            <SegmentKpiTable contents={contents} answer={answer} earlier={earlier} repeat={repeat} before={before} />
            <MoveTable contents={contents} answer={answer} before={before} />
          </div>
        </>
      )}
    </>
  );
}

function MoveTable({ contents, answer, before }: Pick<SegmentKpiTableProps, 'contents' | 'answer' | 'before'>) {
  const { t } = useTranslation('journey');
  const measures = useMeasures(contents);
  const rows = segmentMoves(answer).filter(({ from, to }) => from !== to);
  const columns: readonly Column<SegmentMove>[] = [
    { key: 'from', head: t('from'), isName: true, cell: row => t(`segment-${row.from}`), text: row => t(`segment-${row.from}`) },
    { key: 'to', head: t('to'), cell: row => t(`segment-${row.to}`), text: row => t(`segment-${row.to}`) },
    { key: 'people', head: t('people'), end: true, cell: row => measures.people(row.people), text: row => String(row.people) },
  ];
  return (
    <TableSection
      title={t('moves', { days: measures.days(before) })}
      label={t('moves', { days: measures.days(before) })}
      tools={<CsvButton name="moves" columns={columns} rows={rows} />}
      columns={columns}
      rows={rows.slice(0, 10)}
      rowKey={({ from, to }) => `${from} ${to}`}
    />
  );
}
