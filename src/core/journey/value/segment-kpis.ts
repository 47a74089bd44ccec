import type { RfmAnswer, RfmScore } from '../customer-question.ts';
import { type CustomerSegment, HIGH_SCORE, segmentOf } from './customer-segment.ts';

/** A KPI of one segment with the target that is usual for it. Ids are those of the catalogue. */
export interface SegmentKpi {
  readonly segment: CustomerSegment;
  readonly kpi: string;
  /** At least this; of `dormancy-rate` at most this share of the rate before. */
  readonly target: number;
}

export const SEGMENT_KPIS: readonly SegmentKpi[] = [
  { segment: 'loyal', kpi: 'nps', target: 50 },
  { segment: 'loyal', kpi: 'purchase-frequency', target: 6 },
  { segment: 'growing', kpi: 'reengagement-rate', target: 0.4 },
  { segment: 'growing', kpi: 'dormancy-rate', target: 0.8 },
  { segment: 'new-valuable', kpi: 'f2-rate', target: 0.5 },
  { segment: 'new-valuable', kpi: 'rank-up-rate', target: 0.3 },
  { segment: 'dormant', kpi: 'reactivation-rate', target: 0.15 },
  { segment: 'dormant', kpi: 'reactivation-retention-rate', target: 0.4 },
];

/** `hits` of `base`; a figure that is no share has a base of people and its sum as hits. */
export interface Measured {
  readonly hits: number;
  readonly base: number;
}

export interface SegmentKpiRow extends SegmentKpi {
  /** Null where nobody can be measured; absent where there are no data for it. */
  readonly value?: number | null;
  readonly base?: number;
  readonly reached?: boolean;
}

/** What is measured for KPIs of `SEGMENT_KPIS`, by id; of `nps` the score and who answered. */
export type SegmentMeasures = Readonly<Partial<Record<string, Measured>>>;

/**
 * KPIs of segments beside their targets. [VAL-43]
 *
 * In    measures by KPI; `dormancyBefore` the dormancy rate of the time before, without which its target is unknown
 * Out   all rows, those without data too
 */
export function segmentKpis(measures: SegmentMeasures, dormancyBefore?: number): SegmentKpiRow[] {
  return SEGMENT_KPIS.map(kpi => {
    const measured = measures[kpi.kpi];
    if (!measured) return kpi;
    const value = measured.base > 0 ? measured.hits / measured.base : null;
    const row = { ...kpi, value, base: measured.base };
    if (value === null) return row;
    if (kpi.kpi !== 'dormancy-rate') return { ...row, reached: value >= kpi.target };
    return dormancyBefore === undefined ? row : { ...row, reached: value <= kpi.target * dormancyBefore };
  });
}

/**
 * What moves between two moments say of these KPIs: growing customers who bought again (R high now) or went dormant, new and
 * valuable ones who became loyal, dormant ones who bought again; and orders per loyal customer. [VAL-44]
 *
 * In    `years` of purchases the answer looks back on, for the frequency; moves need the earlier moment to have been asked for
 */
export function measuresOfMoves(
  { cells, moves }: Pick<RfmAnswer, 'cells' | 'moves'>,
  years: number,
  high: number = HIGH_SCORE,
): SegmentMeasures {
  const loyal = cells.filter(cell => segmentOf(cell, high) === 'loyal');
  const sum = <Row>(rows: readonly Row[], of: (row: Row) => number) => rows.reduce((whole, row) => whole + of(row), 0);
  const frequency =
    years > 0
      ? { 'purchase-frequency': { hits: sum(loyal, row => row.orders) / years, base: sum(loyal, row => row.people) } }
      : {};
  if (!moves) return frequency;
  const share = (from: CustomerSegment, hit: (to: RfmScore | 'absent') => boolean): Measured => {
    const base = moves.filter(move => move.from !== 'absent' && segmentOf(move.from, high) === from);
    return { hits: sum(base, move => (hit(move.to) ? move.people : 0)), base: sum(base, move => move.people) };
  };
  const recent = (to: RfmScore | 'absent') => to !== 'absent' && to.r >= high;
  const now = (segment: CustomerSegment) => (to: RfmScore | 'absent') => to !== 'absent' && segmentOf(to, high) === segment;
  return {
    ...frequency,
    'reengagement-rate': share('growing', recent),
    'dormancy-rate': share('growing', now('dormant')),
    'rank-up-rate': share('new-valuable', now('loyal')),
    'reactivation-rate': share('dormant', recent),
  };
}
