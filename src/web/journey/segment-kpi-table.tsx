import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import type { RfmAnswer } from '#core/journey/customer-question.ts';
import type { RepeatAnswer } from '#core/journey/repeat-question.ts';
import { measuresOfMoves, type SegmentKpiRow, segmentKpis } from '#core/journey/value/segment-kpis.ts';
import { useAnswer } from '../app/use-answer.ts';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useCatalogueNames } from './catalogue-names.ts';
import { CsvButton } from './csv-button.tsx';
import own from './journey.module.css';
import { useMeasures } from './use-measures.ts';

export interface SegmentKpiTableProps {
  readonly contents: JourneyContentsAnswer;
  readonly answer: RfmAnswer;
  /** The same before: what the dormancy rate is held against. */
  readonly earlier: RfmAnswer | undefined;
  /** First buyers and who bought again: F2. */
  readonly repeat: RepeatAnswer | undefined;
  readonly before: number;
}

/** KPIs of segments with their targets. [VAL-43, VAL-44] */
export function SegmentKpiTable({ contents, answer, earlier, repeat, before }: SegmentKpiTableProps) {
  const { t } = useTranslation('journey');
  const measures = useMeasures(contents);
  const nameOf = useCatalogueNames();
  const score = useScore();
  const [f2] = repeat?.buckets ?? [];
  const past = earlier ? measuresOfMoves(earlier, 1)['dormancy-rate'] : undefined;
  const rows = segmentKpis(
    {
      ...measuresOfMoves(answer, 1),
      ...(f2 ? { 'f2-rate': { hits: f2.again, base: f2.people } } : {}),
      ...(score === undefined ? {} : { nps: { hits: score, base: 1 } }),
    },
    past && past.base > 0 ? past.hits / past.base : undefined,
  );
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
    {
      key: 'base',
      head: t('cases'),
      end: true,
      cell: row => (row.kpi === 'nps' ? '' : (row.base ?? '')),
      text: row => String(row.kpi === 'nps' ? '' : (row.base ?? '')),
    },
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

/** The newest NPS of the last twelve months, where the workspace measures it. */
function useScore(): number | undefined {
  const { data } = useAnswer('datasets', {});
  const isMeasured = data?.datasets.some(({ metrics }) => metrics.some(({ id }) => id === 'nps')) ?? false;
  const asked = useAnswer('query', { metric: 'nps', last: '12-months', by: [], where: [] }, { when: isMeasured });
  const observation = asked.data?.totals.at(-1)?.observation;
  return observation?.state === 'value' || observation?.state === 'provisional' || observation?.state === 'zero'
    ? observation.value
    : undefined;
}
