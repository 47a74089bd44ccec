import type { NodeId, PlanNode } from './plan.ts';

/** Stages of a customer's journey that every plan is asked about. [DES-50] */
export const JOURNEY = ['awareness', 'interest', 'consideration', 'conversion', 'retention'] as const;

/** Stages a KPI may belong to: recommending the company is one more, which no plan has to have. */
export const JOURNEY_STAGES = [...JOURNEY, 'advocacy'] as const;

export type JourneyStage = (typeof JOURNEY_STAGES)[number];

/** A KPI as the coverage looks at it. */
export interface PlacedKpi {
  readonly id: NodeId;
  readonly stage: JourneyStage | null;
  readonly channel: string | null;
}

export interface JourneyCoverage {
  /** Those of the journey, and recommending where a KPI shows it. */
  readonly stages: readonly { readonly stage: JourneyStage; readonly kpis: readonly NodeId[] }[];
  /** Channels in use, each with its KPIs; `null` for KPIs of no single channel, last. */
  readonly rows: readonly CoverageRow[];
  /** Stages of the journey without any KPI. */
  readonly gaps: readonly JourneyStage[];
  /** Channels the plan says it uses and has no KPI for. [DES-51] */
  readonly unwatched: readonly string[];
  /** KPIs of no stage: results, and what is not about customers. */
  readonly beyond: readonly NodeId[];
}

export interface CoverageRow {
  readonly channel: string | null;
  /** By stage, in the order of the stages. */
  readonly cells: readonly (readonly NodeId[])[];
  /** All its KPIs, those of no stage among them. */
  readonly kpis: readonly NodeId[];
}

/** The stage of the journey a goal or KPI is about: what its tags say, else what its metric says; results are none. */
export function stageOf({ tags, metric }: Pick<PlanNode, 'tags' | 'metric'>): JourneyStage | undefined {
  const named = (stage: string | undefined) => JOURNEY_STAGES.find(one => one === stage);
  return named(tags?.stage) ?? named(metric?.stage);
}

/**
 * Which stages of the customer's journey a plan's KPIs show, by channel. [DES-50]
 *
 * In    the plan's KPIs, and the channels it says it uses
 * Out   counts are lengths of lists: every KPI stands in one row, and in one column or beyond all of them
 * Not   a judgement whether a channel needs every stage: only a stage that nothing shows, and a channel without any KPI, are gaps
 */
export function journeyCoverage(kpis: readonly PlacedKpi[], used: readonly string[]): JourneyCoverage {
  const at = (stage: JourneyStage) => kpis.filter(kpi => kpi.stage === stage).map(({ id }) => id);
  const shown = JOURNEY_STAGES.filter(stage => stage !== 'advocacy' || at(stage).length > 0);
  const channels = [...new Set([...used, ...kpis.flatMap(({ channel }) => channel ?? [])])];
  const rows = [...channels, null].map((channel): CoverageRow => {
    const own = kpis.filter(kpi => kpi.channel === channel);
    return {
      channel,
      cells: shown.map(stage => own.filter(kpi => kpi.stage === stage).map(({ id }) => id)),
      kpis: own.map(({ id }) => id),
    };
  });
  return {
    stages: shown.map(stage => ({ stage, kpis: at(stage) })),
    rows: rows.filter(({ channel, kpis: own }) => channel !== null || own.length > 0),
    gaps: JOURNEY.filter(stage => at(stage).length === 0),
    unwatched: rows.flatMap(({ channel, kpis: own }) => (channel !== null && own.length === 0 ? [channel] : [])),
    beyond: kpis.filter(({ stage }) => stage === null).map(({ id }) => id),
  };
}
