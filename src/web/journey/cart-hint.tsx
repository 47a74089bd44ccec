import { useTranslation } from 'react-i18next';
import { CART_CAUSES, causeOf, likelyCause } from '#core/journey/value/cart-cause.ts';
import { CART_CAUSE_TEXT } from '#core/journey/value/cart-cause-text.ts';
import type { FunnelStep } from '#core/journey/value/funnel-figures.ts';
import { Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { useCatalogueNames } from './catalogue-names.ts';
import own from './journey.module.css';

/** Of a checkout only: the likely cause of what is abandoned, with measures and KPIs. [VAL-63] */
export function CartHint({ rows }: { readonly rows: readonly (FunnelStep & { readonly name: string })[] }) {
  const { t } = useTranslation('journey');
  const say = useSay();
  const nameOf = useCatalogueNames();
  const steps = rows.slice(1).map((row, index) => ({ name: row.name, entered: rows[index]?.people ?? 0, passed: row.people }));
  const isCheckout = rows.some(({ name }) => /cart|カート/iu.test(name)) && steps.some(({ name }) => causeOf(name) !== undefined);
  const found = isCheckout ? likelyCause(steps) : undefined;
  if (!found) return null;
  const { name, measures } = CART_CAUSE_TEXT[found.cause];
  return (
    <Section title={t('cart')} note={t('cartHint')}>
      <p>
        <b>{say(name)}</b>
        {found.step && `（${found.step}）`}
      </p>
      <ul className={own.lines}>
        {measures.map(measure => (
          <li key={measure.en}>{say(measure)}</li>
        ))}
        {CART_CAUSES[found.cause].map(kpi => (
          <li key={kpi}>KPI: {nameOf(kpi)}</li>
        ))}
      </ul>
    </Section>
  );
}
