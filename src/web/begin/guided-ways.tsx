import { useTranslation } from 'react-i18next';
import type { WayReport } from '#contract/check.ts';
import { isMonthly, roundedNeed } from '#core/begin/needed-target.ts';
import { measureOf } from '../progress/node-words.ts';
import { Button } from '../ui/button.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Pill, Tag } from '../ui/pill.tsx';
import { useFormulaWords } from './formula-words.ts';
import style from './guided.module.css';
import type { StepProps } from './guided-step.ts';

const TONES = { reaches: 'good', short: 'bad', 'cannot-tell': 'none' } as const;

/** Ways to take the goal apart side by side: what each comes to with the targets so far, and what it still asks for. [DES-09] */
export function GuidedWays({ answers, set, catalogue, nodes, checked }: StepProps) {
  const { t } = useTranslation('begin');
  const words = useFormulaWords(catalogue, nodes);
  const outcome = useOutcome(checked);
  const ways = checked?.check.ways ?? [];
  const [goal] = nodes;
  if (!goal || ways.length < 2) return null;
  const choose = ({ formula }: WayReport) =>
    set({
      ownFormula: '',
      formulas: { ...answers.formulas, [goal.id]: formula },
      alternatives: [...new Set([...answers.alternatives, ...(goal.formula === undefined ? [] : [goal.formula])])],
    });
  return (
    <section className={style.ways} aria-label={t('ways')}>
      <h3>{t('ways')}</h3>
      <ul>
        {ways.map(way => (
          <li key={way.formula}>
            <span>
              <b>{words.formula(way.formula)}</b>
              {way.isChosen && <Tag>{t('wayChosen')}</Tag>}
            </span>
            <Pill tone={TONES[way.period.verdict]}>{outcome(way)}</Pill>
            {!way.isChosen && (
              <Button small onClick={() => choose(way)}>
                {t('wayUse')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function useOutcome(checked: StepProps['checked']): (way: WayReport) => string {
  const { t } = useTranslation('begin');
  const say = useSay();
  const figures = useFigures();
  const nodeOf = (id: string) => checked?.view?.nodes.find(node => node.id === id);
  return ({ goal, period, missing, needed }) => {
    const of = nodeOf(goal);
    const amount = (value: number | null) => (value === null || !of ? '' : figures.value(String(value), measureOf(of)));
    switch (period.verdict) {
      case 'reaches':
        return t('wayReaches', { implied: amount(period.implied) });
      case 'short':
        return t('wayShort', { implied: amount(period.implied), shortBy: amount(period.shortBy) });
      case 'cannot-tell': {
        const names = missing.map(id => say(nodeOf(id)?.name) || id).join(say({ ja: '、', en: ', ' }));
        const open = nodeOf(missing[0] ?? '');
        if (needed === null || !open) return missing.length === 0 ? t('wayOpen') : t('wayMissing', { names });
        const need = figures.value(roundedNeed(needed, open), measureOf(open));
        return t(isMonthly(open) ? 'wayNeededMonthly' : 'wayNeeded', { name: names, needed: need });
      }
    }
  };
}
