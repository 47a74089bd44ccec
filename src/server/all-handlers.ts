import { adoptHandlers } from './handle/adopt.ts';
import { agreementHandlers } from './handle/agreement.ts';
import { annotationHandlers } from './handle/annotation.ts';
import { apiKeyHandlers } from './handle/api-key.ts';
import { auditHandlers } from './handle/audit.ts';
import { batchHandlers } from './handle/batch.ts';
import { catalogueHandlers } from './handle/catalogue.ts';
import { closeHandlers } from './handle/close.ts';
import { closingHandlers } from './handle/closing.ts';
import { commentHandlers } from './handle/comment.ts';
import { connectionHandlers } from './handle/connection.ts';
import { datasetHandlers } from './handle/dataset.ts';
import { definitionsHandlers } from './handle/definitions.ts';
import { draftHandlers } from './handle/draft.ts';
import { driverHandlers } from './handle/driver.ts';
import { explainHandlers } from './handle/explain.ts';
import { findingHandlers } from './handle/finding.ts';
import { foreseeHandlers } from './handle/foresee.ts';
import { guidedAnswersHandlers } from './handle/guided-answers.ts';
import { homeHandlers } from './handle/home.ts';
import { initiativeHandlers } from './handle/initiative.ts';
import { jobHandlers } from './handle/job.ts';
import { journeyHandlers } from './handle/journey.ts';
import { kpiPageHandlers } from './handle/kpi-page.ts';
import { leadStageHandlers } from './handle/lead-stage.ts';
import { lessonHandlers } from './handle/lesson.ts';
import { mappingHandlers } from './handle/mapping.ts';
import { measurableHandlers } from './handle/measurable.ts';
import { ownMetricHandlers } from './handle/own-metric.ts';
import { peopleHandlers } from './handle/people.ts';
import { planHandlers } from './handle/plan.ts';
import { planAdviceHandlers } from './handle/plan-advice.ts';
import { planKnowledgeHandlers } from './handle/plan-knowledge.ts';
import { planSourcesHandlers } from './handle/plan-sources.ts';
import { planVersionHandlers } from './handle/plan-version.ts';
import { priorityHandlers } from './handle/priority.ts';
import { progressHandlers } from './handle/progress.ts';
import { pushHandlers } from './handle/push.ts';
import { qualityHandlers } from './handle/quality.ts';
import { queryHandlers } from './handle/query.ts';
import { scenarioHandlers } from './handle/scenario.ts';
import { sheetCellsHandlers } from './handle/sheet-cells.ts';
import { targetEvidenceHandlers } from './handle/target-evidence.ts';
import { targetTalkHandlers } from './handle/target-talk.ts';
import { templateHandlers } from './handle/template.ts';
import { toDoHandlers } from './handle/to-do.ts';
import { uploadHandlers } from './handle/upload.ts';
import { valueDutyHandlers } from './handle/value-duty.ts';
import { valueSheetHandlers } from './handle/value-sheet.ts';
import { whatIfHandlers } from './handle/what-if.ts';
import { workspaceHandlers } from './handle/workspace.ts';
import type { Handlers } from './handler.ts';

/** What every operation of the contract does; one that has no handler does not compile. */
export const allHandlers: Handlers = {
  ...adoptHandlers,
  ...annotationHandlers,
  ...apiKeyHandlers,
  ...auditHandlers,
  ...batchHandlers,
  ...catalogueHandlers,
  ...closeHandlers,
  ...closingHandlers,
  ...commentHandlers,
  ...connectionHandlers,
  ...datasetHandlers,
  ...definitionsHandlers,
  ...draftHandlers,
  ...driverHandlers,
  ...explainHandlers,
  ...findingHandlers,
  ...foreseeHandlers,
  ...guidedAnswersHandlers,
  ...homeHandlers,
  ...initiativeHandlers,
  ...jobHandlers,
  ...journeyHandlers,
  ...kpiPageHandlers,
  ...lessonHandlers,
  ...mappingHandlers,
  ...measurableHandlers,
  ...ownMetricHandlers,
  ...peopleHandlers,
  ...planAdviceHandlers,
  ...planHandlers,
  ...planKnowledgeHandlers,
  ...planSourcesHandlers,
  ...planVersionHandlers,
  ...priorityHandlers,
  ...progressHandlers,
  ...pushHandlers,
  ...qualityHandlers,
  ...queryHandlers,
  ...scenarioHandlers,
  ...agreementHandlers,
  ...leadStageHandlers,
  ...sheetCellsHandlers,
  ...targetEvidenceHandlers,
  ...targetTalkHandlers,
  ...templateHandlers,
  ...toDoHandlers,
  ...uploadHandlers,
  ...valueDutyHandlers,
  ...valueSheetHandlers,
  ...whatIfHandlers,
  ...workspaceHandlers,
};
