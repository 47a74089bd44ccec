import type { JourneyAnswers, JourneyQuestion } from '#core/journey/journey-question.ts';
import { activation } from './activation.ts';
import { attribution } from './attribution.ts';
import { flow } from './flow.ts';
import { funnel } from './funnel.ts';
import type { Person } from './people.ts';
import { purchasePatterns } from './purchase-patterns.ts';
import { repeat } from './repeat.ts';
import { retention } from './retention.ts';
import { rfm } from './rfm.ts';
import { rolling } from './rolling.ts';
import { series } from './series.ts';
import { stages } from './stages.ts';
import { touchPaths } from './touch-paths.ts';

/** The answer by definition: plain, slow, without a shortcut, and independent of every engine. */
export function oracleAnswer(people: readonly Person[], question: JourneyQuestion): JourneyAnswers[keyof JourneyAnswers] {
  switch (question.ask) {
    case 'funnel':
      return funnel(people, question);
    case 'retention':
      return retention(people, question);
    case 'series':
      return series(people, question);
    case 'rolling':
      return rolling(people, question);
    case 'attribution':
      return attribution(people, question);
    case 'touch-paths':
      return touchPaths(people, question);
    case 'repeat':
      return repeat(people, question);
    case 'rfm':
      return rfm(people, question);
    case 'purchase-patterns':
      return purchasePatterns(people, question);
    case 'stages':
      return stages(people, question);
    case 'activation':
      return activation(people, question);
    case 'flow':
      return flow(people, question);
  }
}
