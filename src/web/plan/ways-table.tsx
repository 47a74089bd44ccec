import { useTranslation } from 'react-i18next';
import type { WayReport } from '#contract/check.ts';
import type { NodeView } from '#contract/plan-view.ts';
import { measureOf } from '../progress/node-words.ts';
import { Button } from '../ui/button.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Pill, Tag } from '../ui/pill.tsx';
import style from './panel.module.css';
import type { Planning } from './use-planning.ts';

const TONES = { reaches: 'good', short: 'bad', 'cannot-tell': 'none' } as const;

/** The ways to take a goal apart, side by side, and what the plan's targets come to by each. [DES-09] */
export function WaysTable({ node, planning }: { readonly node: NodeView; readonly planning: Planning }) {
  const { t } = useTranslation('design');
  const say = useSay();
  const { checked, desk, nodeOf } = planning;
  const words = useWayWords(node, planning);
  const ways = checked?.check.ways.filter(({ goal }) => goal === node.id) ?? [];
  if (ways.length === 0) return null;
  const own = node.equals?.text ?? '';
  const others = ways.filter(({ isChosen }) => !isChosen);
  return (
    <section>
      <h3 className={style.title}>{t('ways')}</h3>
      <ul className={style.influences}>
        {ways.map(way => (
          <li key={way.formula}>
            <p>
              <b>{way.formula === say(way.name) ? words.readable(way.formula) : say(way.name)}</b>{' '}
              {way.isChosen && <Tag>{t('wayChosen')}</Tag>}
            </p>
            <p>
              <Pill tone={TONES[way.period.verdict]}>{words.outcome(way)}</Pill>
            </p>
            {say(way.because) && <p className="mut">{say(way.because)}</p>}
            {!way.isChosen && own !== '' && (
              <Button
                small
                onClick={() =>
                  void desk.edit({
                    kind: 'way',
                    goal: node.id,
                    index: others.indexOf(way),
                    formula: way.formula,
                    instead: own,
                  })
                }
              >
                {t('wayUse')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );

  function useWayWords(goal: NodeView, { view }: Planning) {
    const figures = useFigures();
    const of = measureOf(goal);
    return {
      /** A formula with people's names. */
      readable: (formula: string) =>
        formula
          .replace(/[\p{L}][\p{L}\p{N}-]*/gu, id => say(view?.nodes.find(one => one.id === id)?.name) || id)
          .replaceAll('*', '×')
          .replaceAll('/', '÷'),
      outcome: ({ period, missing, needed }: WayReport) => {
        const amount = (value: number | null) => (value === null ? '' : figures.value(String(value), of));
        if (period.verdict === 'reaches') return t('wayReaches', { implied: amount(period.implied) });
        if (period.verdict === 'short')
          return t('wayShort', { implied: amount(period.implied), shortBy: amount(period.shortBy) });
        if (missing.length === 0) return t('wayOpen');
        const open = nodeOf(missing[0] ?? '');
        const names = missing.map(id => say(nodeOf(id)?.name) || id).join(say({ ja: '、', en: ', ' }));
        const need = needed !== null && open ? t('wayNeeded', { needed: figures.value(needed, measureOf(open)) }) : '';
        return [t('wayMissing', { names }), need].filter(text => text !== '').join(say({ ja: '・', en: ', ' }));
      },
    };
  }
}
