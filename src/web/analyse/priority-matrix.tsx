import { useTranslation } from 'react-i18next';
import type { PrioritiesAnswer } from '#contract/priority.ts';
import { useSay } from '../ui/language.ts';
import style from './priority.module.css';

const MARKS = [1, 2, 3, 4, 5] as const;

/** Every KPI by its impact (upwards) and how far it can be controlled (to the right). */
export function PriorityMatrix({ answer }: { readonly answer: PrioritiesAnswer }) {
  const { t } = useTranslation('priority');
  const say = useSay();
  return (
    <div className={style.frame}>
      <span className={style.up}>↑ {t('impact')}</span>
      <div className={style.matrix} role="img" aria-label={`${t('matrix')}: ${t('matrixNote')}`}>
        {[...MARKS].reverse().map(impact => (
          <div key={impact} className={style.line}>
            <span className={style.tick}>{impact}</span>
            {MARKS.map(control => {
              const here = answer.kpis.filter(kpi => kpi.impact.mark === impact && kpi.controllability.mark === control);
              return (
                <span key={control} className={style.cell} data-heat={heat(impact * control)}>
                  {here.map(kpi => (
                    <span key={kpi.node} className={style.dot}>
                      <b>{kpi.rank}</b> {say(kpi.name)}
                    </span>
                  ))}
                </span>
              );
            })}
          </div>
        ))}
        <div className={style.line}>
          <span className={style.tick} />
          {MARKS.map(control => (
            <span key={control} className={style.tick}>
              {control}
            </span>
          ))}
        </div>
      </div>
      <span className={style.right}>{t('controllability')} →</span>
    </div>
  );
}

function heat(product: number): 'high' | 'middle' | 'low' {
  return product >= 16 ? 'high' : product >= 9 ? 'middle' : 'low';
}
