import { useTranslation } from 'react-i18next';
import type { PrioritiesAnswer } from '#contract/priority.ts';
import type { Stands } from '../app/standing-page.tsx';
import { usePeople } from '../app/workspace-context.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { tidy } from './explained.ts';
import { signedPercent } from './tried-answer.tsx';

export type RankedKpi = PrioritiesAnswer['kpis'][number];
export type RankedFactor = PrioritiesAnswer['factors'][number];
export type Scored = RankedKpi['impact'];

/** What to work on first and next, as one would say it. */
export function usePriorityWords(): (answer: PrioritiesAnswer, stands: Stands) => string {
  const { t } = useTranslation('priority');
  const say = useSay();
  const figures = useFigures();
  return (answer, stands) => {
    const [first, ...others] = answer.kpis.toSorted((a, b) => a.rank - b.rank);
    if (!first) return t('none');
    const of = { unit: answer.goal.unit, counter: stands.nodeOf(answer.goal.node)?.counter ?? null };
    const sentences = [t('first', { name: say(first.name), total: tidy(first.total) })];
    if (first.gain && first.gain.change !== 0) {
      sentences.push(
        t('brings', {
          goal: say(answer.goal.name),
          change: figures.difference(tidy(first.gain.change), of),
          relative: first.gain.relative === null ? '' : signedPercent(first.gain.relative),
        }),
      );
    }
    const next = others.slice(0, 2).map(({ name }) => say(name));
    if (next.length > 0) sentences.push(t('next', { names: next.join(figures.lang === 'ja' ? '、' : ', ') }));
    return sentences.join(figures.lang === 'ja' ? '' : ' ');
  };
}

/** Why a mark is what it is; people and KPIs by their names. */
export function useReasons(stands: Stands): (scored: Scored) => readonly string[] {
  const { t } = useTranslation('priority');
  const say = useSay();
  const people = usePeople();
  const { lang } = useFigures();
  return ({ because }) =>
    because.map(({ code, params, message }) => {
      if (code === 'priority-owner' && typeof params.owner === 'string')
        return t('ownedBy', { name: people.nameOf(params.owner) });
      if (code === 'priority-factor' && Array.isArray(params.kpis)) {
        const names = params.kpis.map(id => say(stands.nodeOf(String(id))?.name) || String(id));
        return t('worked', { names: names.join(lang === 'ja' ? '、' : ', ') });
      }
      return say(message);
    });
}
