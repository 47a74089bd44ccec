import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import style from './agreement.module.css';

/** What waits for the acting member's word, and plans that changed since they looked; nothing where there is none. */
export function AgreementDutiesCard() {
  const { t } = useTranslation('agree');
  const say = useSay();
  const people = usePeople();
  const duties = useAnswer('agreementDuties', {}).data;
  const see = useAction('seeVersion');
  if (!duties || duties.approvals.length + duties.objections.length + duties.notices.length === 0) return null;
  const goes = (plan: string) => (
    <span className={style.far}>
      <Link to="/plan/agreement" search={previous => ({ ...previous, plan })} className={buttonClass('plain', true)}>
        {t('open')}
      </Link>
    </span>
  );
  return (
    <Section title={t('duty')}>
      <ul className={style.duties}>
        {duties.approvals.map(({ plan, name, author, reason, sides }) => (
          <li key={`approval ${plan} ${author}`}>
            <b>{say(name)}</b>
            <span>
              {t('dutyApproval', {
                name: people.nameOf(author),
                sides: sides.map(side => t(side)).join(say({ ja: '・', en: ', ' })),
              })}
            </span>
            {goes(plan)}
            <p>{reason}</p>
          </li>
        ))}
        {duties.objections.map(({ plan, name, by, text }) => (
          <li key={`objection ${plan} ${by} ${text}`}>
            <b>{say(name)}</b>
            <span>{t('dutyObjection', { name: people.nameOf(by) })}</span>
            {goes(plan)}
            <p>{text}</p>
          </li>
        ))}
        {duties.notices.map(({ plan, name, author, from, to, reason }) => (
          <li key={`notice ${plan}`}>
            <b>{say(name)}</b>
            <span>{t('dutyNotice', { name: people.nameOf(author), number: to })}</span>
            <span className={style.far}>
              <Link
                to="/plan/versions"
                search={previous => ({ ...previous, plan, from: from > 0 ? String(from) : undefined, until: String(to) })}
                className={buttonClass('plain', true)}
              >
                {t('whatChanged')}
              </Link>
              <Button
                small
                look="quiet"
                busy={see.busy}
                onClick={() => void see.run({ plan, body: { version: to } }).then(answer => succeeded(answer))}
              >
                {t('seen')}
              </Button>
            </span>
            <p>{reason}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
