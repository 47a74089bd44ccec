import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { exampleIn } from '#core/lint/page/example-in.ts';
import type { RulePage as Explanation } from '#core/lint/page/rule-page.ts';
import { RULE_PAGES } from '#core/lint/page/rule-pages.ts';
import { isInTheWay } from '#core/plan/publishable.ts';
import { ALL_MESSAGES } from '#core/problem/all-messages.ts';
import frame from '../app/page.module.css';
import { Page } from '../app/page.tsx';
import { Card, Section } from '../ui/card.tsx';
import { useLang, useSay } from '../ui/language.ts';
import { Pill, type Tone } from '../ui/pill.tsx';
import { Empty } from '../ui/states.tsx';
import style from './help.module.css';

const TONES = { error: 'bad', warning: 'warn', info: 'none' } as const satisfies Readonly<Record<string, Tone>>;

/** What one finding means, why it matters, and how to put it right. [LNT-03] */
export function RulePage() {
  const { t } = useTranslation('help');
  const say = useSay();
  const { rule } = useParams({ from: '/help/rule/$rule' });
  const page = RULE_PAGES[rule];
  const crumb = (
    <Link to="/help/rule" className={frame.crumb}>
      {t('rules')}
    </Link>
  );
  if (!page)
    return (
      <Page title={t('unknown')} crumb={crumb}>
        <Card>
          <Empty icon="warn" title={t('unknown')}>
            <code>{rule}</code>
          </Empty>
        </Card>
      </Page>
    );
  return (
    <Page title={say(page.title)} crumb={crumb}>
      <Explained code={rule} page={page} />
    </Page>
  );
}

function Explained({ code, page }: { readonly code: string; readonly page: Explanation }) {
  const { t } = useTranslation('help');
  const { t: plan } = useTranslation('plan');
  const say = useSay();
  const severity = ALL_MESSAGES[code]?.severity ?? 'info';
  const canBeIgnored = severity !== 'error' && !isInTheWay({ code, severity, at: [], params: {} });
  return (
    <div className={style.page}>
      <Card>
        <p className={style.code}>
          <Pill tone={TONES[severity]}>{plan(severity)}</Pill>
          <code>{code}</code>
        </p>
        <dl className={style.parts}>
          <dt>{t('means')}</dt>
          <dd>{say(page.means)}</dd>
          <dt>{t('matters')}</dt>
          <dd>{say(page.why)}</dd>
          <dt>{t('fix')}</dt>
          <dd>{say(page.fix)}</dd>
          {page.given && <dt>{t('given')}</dt>}
          {page.given && <dd>{say(page.given)}</dd>}
        </dl>
      </Card>
      {page.fails !== undefined && page.passes !== undefined && (
        <div className={style.examples}>
          <Example title={t('fails')} text={page.fails} other={page.passes} tone="bad" />
          <Example title={t('passes')} text={page.passes} other={page.fails} tone="good" />
        </div>
      )}
      {canBeIgnored && (
        <Section title={t('ignore')}>
          <p>{t('ignoreHow')}</p>
          <pre className={style.example}>{`ignore:\n  - { rule: ${code}, because: ${t('ignoreReason')} }`}</pre>
        </Section>
      )}
    </div>
  );
}

/** An example with the lines marked that make the difference. */
function Example({
  title,
  text,
  other,
  tone,
}: {
  readonly title: string;
  readonly text: string;
  readonly other: string;
  readonly tone: 'good' | 'bad';
}) {
  const lang = useLang();
  const others = new Set(other.trim().split('\n'));
  return (
    <Section title={title}>
      <pre className={style.example}>
        {text
          .trim()
          .split('\n')
          .map((line, place) => (
            <span key={place} className={others.has(line) ? undefined : style[tone]}>
              {exampleIn(line, lang)}
            </span>
          ))}
      </pre>
    </Section>
  );
}
