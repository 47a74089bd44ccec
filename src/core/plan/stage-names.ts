import type { Text } from '../text/text.ts';
import type { JourneyStage } from './journey-coverage.ts';

/** Stages of a customer's journey as they are called. [DES-50] */
export const STAGE_NAMES: Readonly<Record<JourneyStage, Text>> = {
  awareness: { ja: '認知', en: 'Awareness' },
  interest: { ja: '関心', en: 'Interest' },
  consideration: { ja: '検討', en: 'Consideration' },
  conversion: { ja: '成約', en: 'Conversion' },
  retention: { ja: '継続', en: 'Retention' },
  advocacy: { ja: '推奨', en: 'Advocacy' },
};
