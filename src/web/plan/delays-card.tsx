import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { DelayRow } from './delay-row.tsx';
import style from './schedule.module.css';
import type { Planning } from './use-planning.ts';

/** How long it takes from what is created to what comes of it: as the plan says, and as the data show. [PLN-69] */
export function DelaysCard({ planning }: { readonly planning: Planning }) {
  const { t } = useTranslation('schedule');
  const say = useSay();
  const { answer, view, nodeOf } = planning;
  const { data } = useAnswer('planLags', { plan: answer.plan.id }, { when: answer.version !== null, keep: true });
  const delayed = (view?.nodes ?? []).filter(({ lag, equals }) => lag !== null && equals !== null);
  if (delayed.length === 0) return null;
  const nameOf = (id: string) => say(nodeOf(id)?.name) || id;
  const fromOf = ({ lag, equals }: NodeView) => lag?.after ?? equals?.parts.find(id => nodeOf(id)?.time === 'flow') ?? '';
  return (
    <Section title={t('delays')} className={style.section}>
      <p className={style.how}>{t('delaysHow')}</p>
      <ul className={style.delays}>
        {delayed.map(node => (
          <DelayRow
            key={node.id}
            node={node}
            name={t('delayOf', { from: nameOf(fromOf(node)), to: nameOf(node.id) })}
            evidence={data?.lags.find(one => one.node === node.id)}
            onAdopt={text => {
              const after = node.lag?.after;
              const value = after === undefined || after === null ? text : `${text} after ${after}`;
              return planning.desk.edit({ kind: 'field', role: node.role, node: node.id, field: 'lag', value });
            }}
          />
        ))}
      </ul>
    </Section>
  );
}
