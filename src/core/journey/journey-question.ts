import type { ActivationAnswer, ActivationQuestion } from './activation-question.ts';
import type { AttributionAnswer, AttributionQuestion, TouchPathsAnswer, TouchPathsQuestion } from './attribution-question.ts';
import type { PurchasePatternsAnswer, PurchasePatternsQuestion, RfmAnswer, RfmQuestion } from './customer-question.ts';
import type { FlowAnswer, FlowQuestion } from './flow-question.ts';
import type { FunnelAnswer, FunnelQuestion } from './funnel-question.ts';
import type { RepeatAnswer, RepeatQuestion } from './repeat-question.ts';
import type { RetentionAnswer, RetentionQuestion } from './retention-question.ts';
import type { RollingAnswer, RollingQuestion, SeriesAnswer, SeriesQuestion } from './series-question.ts';
import type { StageAnswer, StageQuestion } from './stage-question.ts';

/**
 * A question about what people did, one after another. Engines answer with counts and sums only; rates, credits by learned
 * models, segments and yen are worked out from them in core, so that two engines can be held to the same answer. [JRN-01]
 */
export type JourneyQuestion =
  | FunnelQuestion
  | RetentionQuestion
  | SeriesQuestion
  | RollingQuestion
  | AttributionQuestion
  | TouchPathsQuestion
  | RepeatQuestion
  | RfmQuestion
  | PurchasePatternsQuestion
  | StageQuestion
  | ActivationQuestion
  | FlowQuestion;

export interface JourneyAnswers {
  readonly funnel: FunnelAnswer;
  readonly retention: RetentionAnswer;
  readonly series: SeriesAnswer;
  readonly rolling: RollingAnswer;
  readonly attribution: AttributionAnswer;
  readonly 'touch-paths': TouchPathsAnswer;
  readonly repeat: RepeatAnswer;
  readonly rfm: RfmAnswer;
  readonly 'purchase-patterns': PurchasePatternsAnswer;
  readonly stages: StageAnswer;
  readonly activation: ActivationAnswer;
  readonly flow: FlowAnswer;
}

export type JourneyAnswer<Question extends JourneyQuestion> = JourneyAnswers[Question['ask']];
