import type { Day } from '#core/calendar/day.ts';
import { dayOfInstant } from '#core/calendar/instant.ts';
import {
  AUDIT_MONTHS,
  type AuditDue,
  type AuditSchedule,
  auditDue,
  auditPlanOf,
  type DataAudit,
  USUAL_AUDITS,
} from '#core/quality/data-audit.ts';
import type { Text } from '#core/text/text.ts';
import type { App } from '../app/app.ts';
import { readFreshness } from '../app/freshness.ts';
import { listAudits } from '../ledger/audit-store.ts';
import { listBatches } from '../ledger/batch-store.ts';
import { putSetting, readSetting } from '../ledger/setting-store.ts';
import { type Known, knownAt } from '../query/knowledge.ts';

const KEY = 'audit-schedule';

/** The audits of a workspace: when each dataset is due, and what was found so far. [QUA-30] */
export interface Audits {
  readonly today: Day;
  /** The interval of datasets that have none of their own. */
  readonly months: number;
  readonly sources: readonly AuditedSource[];
  /** Newest first. */
  readonly audits: readonly DataAudit[];
}

export interface AuditedSource {
  readonly dataset: string;
  readonly name: Text;
  readonly owner: string | null;
  readonly months: number | null;
  readonly last: DataAudit | undefined;
  readonly due: AuditDue | undefined;
}

export async function readAudits(app: App, known?: Known): Promise<Audits> {
  const now = known ?? (await knownAt(app));
  const { db } = app.workspace.ledger;
  const schedule = await readAuditSchedule(app);
  const audits = await listAudits(db);
  const batches = (await listBatches(db)).filter(({ undoneAt }) => undoneAt === undefined);
  const sources = (await readFreshness(app, now)).map(({ dataset, name, owner }): AuditedSource => {
    const { months, owner: auditor } = auditPlanOf(schedule, dataset);
    const last = audits.find(audit => audit.dataset === dataset);
    const first = batches.findLast(batch => batch.dataset === dataset);
    const firstDay = first && dayOfInstant(Date.parse(first.receivedAt), now.settings.calendar.zone);
    return { dataset, name, owner: auditor ?? owner, months, last, due: auditDue(months, last, firstDay, now.today) };
  });
  return { today: now.today, months: schedule.months, sources, audits };
}

export async function readAuditSchedule(app: App): Promise<AuditSchedule> {
  const stored = await readSetting(app.workspace.ledger.db, 'workspace', KEY);
  return isSchedule(stored) ? stored : USUAL_AUDITS;
}

export async function putAuditSchedule(app: App, by: string, schedule: AuditSchedule): Promise<void> {
  await app.workspace.ledger.change(by, change => putSetting(change, 'workspace', KEY, schedule));
}

function isSchedule(stored: unknown): stored is AuditSchedule {
  if (typeof stored !== 'object' || stored === null || !('months' in stored) || !('datasets' in stored)) return false;
  const { months, datasets } = stored;
  return typeof months === 'number' && months >= AUDIT_MONTHS.least && months <= AUDIT_MONTHS.most && Array.isArray(datasets);
}
