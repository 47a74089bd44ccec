import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { measureOf } from '../progress/node-words.ts';
import { buttonClass } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import style from './evidence.module.css';
import type { EvidencePartProps } from './evidence-baseline.tsx';
import { tidy } from './explained.ts';
import { signedPercent } from './tried-answer.tsx';

const OVERLAPS = [0, 0.25, 0.5] as const;

/** From the baseline, by growth and what initiatives are to bring, to what can be expected; and what is missing to the target. */
export function EvidenceBridge({ answer, node, ways, onChange }: EvidencePartProps) {
  const { t } = useTranslation('evidence');
  const figures = useFigures();
  const { bridge, target, direction } = answer;
  if (!bridge) return null;
  const of = measureOf(node);
  const rows = [
    { key: 'growth', label: t('growthRate', { rate: signedPercent(bridge.rate) }), amount: bridge.growth },
    ...bridge.effects.map(({ initiative, title, amount }) => ({ key: initiative, label: title, amount })),
    { key: 'overlap', label: t('overlapRow'), amount: bridge.overlap },
    { key: 'capped', label: t('cappedRow'), amount: bridge.capped },
  ].filter(({ key, amount }) => amount !== 0 || key === 'growth');
  const isMet = target !== null && (direction === 'down' ? bridge.total <= target : bridge.total >= target);
  return (
    <div>
      <h3 className={style.title}>{t('bridge')}</h3>
      <dl className={style.bridge}>
        <dt>{t('baseline')}</dt>
        <dd className="num">{figures.value(tidy(bridge.baseline), of)}</dd>
        {rows.map(({ key, label, amount }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd className="num">{figures.difference(tidy(amount), of)}</dd>
          </div>
        ))}
        <div className={style.total}>
          <dt>{t('bridgeTotal')}</dt>
          <dd>
            {target !== null && (
              <small>
                {isMet ? t('reached') : t('short', { gap: figures.value(tidy(Math.abs(target - bridge.total)), of) })}
              </small>
            )}{' '}
            <b className="num">{figures.value(tidy(bridge.total), of)}</b>
          </dd>
        </div>
      </dl>
      {bridge.effects.length === 0 && (
        <p className={style.said}>
          {t('noEffects')}{' '}
          <Link
            to="/initiatives/new"
            search={previous => ({ ...previous, node: node.id })}
            className={buttonClass('quiet', true)}
          >
            {t('propose')}
          </Link>
        </p>
      )}
      <div className={style.fields}>
        <Field label={t('growth')}>
          {control => (
            <Select
              {...control}
              small
              value={ways.growth === undefined ? 'past' : 'none'}
              options={[
                { value: 'past', label: t('growthPast') },
                { value: 'none', label: t('growthNone') },
              ]}
              onChange={event => {
                const { growth: _, ...rest } = ways;
                onChange(event.target.value === 'none' ? { ...rest, growth: 0 } : rest);
              }}
            />
          )}
        </Field>
        {bridge.effects.length > 1 && (
          <Field label={t('overlap')}>
            {control => (
              <Select
                {...control}
                small
                value={String(ways.overlap)}
                options={OVERLAPS.map(share => ({
                  value: String(share),
                  label: share === 0 ? t('noOverlap') : t('shareOverlap', { share: figures.percent(share, 0) }),
                }))}
                onChange={event => onChange({ ...ways, overlap: Number(event.target.value) })}
              />
            )}
          </Field>
        )}
      </div>
    </div>
  );
}
