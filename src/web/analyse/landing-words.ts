import { useTranslation } from 'react-i18next';
import type { LandingAnswer } from '#contract/foresee.ts';
import type { NodeView } from '#contract/plan-view.ts';
import { measureOf, useNodeWords } from '../progress/node-words.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { tidy } from './explained.ts';

/** Where a goal will land, in sentences: value with its range, the chance, and what planned initiatives would change. */
export function useLandingWords(): (answer: LandingAnswer, goal: NodeView) => readonly string[] {
  const { t } = useTranslation('analyse');
  const say = useSay();
  const figures = useFigures();
  const words = useNodeWords();
  return (answer, goal) => {
    const found = answer.nodes.find(({ node }) => node === goal.id);
    const name = say(goal.name);
    if (!found?.landing) return [t('landingUnknown', { name, why: say(found?.why) })];
    const of = measureOf(goal);
    const value = (number: number) => figures.value(tidy(number), of);
    const { p10, p50, p90 } = found.landing;
    const sentences = [t('landsAt', { name, landing: value(p50), range: figures.range(tidy(p10), tidy(p90), of) })];
    if (found.probability !== null) {
      sentences.push(t('reaches', { target: words.target(goal), share: figures.percent(found.probability, 0) }));
    }
    const { withEffects } = found;
    if (withEffects?.landing && withEffects.probability !== null) {
      const share = figures.percent(withEffects.probability, 0);
      sentences.push(t('reachesWith', { landing: value(withEffects.landing.p50), share }));
    }
    return figures.lang === 'en' ? sentences.map((sentence, place) => (place === 0 ? sentence : ` ${sentence}`)) : sentences;
  };
}
