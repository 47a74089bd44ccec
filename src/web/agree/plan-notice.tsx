import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople } from '../app/workspace-context.ts';
import { ChangeList } from '../plan/change-list.tsx';
import { planChanges } from '../plan/plan-changes.ts';
import { Button } from '../ui/button.tsx';
import style from './agreement.module.css';

const MOST = 5;

/**
 * What changed of a plan, or of one KPI of it, since the acting member last said they had seen it: old value and new, until they say
 * so again. [AGR-08] Nothing where nothing concerns them.
 */
export function PlanNotice({ plan, node }: { readonly plan: string; readonly node?: string }) {
  const { t } = useTranslation('agree');
  const people = usePeople();
  const see = useAction('seeVersion');
  const notice = useAnswer('agreementDuties', {}).data?.notices.find(one => one.plan === plan);
  const [from, to] = [notice?.from ?? 0, notice?.to ?? 0];
  const before = useAnswer('planVersion', { plan, version: String(from) }, { when: from > 0 }).data?.view;
  const after = useAnswer('planVersion', { plan, version: String(to) }, { when: from > 0 }).data?.view;
  if (!notice || !before || !after) return null;
  const changes = planChanges(before, after).filter(({ of }) => node === undefined || of === node);
  if (changes.length === 0) return null;
  return (
    <section className={style.notice} aria-label={t('noticeTitle')}>
      <div className={style.noticeHead}>
        <b>{t('dutyNotice', { name: people.nameOf(notice.author), number: to })}</b>
        {notice.reason && <span className="mut">{notice.reason}</span>}
      </div>
      <ChangeList changes={changes.slice(0, MOST)} view={after} />
      <div className={style.noticeHead}>
        {changes.length > MOST && <span className="mut">{t('noticeMore', { count: changes.length - MOST })}</span>}
        <Link to="/plan/versions" search={previous => ({ ...previous, plan, from: String(from), until: String(to) })}>
          {t('whatChanged')}
        </Link>
        <Button
          small
          busy={see.busy}
          onClick={() => void see.run({ plan, body: { version: to } }).then(answer => succeeded(answer))}
        >
          {t('seen')}
        </Button>
      </div>
    </section>
  );
}
