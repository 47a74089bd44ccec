import type { AnnotationSource } from '#core/act/annotation.ts';
import type { EffectVerdict } from '#core/act/effect-reading.ts';
import type { Role } from '#core/act/member.ts';
import type { Outcome } from '#core/act/outcome.ts';
import type { Stage } from '#core/act/stage.ts';
import type { AnswerKind, ProposalState, Side } from '#core/agree/proposal.ts';
import type { Day } from '#core/calendar/day.ts';
import type { RunState } from '#core/connect/connection.ts';
import type { Instant } from '#core/measure/live-segments.ts';
import type { CloseState } from '#core/measure/observation.ts';
import type { Criterion, Mark } from '#core/prioritise/score.ts';
import type { QualityDecision } from '#core/quality/quality-ticket.ts';
import type { ScenarioKind } from '#core/scenario/scenario.ts';
import type { BatchState } from './batch.ts';

/**
 * The tables of the ledger, as the queries see them; the columns are the same words in snake_case. [LED-02]
 * Ids, days, moments and amounts are text, yes and no are 1 and 0, nested values are JSON text.
 */
export interface LedgerSchema {
  readonly journal: JournalTable;
  readonly setting: SettingTable;
  readonly member: MemberTable;
  readonly plan: PlanTable;
  readonly planVersion: PlanVersionTable;
  readonly planVersionName: PlanVersionNameTable;
  readonly planNode: PlanNodeTable;
  readonly draft: DraftTable;
  readonly definition: DefinitionTable;
  readonly batch: BatchTable;
  readonly periodClose: PeriodCloseTable;
  readonly initiative: InitiativeTable;
  readonly initiativeKpi: InitiativeKpiTable;
  readonly toDo: ToDoTable;
  readonly comment: CommentTable;
  readonly annotation: AnnotationTable;
  readonly lesson: LessonTable;
  readonly procedurePage: ProcedurePageTable;
  readonly scenario: ScenarioTable;
  readonly priorityMark: PriorityMarkTable;
  readonly proposal: ProposalTable;
  readonly proposalAnswer: ProposalAnswerTable;
  readonly objection: ObjectionTable;
  readonly versionSeen: VersionSeenTable;
  readonly targetTalk: TargetTalkTable;
  readonly apiKey: ApiKeyTable;
  readonly pushReceipt: PushReceiptTable;
  readonly connection: ConnectionTable;
  readonly connectionRun: ConnectionRunTable;
  readonly valueDuty: ValueDutyTable;
  readonly nodeSeen: NodeSeenTable;
  readonly guidedAnswers: GuidedAnswersTable;
  readonly qualityDecision: QualityDecisionTable;
  readonly closeSnapshot: CloseSnapshotTable;
}

/** JSON text; `fromJson` reads it. */
export type Json = string;

export interface JournalTable {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly before: Json | null;
  readonly after: Json | null;
}

export interface SettingTable {
  readonly scope: string;
  readonly key: string;
  readonly value: Json;
}

export interface MemberTable {
  readonly id: string;
  readonly name: string;
  readonly department: string | null;
  readonly role: Role;
  readonly active: 0 | 1;
}

export interface PlanTable {
  readonly id: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly state: 'active' | 'archived';
  readonly createdAt: Instant;
  readonly createdBy: string;
}

export interface PlanVersionTable {
  readonly plan: string;
  readonly number: number;
  readonly yaml: string;
  readonly yamlHash: string;
  readonly sheet: string;
  readonly sheetHash: string;
  readonly base: number;
  readonly author: string;
  readonly reason: string;
  readonly definitionsHash: string;
  readonly effectiveFrom: Day;
  readonly publishedAt: Instant;
}

export interface PlanVersionNameTable {
  readonly plan: string;
  readonly number: number;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly at: Instant;
  readonly by: string;
}

export interface PlanNodeTable {
  readonly plan: string;
  readonly version: number;
  readonly node: string;
  readonly kind: 'goal' | 'factor' | 'kpi';
  readonly metric: string | null;
  readonly owner: string | null;
  readonly nameJa: string;
  readonly nameEn: string;
}

export interface DraftTable {
  readonly plan: string;
  readonly member: string;
  readonly yaml: string;
  readonly sheet: string;
  readonly base: number;
  readonly revision: number;
  readonly updatedAt: Instant;
}

export interface DefinitionTable {
  readonly kind: 'metrics' | 'mapping';
  readonly name: string;
  readonly number: number;
  readonly text: string;
  readonly textHash: string;
  readonly author: string;
  readonly at: Instant;
}

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

export interface InitiativeTable {
  readonly id: string;
  readonly title: string;
  readonly hypothesis: string;
  readonly expected: Json | null;
  readonly cost: Json | null;
  readonly owner: string;
  readonly contributors: Json;
  readonly start: Day | null;
  readonly due: Day;
  readonly evidence: Json;
  readonly follows: string | null;
  readonly details: Json;
  readonly stage: Stage;
  readonly startedOn: Day | null;
  readonly closing: Json | null;
  readonly revision: number;
}

export interface InitiativeKpiTable {
  readonly initiative: string;
  readonly position: number;
  readonly plan: string;
  readonly node: string;
}

export interface ToDoTable {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly due: Day;
  readonly note: string;
  readonly initiative: string | null;
  readonly doneOn: Day | null;
  readonly doneBy: string | null;
  readonly revision: number;
}

export interface CommentTable {
  readonly id: string;
  readonly plan: string;
  readonly node: string;
  readonly period: string;
  readonly cause: string;
  readonly countermeasure: string;
  readonly author: string;
  readonly writtenAt: Instant;
  readonly revision: number;
}

export interface AnnotationTable {
  readonly id: string;
  readonly plan: string | null;
  readonly node: string | null;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly text: string;
  readonly source: AnnotationSource;
  readonly sourceId: string | null;
  readonly revision: number;
}

export interface LessonTable {
  readonly id: string;
  readonly initiative: string | null;
  readonly title: string;
  readonly hypothesis: string;
  readonly lesson: string;
  readonly kpis: Json;
  readonly outcome: Outcome | null;
  readonly verdict: EffectVerdict | null;
  readonly channel: string | null;
  readonly industry: string | null;
  /** Everything a search looks at, as `normalise` writes it, one field a line. */
  readonly searched: string;
  readonly at: Instant;
  readonly revision: number;
}

export interface ProcedurePageTable {
  readonly id: string;
  readonly initiative: string | null;
  readonly title: string;
  readonly body: string;
  readonly at: Instant;
  readonly revision: number;
}

export interface ScenarioTable {
  readonly id: string;
  readonly plan: string;
  readonly name: string;
  readonly kind: ScenarioKind;
  readonly changes: Json;
  readonly probability: string | null;
  readonly cost: string | null;
  readonly note: string;
  readonly author: string;
  readonly at: Instant;
  readonly revision: number;
}

export interface TargetTalkTable {
  readonly plan: string;
  readonly node: string;
  readonly talk: Json;
  readonly revision: number;
}

export interface PriorityMarkTable {
  readonly plan: string;
  /** Node or success factor. */
  readonly object: string;
  readonly criterion: Criterion;
  readonly mark: Mark;
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
}

export interface ProposalTable {
  readonly id: string;
  readonly plan: string;
  readonly base: number;
  readonly yaml: string;
  readonly sheet: string;
  readonly reason: string;
  readonly approvers: Json;
  readonly state: ProposalState;
  readonly version: number | null;
  readonly author: string;
  readonly at: Instant;
}

export interface ProposalAnswerTable {
  readonly proposal: string;
  readonly side: Side;
  readonly member: string;
  readonly answer: AnswerKind;
  readonly note: string;
  readonly at: Instant;
}

export interface ObjectionTable {
  readonly id: string;
  readonly proposal: string;
  readonly node: string | null;
  readonly by: string;
  readonly text: string;
  readonly at: Instant;
  readonly reply: Json | null;
}

/** First and last day on which a member opened the page of a goal or KPI. */
export interface NodeSeenTable {
  readonly member: string;
  readonly plan: string;
  readonly node: string;
  readonly first: Day;
  readonly last: Day;
}

/** The newest version of a plan somebody was told about. */
export interface VersionSeenTable {
  readonly member: string;
  readonly plan: string;
  readonly number: number;
}

/** What a member has answered of the questions that a plan begins with. */
export interface GuidedAnswersTable {
  readonly member: string;
  readonly answers: Json;
  readonly step: number;
  readonly revision: number;
  readonly updatedAt: Instant;
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
