import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FindingList } from '../journey/finding-list.tsx';
import { BELIEF_LABELS, EVIDENCE_LABELS } from '../plan/support-words.ts';
import { Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import style from './kpi.module.css';
import { type KpiProps, nodeIn } from './kpi-props.ts';

/** Stated influences this KPI has or is under: why, resting on what, and what was seen of them. [DES-11, JNY-13] */
export function KpiInfluences({ kpi, view }: KpiProps) {
  const { t } = useTranslation('board');
  const { t: words } = useTranslation('design');
  const say = useSay();
  const { id } = kpi.node;
  const found = view.nodes.flatMap(node =>
    node.supports.flatMap(support => (node.id === id || support.to === id ? [{ from: node.id, ...support }] : [])),
  );
  if (found.length === 0) return null;
  const nameOf = (of: string) => say(nodeIn(view, of)?.name ?? view.factors.find(factor => factor.id === of)?.name) || of;
  return (
    <Section title={t('influences')}>
      <ul className={style.influences}>
        {found.map(({ from, to, sign, because, evidence, belief, findings }) => {
          const other = from === id ? to : from;
          return (
            <li key={`${from} ${to}`}>
              <p>
                {nodeIn(view, other) ? (
                  <Link to="/progress/kpi/$node" params={{ node: other }}>
                    {t(sign === '+' ? 'raises' : 'lowers', { from: nameOf(from), to: nameOf(to) })}
                  </Link>
                ) : (
                  <b>{t(sign === '+' ? 'raises' : 'lowers', { from: nameOf(from), to: nameOf(to) })}</b>
                )}
              </p>
              {because && <p>{say(because)}</p>}
              <p className="dim">
                {words('evidence')}: {words(EVIDENCE_LABELS[evidence])}
                {belief && ` · ${words('belief')}: ${words(BELIEF_LABELS[belief])}`}
              </p>
              <FindingList findings={findings} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
