import { useTranslation } from 'react-i18next';
import type { ExplainAnswer } from '#contract/explain.ts';
import type { NodeView } from '#contract/plan-view.ts';
import type { Stands } from '../app/standing-page.tsx';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Fine } from '../ui/states.tsx';
import { Waterfall } from '../ui/waterfall.tsx';
import style from './analyse.module.css';
import { AnswerCard } from './answer-card.tsx';
import { difference, explainedMeasure, useWaterfall } from './explained.ts';
import { FactorTable } from './factor-table.tsx';
import { NestedSums } from './nested-sums.tsx';
import { SegmentTables } from './segment-table.tsx';
import { WhyUse } from './why-use.tsx';

export interface WhyProps {
  readonly answer: ExplainAnswer;
  readonly node: NodeView;
  readonly stands: Stands;
}

/** The answer: a sentence, the waterfall, every factor, and every segment where it was cut. */
export function WhyAnswer(props: WhyProps) {
  const { answer, node } = props;
  const { t } = useTranslation('analyse');
  const say = useSay();
  const figures = useFigures();
  const { axisNote, ...picture } = useWaterfall(answer, node);
  const count = answer.factors.length;
  const basis = [
    t(answer.how === 'sampled' ? 'sampledParts' : 'exactParts', { count }),
    ...(answer.provisional === 0 ? [t('allSettled')] : []),
    ...answer.problems.filter(({ code }) => code !== 'explain-not-cut').map(({ message }) => say(message)),
  ];
  const sum = t('sumMatches', { change: difference(figures, answer.change, explainedMeasure(answer, node)) });
  return (
    <div className={style.page}>
      <AnswerCard sentence={say(answer.sentence)} basis={basis}>
        <WhyUse {...props} />
      </AnswerCard>
      <Section title={t('variance')} note={[axisNote, sum].filter(Boolean).join(figures.lang === 'ja' ? '・' : ' · ')}>
        {count === 0 ? <Fine>{t('noDifference')}</Fine> : <Waterfall {...picture} height={280} />}
      </Section>
      <FactorTable {...props} />
      <SegmentTables {...props} />
      <NestedSums {...props} />
    </div>
  );
}
