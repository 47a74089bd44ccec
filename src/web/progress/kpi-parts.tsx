import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { parseFormula } from '#core/formula/parse.ts';
import { formulaRow } from '#core/share/formula-row.ts';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import style from './kpi.module.css';
import { type KpiProps, nodeIn } from './kpi-props.ts';
import { Light } from './light.tsx';
import { measureOf } from './node-words.ts';

/** Why: the formula with where each part stands. */
export function KpiParts({ kpi, view }: KpiProps) {
  const { t } = useTranslation('progress');
  const say = useSay();
  const figures = useFigures();
  const { equals } = kpi.node;
  const parsed = equals ? parseFormula(equals.text) : undefined;
  if (!parsed?.ok) return null;
  return (
    <Section title={t('why')} note={t('whyNote')}>
      <div className={style.formula}>
        {formulaRow(parsed.value).map((item, place) => {
          const key = `${place} ${item.kind}`;
          if (item.kind === 'sign') {
            return (
              <span key={key} className={style.sign}>
                {item.text}
              </span>
            );
          }
          const node = nodeIn(view, item.id);
          const progress = item.kind === 'part' ? kpi.parts.find(part => part.node === item.id) : undefined;
          return (
            <Link key={key} to="/progress/kpi/$node" params={{ node: item.id }} className={style.part}>
              <span className={style.partHead}>
                {item.kind === 'earlier'
                  ? t(item.when === 'previous' ? 'earlierMonth' : 'earlierYear', { name: say(node?.name) })
                  : say(node?.name) || item.id}
                {progress && <Light progress={progress} flag={false} />}
              </span>
              {node && progress && (
                <>
                  <b className="num">{figures.observed(progress.month.actual, measureOf(node))}</b>
                  <small>
                    {progress.month.due !== undefined &&
                      t('planToDate', { value: figures.value(progress.month.due, measureOf(node)) })}
                  </small>
                </>
              )}
            </Link>
          );
        })}
      </div>
    </Section>
  );
}
