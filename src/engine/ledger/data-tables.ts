import type { Day } from '#core/calendar/day.ts';
import type { RunState } from '#core/connect/connection.ts';
import type { Instant } from '#core/measure/live-segments.ts';
import type { CloseState } from '#core/measure/observation.ts';
import type { AccessKind } from '#core/measure/personal/access-record.ts';
import type { QualityDecision } from '#core/quality/quality-ticket.ts';
import type { BatchState } from './batch.ts';
import type { Json } from './ledger-schema.ts';

/*
 * Tables of what comes in: imports, closings, keys, connections, typed values and what was said about the data. [LED-02]
 */

export interface BatchTable {
  readonly id: string;
  readonly dataset: string;
  /** Id and version of the preset or own mapping in `decision`. */
  readonly mapping: string;
  readonly mappingVersion: number;
  readonly fileName: string;
  readonly receivedHash: string;
  readonly fileHash: string;
  readonly contentHash: string;
  readonly encoding: string;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly rows: number;
  readonly skipped: Json;
  readonly totals: Json;
  readonly decision: Json;
  readonly scope: string;
  readonly replaces: 'period' | 'nothing';
  readonly receivedAt: Instant;
  readonly receivedBy: string;
  readonly state: BatchState;
  readonly undoneAt: Instant | null;
  readonly undoneBy: string | null;
}

export interface PeriodCloseTable {
  readonly id: string;
  readonly source: string;
  readonly period: string;
  readonly state: CloseState;
  readonly at: Instant;
  readonly by: string;
  readonly note: string;
}

export interface ApiKeyTable {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the secret part. */
  readonly hash: string;
  readonly rights: Json;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly usedAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly revokedBy: string | null;
}

/** What a push was answered. */
export interface PushReceiptTable {
  readonly sender: string;
  readonly key: string;
  /** Of the body and of how it was to be stored. */
  readonly hash: string;
  readonly answer: Json;
  readonly at: Instant;
}

export interface ConnectionTable {
  readonly id: string;
  readonly described: Json;
  /** Its secrets, sealed with a key that is not in the ledger. */
  readonly sealed: string | null;
  /** The newest day that is in. */
  readonly through: Day | null;
  readonly nextRun: Instant | null;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly removedAt: Instant | null;
  readonly revision: number;
}

export interface ConnectionRunTable {
  readonly id: string;
  readonly connection: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly by: string;
  readonly state: RunState;
  readonly fromDay: Day | null;
  readonly toDay: Day | null;
  readonly requests: number;
  readonly rows: number;
  readonly batches: Json;
  readonly problems: Json;
}

/** Who types the values of a metric, and by when. */
export interface ValueDutyTable {
  readonly metric: string;
  readonly owner: string;
  /** Business day of the following month. */
  readonly due: number;
  /** Business days before it on which the reminder begins. */
  readonly remind: number;
  /** The first month that is owed, `2026-11`. */
  readonly since: string;
}

/** What somebody said about a missing or an unusual value. */
export interface QualityDecisionTable {
  readonly about: QualityDecision['about'];
  readonly subjectKind: QualityDecision['subject']['kind'];
  readonly subject: string;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly choice: QualityDecision['choice'];
  readonly excluded: 0 | 1;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** What every KPI over a source was when a month was closed. */
export interface CloseSnapshotTable {
  readonly id: string;
  readonly source: string;
  readonly period: string;
  readonly state: 'preliminary' | 'final';
  readonly name: string;
  readonly valuesThen: Json;
  readonly at: Instant;
  readonly by: string;
}

/** Who dealt with data about people; only ever added to. */
export interface AccessRecordTable {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly kind: AccessKind;
  readonly subject: string;
  readonly columns: Json;
  readonly rows: number | null;
}

/** An audit of a dataset as it was carried out; only ever added to. */
export interface DataAuditTable {
  readonly id: string;
  readonly dataset: string;
  readonly onDay: Day;
  readonly samples: Json;
  readonly checks: Json;
  readonly result: 'passed' | 'failed';
  readonly note: string;
  readonly correction: Json | null;
  readonly nextDay: Day;
  readonly at: Instant;
  readonly by: string;
}
