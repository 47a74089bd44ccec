import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RulePage as Explanation } from '#core/lint/page/rule-page.ts';
import { RULE_PAGES } from '#core/lint/page/rule-pages.ts';
import { ALL_MESSAGES } from '#core/problem/all-messages.ts';
import frame from '../app/page.module.css';
import { Page } from '../app/page.tsx';
import { Card, Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
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
          <Example title={t('fails')} text={page.fails} />
          <Example title={t('passes')} text={page.passes} />
        </div>
      )}
      {severity !== 'error' && (
        <Section title={t('ignore')}>
          <p>{t('ignoreHow')}</p>
          <pre className={style.example}>{`ignore:\n  - { rule: ${code}, because: ${t('ignoreReason')} }`}</pre>
        </Section>
      )}
    </div>
  );
}

function Example({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Section title={title}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre className={style.example} tabIndex={0}>
        {text.trim()}
      </pre>
    </Section>
  );
}
