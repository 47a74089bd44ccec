import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import type { RfmAnswer } from '#core/journey/customer-question.ts';
import { measuresOfMoves, type SegmentKpiRow, segmentKpis } from '#core/journey/value/segment-kpis.ts';
import { type SegmentMove, type SegmentRow, segmentMoves } from '#core/journey/value/segment-summary.ts';
import { AnswerCard } from '../analyse/answer-card.tsx';
import { Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { AnalysisUse } from './analysis-use.tsx';
import { useCatalogueNames } from './catalogue-names.ts';
import { CsvButton } from './csv-button.tsx';
import own from './journey.module.css';
import { PictureButton } from './picture-button.tsx';
import { RfmMap } from './rfm-map.tsx';
import { useSegmentsReading } from './segments-reading.ts';
import { useMeasures } from './use-measures.ts';

/** Customers by segment: the map, the segments with their shares, their KPIs beside targets, and who moved. */
export function SegmentsAnswer({
  contents,
  answer,
  before,
}: {
  readonly contents: JourneyContentsAnswer;
  readonly answer: RfmAnswer;
  readonly before: number;
}) {
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
            <RfmMap ref={drawing} cells={answer.cells} />
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
            <KpiTable contents={contents} answer={answer} before={before} />
            <MoveTable contents={contents} answer={answer} before={before} />
          </div>
        </>
      )}
    </>
  );
}

interface Parts {
  readonly contents: JourneyContentsAnswer;
  readonly answer: RfmAnswer;
  readonly before: number;
}

function KpiTable({ contents, answer, before }: Parts) {
  const { t } = useTranslation('journey');
  const measures = useMeasures(contents);
  const nameOf = useCatalogueNames();
  const rows = segmentKpis(measuresOfMoves(answer, 1));
  const isShare = ({ kpi }: SegmentKpiRow) => kpi !== 'nps' && kpi !== 'purchase-frequency';
  const value = (row: SegmentKpiRow) => {
    if (row.value === undefined) return t('noMeasure');
    if (row.value === null) return t('nobody');
    return isShare(row) ? measures.share(row.value) : measures.count(row.value, 1);
  };
  const target = (row: SegmentKpiRow) => {
    if (row.kpi === 'dormancy-rate') return t('lessThanBefore');
    return `≧${isShare(row) ? measures.share(row.target, 0) : measures.count(row.target)}`;
  };
  const judged = ({ reached }: SegmentKpiRow) => (reached === undefined ? '' : t(reached ? 'reached' : 'missed'));
  const columns: readonly Column<SegmentKpiRow>[] = [
    {
      key: 'segment',
      head: t('segment'),
      isName: true,
      cell: row => t(`segment-${row.segment}`),
      text: row => t(`segment-${row.segment}`),
    },
    { key: 'kpi', head: 'KPI', cell: row => nameOf(row.kpi), text: row => nameOf(row.kpi) },
    {
      key: 'value',
      head: t('now'),
      end: true,
      cell: row => (row.value === undefined ? <span className="dim">{value(row)}</span> : value(row)),
      text: value,
    },
    { key: 'target', head: t('target'), end: true, cell: target, text: target },
    {
      key: 'reached',
      head: t('verdict'),
      cell: row => <span className={`${own.verdict} ${row.reached ? own.ok : own.short}`}>{judged(row)}</span>,
      text: judged,
    },
    { key: 'base', head: t('cases'), end: true, cell: row => row.base ?? '', text: row => String(row.base ?? '') },
  ];
  return (
    <TableSection
      title={t('segmentKpis')}
      note={t('segmentKpisNote', { days: measures.days(before) })}
      label={t('segmentKpis')}
      tools={<CsvButton name="segment-kpis" columns={columns} rows={rows} />}
      columns={columns}
      rows={rows}
      rowKey={({ kpi }) => kpi}
    />
  );
}

function MoveTable({ contents, answer, before }: Parts) {
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
