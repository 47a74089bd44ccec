import { useTranslation } from 'react-i18next';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import style from './analyse.module.css';
import { difference, explainedMeasure } from './explained.ts';
import type { WhyProps } from './why-answer.tsx';

/** The shares along the tree: every node on the way with the sum of what hangs below it, to fold and unfold. */
export function NestedSums({ answer, node }: WhyProps) {
  const { t } = useTranslation('analyse');
  if (answer.nodes.length === 0) return null;
  return (
    <Section title={t('nested')}>
      <Below answer={answer} node={node} under={answer.node} />
    </Section>
  );
}

function Below({ answer, node, under }: Pick<WhyProps, 'answer' | 'node'> & { readonly under: string }) {
  const say = useSay();
  const figures = useFigures();
  const amount = (share: number) => <b className="num">{difference(figures, share, explainedMeasure(answer, node))}</b>;
  const inner = answer.nodes.filter(one => one.under === under && one.node !== under);
  const factors = answer.factors.filter(factor => factor.under === under);
  return (
    <div className={style.nested}>
      {inner.map(one => (
        <details key={one.node}>
          <summary>
            <span className={style.summary}>
              {say(one.name)} {amount(one.share)}
            </span>
          </summary>
          <div className={style.branch}>
            <Below answer={answer} node={node} under={one.node} />
          </div>
        </details>
      ))}
      {factors.map(factor => (
        <div key={`${factor.kind} ${factor.node}`} className={style.leaf}>
          {say(factor.name)} {amount(factor.share)}
        </div>
      ))}
    </div>
  );
}
