import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDay } from '#core/calendar/format-day.ts';
import { unreachable } from '#core/problem/unreachable.ts';
import type { ShortReason } from '#core/progress/short-reasons.ts';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import style from './kpi.module.css';
import type { KpiProps } from './kpi-props.ts';
import { measureOf } from './node-words.ts';

/** Why a KPI misses while all parts of its formula are met: what to look at, in order. [DES-39] */
export function ShortCard({ kpi }: KpiProps) {
  const { t } = useTranslation('progress');
  const words = useReasonWords(kpi);
  const why = kpi.progress?.why;
  if (!why) return null;
  return (
    <Section title={t('shortTitle')} note={t('shortNote')}>
      <ol className={style.reasons}>
        {why.map(reason => (
          <li key={reason.kind}>{words(reason)}</li>
        ))}
      </ol>
      <Link to="/plan" search={previous => ({ ...previous, mode: 'check', node: kpi.node.id })}>
        {t('shortCheck')}
      </Link>
    </Section>
  );
}

function useReasonWords({ node }: KpiProps['kpi']): (reason: ShortReason) => string {
  const { t } = useTranslation('progress');
  const figures = useFigures();
  const of = measureOf(node);
  return reason => {
    switch (reason.kind) {
      case 'targets-do-not-add-up':
        return t('shortTargets', { gives: figures.value(reason.gives, of), wanted: figures.value(reason.wanted, of) });
      case 'unit-mismatch':
        return t('shortUnit', {
          gives: figures.value(reason.gives, of),
          factor: reason.factor >= 1 ? String(reason.factor) : `1/${Math.round(1 / reason.factor)}`,
        });
      case 'lag-not-elapsed':
        return t('shortLag', { day: formatDay(reason.until, figures.lang) });
      case 'external-factor':
        return t('shortExternal', { gives: figures.value(reason.gives, of), wanted: figures.value(reason.wanted, of) });
      case 'wrong-causal-link':
        return t('shortLink');
      default:
        return unreachable(reason);
    }
  };
}
