import type { Day } from '#core/calendar/day.ts';
import { type QualityChecklist, qualityChecklist } from '#core/quality/quality-checklist.ts';
import { decidedAs, decisionOn, type QualityDecision, type TicketFinding } from '#core/quality/quality-ticket.ts';
import type { Reconciliation } from '#core/quality/reconcile.ts';
import { isStale } from '#core/quality/stale.ts';
import { sameText, type Text } from '#core/text/text.ts';
import type { App } from '../app/app.ts';
import { type Freshness, readFreshness } from '../app/freshness.ts';
import { listPlans } from '../ledger/plan-store.ts';
import { listDecisions } from '../ledger/quality-store.ts';
import { type PlanStage, stagePlan } from '../progress/plan-stage.ts';
import { type Known, knownAt } from '../query/knowledge.ts';
import { readValueDuties, type ValueDuties } from '../query/owed-values.ts';
import { grainOf } from './expected-periods.ts';
import { readArrivals, type SourceArrivals } from './read-arrivals.ts';
import { type Audits, readAudits } from './read-audits.ts';
import { type AutomationRead, readAutomation } from './read-automation.ts';
import { readOutliers } from './read-outliers.ts';
import { readDisagreements, readReconciliations } from './reconciliations.ts';

/** How far the data can be relied on today. [QUA-01 … QUA-21] */
export interface Quality {
  readonly today: Day;
  /** What nobody has said anything about yet: late first, then missing, then unusual; the newest days first. */
  readonly open: readonly TicketFinding[];
  /** What people have said, newest first, with the finding where it still stands. */
  readonly decided: readonly { readonly decision: QualityDecision; readonly name: Text; readonly finding?: TicketFinding }[];
  readonly sources: readonly SourceQuality[];
  readonly reconciliations: readonly Reconciliation[];
  readonly automation: AutomationRead;
  readonly checklist: QualityChecklist;
  /** Typed values that are past their day, the longest first. [DUE-02] */
  readonly overdue: ValueDuties['owed'];
}

export interface SourceQuality {
  readonly source: Freshness;
  readonly stale: boolean | null;
  readonly grain: 'day' | 'week' | 'month' | null;
  /** Undefined where it promises nothing, or nothing is measured over it. */
  readonly arrivals: SourceArrivals | undefined;
}

const ORDER: Readonly<Record<TicketFinding['kind'], number>> = { late: 0, missing: 1, disagreement: 2, outlier: 3 };

export async function readQuality(app: App): Promise<Quality> {
  const known = await knownAt(app);
  const decisions = await listDecisions(app.workspace.ledger.db);
  const stages = await activeStages(app);
  const sources: SourceQuality[] = [];
  for (const source of await readFreshness(app, known)) {
    sources.push({
      source,
      stale: isStale(source.refresh, source.lastImport?.at ?? null, app.effects.now()),
      grain: grainOf(source.refresh) ?? null,
      arrivals: await readArrivals(app, known, source, decisions),
    });
  }
  const found = [
    ...sources.flatMap(({ arrivals }) => arrivals?.findings ?? []),
    ...(await readDisagreements(app, known)),
    ...(await outliersOf(app, stages)),
  ];
  const wordOn = (one: TicketFinding) => decisionOn(decisions, decidedAs(one.kind), [one.subject], one.days);
  const nameOf = namesOf(known);
  const open = found
    .filter(one => wordOn(one) === undefined)
    .toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind] || (a.days.from < b.days.from ? 1 : -1));
  const overdue = await overdueValues(app);
  const automation = await readAutomation(app, known, stages);
  return {
    today: known.today,
    open,
    overdue,
    decided: decisions.map(decision => {
      const finding = found.find(one => wordOn(one) === decision);
      return { decision, name: finding?.name ?? nameOf(decision), ...(finding ? { finding } : {}) };
    }),
    sources,
    reconciliations: await readReconciliations(app),
    automation,
    checklist: qualityChecklist({
      ...sourcedKpis(stages),
      automated: automation.automated,
      openTickets: open.length + overdue.length,
      tickets: found.length + overdue.length,
      ...auditsInTime(await readAudits(app, known)),
    }),
  };
}

async function overdueValues(app: App): Promise<ValueDuties['owed']> {
  const duties = await readValueDuties(app);
  return duties.ok ? duties.value.owed.filter(({ late }) => late > 0) : [];
}

function sourcedKpis(stages: readonly PlanStage[]): { readonly kpis: number; readonly sourced: number } {
  const asked = new Map(stages.flatMap(({ sources }) => [...sources.byNode.values()]).map(one => [one.metric, one.asked]));
  return { kpis: asked.size, sourced: [...asked.values()].filter(one => one !== undefined).length };
}

function auditsInTime({ sources }: Audits): { readonly audits: number; readonly auditsInTime: number } {
  const due = sources.flatMap(one => one.due ?? []);
  return { audits: due.length, auditsInTime: due.filter(({ overdue }) => !overdue).length };
}

/** The same metric in two plans is looked at once. */
async function outliersOf(app: App, stages: readonly PlanStage[]): Promise<readonly TicketFinding[]> {
  const found = new Map<string, TicketFinding>();
  for (const stage of stages) {
    for (const one of await readOutliers(app, stage)) found.set(`${one.subject.id} ${one.days.from} ${one.days.to}`, one);
  }
  return [...found.values()];
}

async function activeStages(app: App): Promise<readonly PlanStage[]> {
  const stages: PlanStage[] = [];
  for (const { id, state } of await listPlans(app.workspace.ledger.db)) {
    const staged = state === 'active' ? await stagePlan(app, { plan: id }) : undefined;
    if (staged?.kind === 'staged') stages.push(staged.stage);
  }
  return stages;
}

function namesOf({ metrics: { definitions, catalogue } }: Known): (decision: QualityDecision) => Text {
  return ({ subject: { kind, id } }) =>
    (kind === 'dataset' ? definitions.datasets.get(id)?.dataset.name : catalogue.metrics.get(id)?.name) ?? sameText(id);
}
