import type { DayRange } from '#core/calendar/day-range.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Light } from '../progress/light.tsx';
import { measureOf } from '../progress/node-words.ts';
import { useFigures } from '../ui/figures.ts';
import style from './home.module.css';

/** How a KPI ended the month that a comment is asked for. */
export function MonthFigures({ plan, node, range }: { readonly plan: string; readonly node: string; readonly range: DayRange }) {
  const figures = useFigures();
  const stood = useAnswer('progress', { plan, to: range.to });
  const view = useAnswer('plan', { plan });
  const progress = stood.data?.state === 'standing' ? stood.data.nodes.find(one => one.node === node) : undefined;
  const found = view.data?.view?.nodes.find(({ id }) => id === node);
  if (!progress || !found) return null;
  return (
    <>
      <span className={`${style.value} num`}>{figures.observed(progress[progress.main].actual, measureOf(found))}</span>
      <Light progress={progress} />
    </>
  );
}
