import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { FindingList } from '../journey/finding-list.tsx';
import { Field, Select } from '../ui/field.tsx';
import { useLang, useSay } from '../ui/language.ts';
import { Tag } from '../ui/pill.tsx';
import { shareText } from './lights-text.ts';
import style from './panel.module.css';
import { StoredField } from './stored-field.tsx';
import { BELIEF_LABELS, EVIDENCE_LABELS } from './support-words.ts';
import type { Planning } from './use-planning.ts';

/** What a KPI is said to influence: why, resting on what, and how strongly that is believed. [DES-11] */
export function InfluenceList({ node, planning }: { readonly node: NodeView; readonly planning: Planning }) {
  const { t } = useTranslation('design');
  const say = useSay();
  const lang = useLang();
  const { desk, nodeOf, view } = planning;
  const { role, id } = node;
  if (node.supports.length === 0) return null;
  const nameOf = (to: string) => say(nodeOf(to)?.name ?? view?.factors.find(factor => factor.id === to)?.name) || to;
  return (
    <section>
      <h3 className={style.title}>{t('influences')}</h3>
      <ul className={style.influences}>
        {node.supports.map(({ to, sign, because, evidence, belief, rate, lag, findings }, index) => {
          const set = (field: 'evidence' | 'belief' | 'rate' | 'lag', value: string) =>
            void desk.edit({ kind: 'influence', role, node: id, index, field, value });
          return (
            <li key={to}>
              <p>
                <b>{t(sign === '+' ? 'influenceUp' : 'influenceDown', { name: nameOf(to) })}</b>{' '}
                {evidence === 'none' && <Tag hypothesis>{t('hypothesis')}</Tag>}
              </p>
              {because && <p className="mut">{because[lang]}</p>}
              <FindingList findings={findings} />
              <div className={style.two}>
                <Field label={t('evidence')}>
                  {control => (
                    <Select
                      {...control}
                      small
                      value={evidence}
                      options={(['none', 'opinion', 'correlation', 'experiment'] as const).map(value => ({
                        value,
                        label: t(EVIDENCE_LABELS[value]),
                      }))}
                      onChange={event => set('evidence', event.target.value)}
                    />
                  )}
                </Field>
                <Field label={t('belief')}>
                  {control => (
                    <Select
                      {...control}
                      small
                      value={belief ?? ''}
                      options={[
                        { value: '', label: t('beliefNone') },
                        ...(['weak', 'moderate', 'strong'] as const).map(value => ({ value, label: t(BELIEF_LABELS[value]) })),
                      ]}
                      onChange={event => set('belief', event.target.value)}
                    />
                  )}
                </Field>
              </div>
              <div className={style.two}>
                <StoredField
                  label={t('linkRate')}
                  placeholder="30%"
                  value={shareText(rate)}
                  onStore={value => set('rate', /^[0-9.]+$/.test(value) ? `${value}%` : value)}
                />
                <StoredField
                  label={t('linkLag')}
                  placeholder={say({ ja: '14日', en: '14 days' })}
                  value={lag?.text ?? ''}
                  onStore={value => set('lag', value)}
                />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
