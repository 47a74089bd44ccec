import type { AnnotationSource } from '#core/act/annotation.ts';
import type { EffectVerdict } from '#core/act/effect-reading.ts';
import type { Role } from '#core/act/member.ts';
import type { Outcome } from '#core/act/outcome.ts';
import type { Stage } from '#core/act/stage.ts';
import type { AnswerKind, ProposalState, Side } from '#core/agree/proposal.ts';
import type { Day } from '#core/calendar/day.ts';
import type { Instant } from '#core/measure/live-segments.ts';
import type { Criterion, Mark } from '#core/prioritise/score.ts';
import type { ScenarioKind } from '#core/scenario/scenario.ts';
import type {
  AccessRecordTable,
  ApiKeyTable,
  BatchTable,
  CloseSnapshotTable,
  ConnectionRunTable,
  ConnectionTable,
  DataAuditTable,
  PeriodCloseTable,
  PushReceiptTable,
  QualityDecisionTable,
  ValueDutyTable,
} from './data-tables.ts';

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
  readonly savedAnalysis: SavedAnalysisTable;
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
  readonly accessRecord: AccessRecordTable;
  readonly dataAudit: DataAuditTable;
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
  readonly kind: 'metrics' | 'mapping' | 'lead-stage';
  readonly name: string;
  readonly number: number;
  readonly text: string;
  readonly textHash: string;
  readonly author: string;
  readonly at: Instant;
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

export interface SavedAnalysisTable {
  readonly id: string;
  readonly name: string;
  readonly page: 'leaving' | 'channels' | 'returning' | 'customers';
  readonly search: string;
  readonly author: string;
  readonly at: Instant;
  /** Since when it stands on the board. */
  readonly pinnedAt: Instant | null;
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
