import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useFigures } from '../ui/figures.ts';
import { Tag } from '../ui/pill.tsx';
import style from './close.module.css';

export type FollowUp = ResponseOf<Api['closeInitiative']>['followUps'][number];

/** What a decision has brought about, and where it is. */
export function FollowUps({ followUps }: { readonly followUps: readonly FollowUp[] }) {
  return (
    <ul className={style.follow}>
      {followUps.map((followUp, place) => (
        <li key={`${followUp.kind} ${followUp.id ?? place}`}>
          <FollowUpLine followUp={followUp} />
        </li>
      ))}
    </ul>
  );
}

function FollowUpLine({ followUp }: { readonly followUp: FollowUp }) {
  const { t } = useTranslation('act');
  const figures = useFigures();
  const initiatives = useAnswer('initiatives', {}, { when: followUp.kind === 'initiative' });
  const toDos = useAnswer('toDos', {}, { when: followUp.kind === 'to-do' });
  const { kind, id, money } = followUp;
  switch (kind) {
    case 'initiative':
      return (
        <>
          <Tag>{t('follow-initiative')}</Tag>
          {id && (
            <Link to="/initiatives/$initiative" params={{ initiative: id }}>
              {initiatives.data?.initiatives.find(one => one.id === id)?.title ?? id}
            </Link>
          )}
        </>
      );
    case 'to-do':
      return (
        <>
          <Tag>{t('follow-to-do')}</Tag>
          <Link to="/initiatives/to-dos">{toDos.data?.toDos.find(one => one.id === id)?.title ?? ''}</Link>
        </>
      );
    case 'procedure':
      return <Tag>{t('follow-procedure')}</Tag>;
    case 'freed-budget':
      return (
        <span>
          {t('follow-freed-budget', {
            amount: money
              ? figures.value(money.amount, { unit: { kind: 'money', currency: money.currency }, counter: null })
              : '',
          })}
        </span>
      );
    case 'left-open':
      return <span className="warn">◆ {t('follow-left-open')}</span>;
  }
}
