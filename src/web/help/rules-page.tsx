import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RULE_CONCEPTS } from '#core/lint/page/rule-concepts.ts';
import { Page } from '../app/page.tsx';
import { Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import style from './help.module.css';

/** Everything that can be found in a plan, by what it is about. */
export function RulesPage() {
  const { t } = useTranslation('help');
  const say = useSay();
  return (
    <Page title={t('rules')}>
      <p className={style.lead}>{t('rulesAbout')}</p>
      <div className={style.concepts}>
        {RULE_CONCEPTS.map(({ id, name, pages }) => (
          <Section key={id} title={say(name)}>
            <ul className={style.rules}>
              {Object.entries(pages).map(([code, { title }]) => (
                <li key={code}>
                  <Link to="/help/rule/$rule" params={{ rule: code }}>
                    {say(title)}
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
        ))}
      </div>
    </Page>
  );
}
