import { useTranslation } from 'react-i18next';
import type { ExplainAnswer } from '#contract/explain.ts';
import type { NodeView } from '#contract/plan-view.ts';
import { waterfallChart } from '#core/share/waterfall-chart.ts';
import { type Figures, type Measure, useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import type { WaterfallProps } from '../ui/waterfall.tsx';

export type ExplainedFactor = ExplainAnswer['factors'][number];
type ExplainedSide = ExplainAnswer['before'];

/** A number of an answer without the digits that only its binary form has. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** How the numbers of an explained node are written. */
export function explainedMeasure(answer: ExplainAnswer, node: NodeView | undefined): Measure {
  return { unit: answer.unit, counter: node?.counter ?? null };
}

/** What the two sides are called where there is little room: plan and actual, else their periods. */
export function useSideNames(answer: ExplainAnswer | undefined): { readonly before: string; readonly after: string } {
  const { t } = useTranslation('analyse');
  const say = useSay();
  const nameOf = (side: ExplainedSide, other: ExplainedSide) => {
    if (side.kind === other.kind) return say(side.label);
    return side.kind === 'planned' ? t('plan') : side.kind === 'measured' ? t('actual') : t('landing');
  };
  return answer
    ? { before: nameOf(answer.before, answer.after), after: nameOf(answer.after, answer.before) }
    : { before: '', after: '' };
}

/** Whether a change of the explained node is welcome. */
export function toneOfChange(change: number, direction: NodeView['direction'] | undefined): 'good' | 'bad' | 'none' {
  if (change === 0 || (direction !== 'up' && direction !== 'down')) return 'none';
  return change > 0 === (direction === 'up') ? 'good' : 'bad';
}

/** The waterfall of an answer, with its words. */
export function useWaterfall(
  answer: ExplainAnswer,
  node: NodeView | undefined,
): Pick<WaterfallProps, 'chart' | 'words' | 'summary'> & { readonly axisNote: string | undefined } {
  const { t } = useTranslation('analyse');
  const say = useSay();
  const figures = useFigures();
  const sides = useSideNames(answer);
  const of = explainedMeasure(answer, node);
  const chart = waterfallChart(answer.steps);
  const words = chart.bars.map(bar => {
    if (bar.kind === 'before' || bar.kind === 'after') {
      return { label: sides[bar.kind], value: figures.value(tidy(bar.value), of), tone: 'none' as const };
    }
    const [first = 0] = bar.steps;
    const label = bar.kind === 'rest' ? t('rest', { count: bar.steps.length }) : say(answer.steps[first]?.label);
    return { label, value: figures.difference(tidy(bar.value), of), tone: toneOfChange(bar.value, node?.direction) };
  });
  const { low, isCut } = chart.axis;
  return {
    chart,
    words,
    summary: say(answer.sentence),
    axisNote: isCut ? t('axisFrom', { value: figures.value(tidy(low), of) }) : undefined,
  };
}

/** A factor's values on both sides: the whole's, or the mean of the months that count; undefined where there is nothing to show. */
export function factorValues(
  factor: ExplainedFactor,
): { readonly before: number; readonly after: number; readonly isMean: boolean } | undefined {
  const { values, unit } = factor;
  if (unit === null || values.length === 0) return undefined;
  const mean = (side: 'before' | 'after') => tidy(values.reduce((sum, value) => sum + value[side], 0) / values.length);
  return { before: mean('before'), after: mean('after'), isMean: values.length > 1 };
}

export function difference(figures: Figures, value: number, of: Measure): string {
  return figures.difference(tidy(value), of);
}
