import type { Text } from '../../text/text.ts';
import { balancePages } from '../balance/balance-pages.ts';
import { horizonPages } from '../balance/horizon-pages.ts';
import { coveragePages } from '../coverage/coverage-pages.ts';
import { evidencePages } from '../evidence/evidence-pages.ts';
import { formalismPages } from '../formalism/formalism-pages.ts';
import { ignorePages } from '../ignore/ignore-pages.ts';
import { countPages } from '../meaning/count-pages.ts';
import { meaningPages } from '../meaning/meaning-pages.ts';
import { peoplePages } from '../people/people-pages.ts';
import { rhythmPages } from '../rhythm/rhythm-pages.ts';
import { sizePages } from '../size/size-pages.ts';
import { attainablePages } from '../smart/attainable-pages.ts';
import { smartPages } from '../smart/smart-pages.ts';
import { arithmeticPages } from './arithmetic-pages.ts';
import { documentPages } from './document-pages.ts';
import { formulaPages } from './formula-pages.ts';
import type { RulePages } from './rule-page.ts';
import { structurePages } from './structure-pages.ts';
import { targetPages } from './target-pages.ts';

export interface RuleConcept {
  readonly id: string;
  readonly name: Text;
  readonly pages: RulePages;
}

/** The pages by what they are about, in the order in which a plan is best put right. */
export const RULE_CONCEPTS: readonly RuleConcept[] = [
  { id: 'document', name: { ja: '文書の書き方', en: 'The document' }, pages: documentPages },
  { id: 'target', name: { ja: '目標と遅れの書き方', en: 'How targets and lags are written' }, pages: targetPages },
  { id: 'formula', name: { ja: '計算式とシートの書き方', en: 'How formulas and sheets are written' }, pages: formulaPages },
  { id: 'arithmetic', name: { ja: '計算', en: 'Arithmetic' }, pages: arithmeticPages },
  { id: 'structure', name: { ja: '計画の組み立て', en: 'Structure' }, pages: structurePages },
  { id: 'smart', name: { ja: 'SMART', en: 'SMART' }, pages: { ...smartPages, ...attainablePages } },
  { id: 'balance', name: { ja: 'バランス', en: 'Balance' }, pages: { ...balancePages, ...horizonPages } },
  { id: 'meaning', name: { ja: '数字の意味', en: 'Meaning' }, pages: { ...meaningPages, ...countPages } },
  { id: 'coverage', name: { ja: '抜け', en: 'Coverage' }, pages: coveragePages },
  { id: 'people', name: { ja: '責任者', en: 'People' }, pages: peoplePages },
  { id: 'rhythm', name: { ja: '頻度と遅れ', en: 'Rhythm and lags' }, pages: rhythmPages },
  { id: 'size', name: { ja: '大きさ', en: 'Size' }, pages: sizePages },
  { id: 'formalism', name: { ja: '形だけのKPI', en: 'Formalism' }, pages: formalismPages },
  { id: 'evidence', name: { ja: '実績・予測との比較', en: 'Evidence' }, pages: evidencePages },
  { id: 'ignore', name: { ja: 'ignore の書き方', en: 'What is ignored' }, pages: ignorePages },
];
