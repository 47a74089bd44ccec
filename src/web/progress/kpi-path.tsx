import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { Empty } from '../ui/states.tsx';
import style from './kpi.module.css';
import { type KpiProps, nodeIn } from './kpi-props.ts';

/** "My KPI → goal" in words. */
export function KpiPath({ kpi, view }: KpiProps) {
  const { t } = useTranslation('progress');
  const say = useSay();
  const last = kpi.path.at(-1);
  const goal = last && nodeIn(view, last.to);
  return (
    <Section title={t('path')}>
      {kpi.node.role === 'goal' ? (
        <p className="mut">{t('isGoal')}</p>
      ) : kpi.path.length === 0 ? (
        <Empty small title={t('noPath')} />
      ) : (
        <ol className={style.steps}>
          {kpi.path.map(({ node, sentence }) => (
            <li key={node} className={style.step}>
              {node === kpi.node.id ? (
                <b>{say(kpi.node.name)}</b>
              ) : (
                <Link to="/progress/kpi/$node" params={{ node }}>
                  {say(nodeIn(view, node)?.name) || node}
                </Link>
              )}
              <p>{say(sentence)}</p>
            </li>
          ))}
          {goal && (
            <li className={style.step}>
              <Link to="/progress/kpi/$node" params={{ node: goal.id }}>
                {say(goal.name)}
              </Link>
            </li>
          )}
        </ol>
      )}
    </Section>
  );
}
