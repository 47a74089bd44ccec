import { z } from 'zod';
import { periodOf, previousPeriod } from '#core/calendar/period.ts';
import { numberOf } from '#core/measure/observation.ts';
import { failed, ok, type Result } from '#core/problem/problem.ts';
import { suggestion } from '#core/problem/suggest.ts';
import type { TicketFinding } from '#core/quality/quality-ticket.ts';
import { differenceOf, disagree, type Reconciliation } from '#core/quality/reconcile.ts';
import type { App } from '../app/app.ts';
import { putSetting, readSetting } from '../ledger/setting-store.ts';
import { ask } from '../query/ask.ts';
import { type Known, knowledgeOf, knownAt } from '../query/knowledge.ts';
import { queryProblem } from '../query/read-metric.ts';

const KEY = 'reconciliations';
const MONTHS = 3;

const stored = z.array(z.object({ official: z.string(), other: z.string(), tolerance: z.number().min(0).max(1) }));

export async function readReconciliations({ workspace }: App): Promise<readonly Reconciliation[]> {
  const read = stored.safeParse(await readSetting(workspace.ledger.db, 'workspace', KEY));
  return read.success ? read.data : [];
}

/** Sets which measures are held against each other; a metric nobody knows is refused. */
export async function putReconciliations(
  app: App,
  by: string,
  list: readonly Reconciliation[],
): Promise<Result<readonly Reconciliation[]>> {
  const { catalogue } = (await knownAt(app)).metrics;
  const unknown = list.flatMap(({ official, other }) => [official, other]).find(id => !catalogue.metrics.has(id));
  if (unknown !== undefined) {
    const params = { metric: unknown.slice(0, 100), ...suggestion(unknown, catalogue.metrics.keys()) };
    return failed([queryProblem('query-metric-unknown', params, { at: ['reconciliations'] })]);
  }
  await app.workspace.ledger.change(by, change => putSetting(change, 'workspace', KEY, list));
  app.cache.forget();
  return ok(list);
}

/** Both values of the last three whole months, the difference, and whether it is a ticket. [QUA-13] */
export async function readDisagreements(app: App, known: Known): Promise<readonly TicketFinding[]> {
  const { calendar } = known.settings;
  const months = [periodOf(known.today, 'month', calendar)];
  for (let at = 0; at < MONTHS; at++)
    months.unshift(previousPeriod(months[0] ?? periodOf(known.today, 'month', calendar), calendar));
  const whole = months.slice(0, MONTHS);
  const found: TicketFinding[] = [];
  for (const { official, other, tolerance } of await readReconciliations(app)) {
    const question = { metrics: [official, other], periods: whole, by: [], where: [] };
    const answered = await ask(app, question, knowledgeOf(known), known.key);
    if (!answered.ok) continue;
    const metric = known.metrics.catalogue.metrics.get(official);
    const otherMetric = known.metrics.catalogue.metrics.get(other);
    if (!metric || !otherMetric) continue;
    const valueAt = (id: string, at: number) => {
      const cell = answered.value.find(answer => answer.metric === id)?.totals[at];
      return (cell && numberOf(cell.observation)) ?? null;
    };
    for (const [at, { from, to }] of whole.entries()) {
      const [value, beside] = [valueAt(official, at), valueAt(other, at)];
      if (value === null || beside === null || !disagree(value, beside, tolerance)) continue;
      const { name, unit } = metric;
      const subject = { kind: 'metric' as const, id: other };
      const values = { value, beside, otherName: otherMetric.name, difference: differenceOf(value, beside), tolerance };
      found.push({ kind: 'disagreement', subject, name, unit, days: { from, to }, ...values });
    }
  }
  return found;
}
