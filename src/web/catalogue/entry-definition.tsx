import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNodeWords } from '../progress/node-words.ts';
import { Section } from '../ui/card.tsx';
import { useLang, useSay } from '../ui/language.ts';
import style from './catalogue.module.css';
import { isDomain } from './domain-labels.ts';
import type { Entry } from './entry-page.tsx';
import { FormulaLinks } from './formula-links.tsx';
import { useMetricWords } from './metric-words.ts';
import { denominatorOf } from './same-word.tsx';

/** Up to so many days later, an effect is seen in the same breath. */
const SOON = 3;

/** How the number comes about: formula, unit, what it is divided by, how it adds up. */
export function EntryDefinition({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('catalogue');
  const { t: domain } = useTranslation('domain');
  const say = useSay();
  const lang = useLang();
  const words = useMetricWords();
  const basis = useNodeWords().basis(entry.basis);
  const { metric, identities, usedBy, follows } = entry;
  const link = (id: string) => (
    <Link key={id} to="/catalogue/$metric" params={{ metric: id }}>
      {words.nameOf(id)}
    </Link>
  );
  const otherNames = [lang === 'ja' ? metric.name.en : metric.name.ja, ...metric.aliases].filter(
    name => name !== say(metric.name),
  );
  const counted = metric.unit.kind === 'ratio' ? words.thing(metric.unit.of) : '';
  const divisor = words.thing(denominatorOf(metric));
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      t('formula'),
      metric.formula === null ? <span className="mut">{t('noFormula')}</span> : <FormulaLinks text={metric.formula} />,
    ],
    [t('identities'), identities.length > 0 && identities.map(text => <FormulaLinks key={text} text={text} />)],
    [
      t('unit'),
      `${words.unit(metric)}${entry.mayExceedOne ? say({ ja: `。${t('overHundred')}`, en: `. ${t('overHundred')}` }) : ''}`,
    ],
    [t('numerator'), counted],
    [t('denominator'), divisor],
    [t('direction'), t(metric.direction)],
    [t('aggregation'), t(metric.aggregation)],
    [t('basis'), basis],
    [t('partner'), metric.pair !== null && link(metric.pair)],
    [t('guardrail'), entry.guardrail !== null && link(entry.guardrail)],
    [
      t('when'),
      [t(metric.leading ? 'leading' : 'lagging'), metric.horizon && t(metric.horizon)]
        .filter(Boolean)
        .join(say({ ja: '・', en: ', ' })),
    ],
    [
      t('follows'),
      follows && (
        <span className={style.linked}>
          {link(follows.metric)}
          <span className="mut">{t(lagWord(follows), follows)}</span>
        </span>
      ),
    ],
    [t('rhythm'), metric.rhythm !== null && t(metric.rhythm)],
    [
      t('domain'),
      metric.domains
        .filter(isDomain)
        .map(id => domain(id))
        .join(say({ ja: '、', en: ', ' })),
    ],
    [t('usedBy'), usedBy.length > 0 && <span className={style.linked}>{usedBy.map(link)}</span>],
    [t('aliases'), otherNames.join(say({ ja: '、', en: ', ' }))],
    [t('id'), <code key="id">{metric.id}</code>],
  ];
  return (
    <Section title={t('definition')}>
      <dl className={style.facts}>
        {facts
          .filter(([, value]) => value !== '' && value !== false && value !== null)
          .map(([label, value]) => [<dt key={`${label} t`}>{label}</dt>, <dd key={`${label} d`}>{value}</dd>])}
      </dl>
    </Section>
  );
}

function lagWord({ low, high }: { readonly low: number; readonly high: number }) {
  if (high <= SOON) return 'lagSoon';
  if (low === 0) return 'lagWithin';
  return low === high ? 'lagDays' : 'lagRange';
}
