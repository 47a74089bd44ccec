import type { MetricId } from '../metric/measurement.ts';
import type { Text } from '../text/text.ts';
import { PHASE_FIELDS, type PhaseMetric } from './phase-metrics.ts';
import type { NodeId, Phase } from './plan.ts';

/** A KPI as the proposals for a phase look at it. */
export interface PhasedKpi {
  readonly id: NodeId;
  readonly metric: MetricId;
  readonly watch: boolean;
  readonly kind: 'quantity' | 'quality' | null;
  /** Whether some formula needs it: such a KPI is never taken out. */
  readonly isNeeded: boolean;
}

/** What a phase asks of a plan's KPIs: to take one up, to only watch one from now on, or to let one go. [DES-52] */
export interface PhaseProposal {
  readonly kind: 'add' | 'demote' | 'retire';
  readonly metric: MetricId;
  /** The KPI it is about; absent where one is to be added. */
  readonly node?: NodeId;
  readonly because: Text;
}

const ORDER: readonly Phase[] = ['launch', 'growth', 'maturity'];

/**
 * What changes among a plan's KPIs when the business reaches a phase. [DES-52]
 *
 * In    the phase reached, the plan's KPIs, and the fields of its metrics (`owned-media`, `sns`, `customer` …)
 * Out   metrics of the phase that are missing are added; a KPI of an earlier phase that fades is only watched from now on, and let go
 *       when it is only watched already, or when the phase it belongs to is two back; what a formula needs stays
 * Not   anything about metrics the tables do not name: they stay as they are
 */
export function phaseProposals(phase: Phase, kpis: readonly PhasedKpi[], fields: ReadonlySet<string>): readonly PhaseProposal[] {
  const now = ORDER.indexOf(phase);
  const known = PHASE_FIELDS.filter(({ of }) => of.some(field => fields.has(field)));
  const metrics = new Map<MetricId, PhaseMetric>();
  for (const one of (known.length > 0 ? known : PHASE_FIELDS.slice(0, 1)).flatMap(field => field.metrics))
    if (!metrics.has(one.metric)) metrics.set(one.metric, one);
  const taken = new Map(kpis.map(kpi => [kpi.metric, kpi]));
  return [...metrics.values()].flatMap(({ metric, phase: own, fades, because }): readonly PhaseProposal[] => {
    const kpi = taken.get(metric);
    const back = now - ORDER.indexOf(own);
    if (back === 0) return kpi ? [] : [{ kind: 'add', metric, because }];
    if (back < 0 || !fades || !kpi || kpi.isNeeded) return [];
    const kind = kpi.watch || back > 1 ? 'retire' : 'demote';
    return [{ kind, metric, node: kpi.id, because: fades }];
  });
}

/** How many quantities and qualities people steer by, before and after the proposals; added ones by `kindOf`. */
export function balanceAfter(
  kpis: readonly PhasedKpi[],
  proposals: readonly PhaseProposal[],
  kindOf: (metric: MetricId) => PhasedKpi['kind'],
): { readonly before: Balance; readonly after: Balance } {
  const gone = new Set(proposals.flatMap(({ node }) => node ?? []));
  const steered = kpis.filter(({ watch }) => !watch);
  const added = proposals.flatMap(({ kind, metric }) => (kind === 'add' ? [kindOf(metric)] : []));
  const stays = steered.filter(({ id }) => !gone.has(id)).map(({ kind }) => kind);
  return { before: balanceOf(steered.map(({ kind }) => kind)), after: balanceOf([...stays, ...added]) };
}

export interface Balance {
  readonly quantity: number;
  readonly quality: number;
}

function balanceOf(kinds: readonly PhasedKpi['kind'][]): Balance {
  return {
    quantity: kinds.filter(kind => kind === 'quantity').length,
    quality: kinds.filter(kind => kind === 'quality').length,
  };
}
