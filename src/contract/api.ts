import {
  agreementDuties,
  answerProposal,
  objectToProposal,
  proposals,
  proposalTexts,
  propose,
  publishProposal,
  replyToObjection,
  seeVersion,
  withdrawProposal,
} from './agreement.ts';
import { annotations, createAnnotation, editAnnotation, removeAnnotation } from './annotation.ts';
import { apiKeys, createApiKey, revokeApiKey } from './api-key.ts';
import { addAudit, auditSamples, audits, putAuditSchedule } from './audit.ts';
import { batches, oneBatch, undoBatch } from './batch.ts';
import { catalogue, catalogueEntry } from './catalogue.ts';
import { checkTexts } from './check.ts';
import { closes, putClose } from './close.ts';
import { closing, putCloseDuty } from './closing.ts';
import { comments, createComment, editComment, missingComments, removeComment } from './comment.ts';
import {
  connectionRuns,
  connections,
  connectors,
  createConnection,
  editConnection,
  pullConnection,
  removeConnection,
  tryConnection,
} from './connection.ts';
import { datasets } from './dataset.ts';
import { checkDefinitions, definitions, putDefinitions } from './definitions.ts';
import { discardDraft, readDraft, saveDraft } from './draft.ts';
import { planDrivers } from './driver.ts';
import type { Endpoint } from './endpoint.ts';
import { explain } from './explain.ts';
import { landing, landingRecord, nodeForecast } from './foresee.ts';
import { discardGuidedAnswers, guidedAnswers, saveGuidedAnswers } from './guided-answers.ts';
import { health } from './health.ts';
import { home } from './home.ts';
import {
  closeInitiative,
  createInitiative,
  editInitiative,
  initiativeEffect,
  initiatives,
  moveInitiative,
  readInitiative,
} from './initiative.ts';
import { cancelJob, readJob, rebuildData } from './job.ts';
import { addFinding, askJourney, journeyContents, pinAnalysis, removeAnalysis, saveAnalysis, savedAnalyses } from './journey.ts';
import { kpiPage } from './kpi-page.ts';
import { learnLag, planLags } from './lag.ts';
import { leadStages, putLeadStage } from './lead-stage.ts';
import { editLesson, lessons } from './lesson.ts';
import { mappings, putMapping } from './mapping.ts';
import { measurable, measureMetrics } from './measurable.ts';
import { members, putMember } from './member.ts';
import { putOwnMetric, removeOwnMetric } from './own-metric.ts';
import { accessRecords, erasePerson, putRetention, recordDownload, retention } from './people.ts';
import { changePlan, createPlan, plan, plans } from './plan.ts';
import { planKnowledge, seeNode } from './plan-knowledge.ts';
import { planSources } from './plan-sources.ts';
import { namePlanVersion, planVersion, planVersions, publishPlan, restorePlanVersion } from './plan-version.ts';
import { planSchedule } from './planner.ts';
import { priorities, putPriorityMark } from './priority.ts';
import { progress } from './progress.ts';
import { pushRows } from './push.ts';
import { decideQuality, putReconciliations, quality } from './quality.ts';
import { query } from './query.ts';
import { repairLimits, repairPlan } from './repair.ts';
import { adoptChanges, createScenario, editScenario, removeScenario, scenarios, whatIf } from './scenario.ts';
import { readSheetCells } from './sheet-cells.ts';
import { draftEvidence, targetEvidence } from './target-evidence.ts';
import { putTargetTalk, targetTalk } from './target-talk.ts';
import { template, templates, useTemplates } from './template.ts';
import { createToDo, editToDo, finishToDo, removeToDo, toDos } from './to-do.ts';
import { commitUpload, createUpload, discardUpload, inspectAgain, readUpload } from './upload.ts';
import { putValueDuty, valueDuties } from './value-duty.ts';
import { putValues, valueSheet } from './value-sheet.ts';
import { planVerdict } from './verdict.ts';
import { putWorkspaceSettings, workspace } from './workspace.ts';

/** Every operation of the HTTP API, by its id. */
export const api = {
  health,
  workspace,
  putWorkspaceSettings,
  members,
  putMember,
  catalogue,
  catalogueEntry,
  home,
  plans,
  createPlan,
  changePlan,
  plan,
  checkTexts,
  planVerdict,
  readSheetCells,
  repairPlan,
  repairLimits,
  planSchedule,
  learnLag,
  planLags,
  templates,
  template,
  useTemplates,
  readDraft,
  saveDraft,
  discardDraft,
  guidedAnswers,
  saveGuidedAnswers,
  discardGuidedAnswers,
  publishPlan,
  planVersions,
  planVersion,
  namePlanVersion,
  restorePlanVersion,
  progress,
  planSources,
  planKnowledge,
  seeNode,
  kpiPage,
  landing,
  landingRecord,
  nodeForecast,
  explain,
  scenarios,
  proposals,
  proposalTexts,
  propose,
  answerProposal,
  objectToProposal,
  replyToObjection,
  withdrawProposal,
  publishProposal,
  leadStages,
  putLeadStage,
  agreementDuties,
  seeVersion,
  createScenario,
  editScenario,
  removeScenario,
  whatIf,
  adoptChanges,
  priorities,
  putPriorityMark,
  planDrivers,
  targetEvidence,
  draftEvidence,
  targetTalk,
  putTargetTalk,
  query,
  journeyContents,
  askJourney,
  savedAnalyses,
  saveAnalysis,
  pinAnalysis,
  removeAnalysis,
  addFinding,
  quality,
  audits,
  auditSamples,
  addAudit,
  putAuditSchedule,
  decideQuality,
  putReconciliations,
  datasets,
  measurable,
  measureMetrics,
  definitions,
  checkDefinitions,
  putDefinitions,
  putOwnMetric,
  removeOwnMetric,
  mappings,
  putMapping,
  closes,
  putClose,
  closing,
  putCloseDuty,
  valueSheet,
  putValues,
  valueDuties,
  putValueDuty,
  createUpload,
  readUpload,
  inspectAgain,
  commitUpload,
  discardUpload,
  connectors,
  connections,
  createConnection,
  editConnection,
  removeConnection,
  tryConnection,
  pullConnection,
  connectionRuns,
  pushRows,
  apiKeys,
  createApiKey,
  revokeApiKey,
  erasePerson,
  retention,
  putRetention,
  accessRecords,
  recordDownload,
  readJob,
  cancelJob,
  rebuildData,
  batches,
  oneBatch,
  undoBatch,
  initiatives,
  createInitiative,
  readInitiative,
  editInitiative,
  moveInitiative,
  initiativeEffect,
  closeInitiative,
  toDos,
  createToDo,
  editToDo,
  finishToDo,
  removeToDo,
  comments,
  missingComments,
  createComment,
  editComment,
  removeComment,
  annotations,
  createAnnotation,
  editAnnotation,
  removeAnnotation,
  lessons,
  editLesson,
} as const satisfies Readonly<Record<string, Endpoint>>;

export type Api = typeof api;
export type EndpointId = keyof Api;
