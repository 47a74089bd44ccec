import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { AgreementDutiesCard } from '../agree/agreement-duties.tsx';
import { ThreatsCard } from '../analyse/threats-card.tsx';
import { ErrorState } from '../app/error-state.tsx';
import { Page } from '../app/page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Card } from '../ui/card.tsx';
import { useLang } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import { Loading } from '../ui/states.tsx';
import { ChangesCard } from './changes-card.tsx';
import { ClosingCard } from './closing-card.tsx';
import { DataCard } from './data-card.tsx';
import { DueInitiatives } from './due-initiatives.tsx';
import { DueToDos } from './due-to-dos.tsx';
import { DueValues } from './due-values.tsx';
import { FirstSteps } from './first-steps.tsx';
import style from './home.module.css';
import { MissingComments } from './missing-comments.tsx';
import { MovedCard } from './moved-card.tsx';
import { MyKpis } from './my-kpis.tsx';

export type HomeAnswer = ResponseOf<Api['home']>;

/** Where Monday starts: what there is to do, and what has changed. */
export function HomePage() {
  const { t } = useTranslation('home');
  const { plans } = useWorkspace();
  const asked = useAnswer('home', {}, { keep: true });
  const home = asked.data;
  return (
    <Page title={t('title')}>
      {plans.length === 0 ? (
        <FirstSteps />
      ) : home ? (
        <Home home={home} />
      ) : (
        <Card>
          {asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading lines={8} />}
        </Card>
      )}
    </Page>
  );
}

function Home({ home }: { readonly home: HomeAnswer }) {
  return (
    <div className={style.page}>
      <Today home={home} />
      <div className={style.columns}>
        <div className={style.column}>
          <AgreementDutiesCard />
          <DueValues member={home.member} />
          <MissingComments home={home} />
          <DueToDos home={home} />
          <DueInitiatives home={home} />
          <MyKpis home={home} />
        </div>
        <div className={style.column}>
          <ThreatsCard member={home.member} />
          <MovedCard home={home} />
          <DataCard home={home} />
          <ClosingCard home={home} />
          <ChangesCard home={home} />
        </div>
      </div>
    </div>
  );
}

/** The day, and in one line how much is due. */
function Today({ home }: { readonly home: HomeAnswer }) {
  const { t } = useTranslation('home');
  const lang = useLang();
  const { comments, toDos, initiatives } = home;
  const due =
    comments.missing.length + [toDos, initiatives].reduce((sum, list) => sum + list.overdue.length + list.today.length, 0);
  return (
    <div className={style.today}>
      <strong>{formatDay(home.today, lang, 'weekday')}</strong>
      {due === 0 ? <Pill tone="good">{t('allDone')}</Pill> : <Pill tone="warn">{t('todo', { count: due })}</Pill>}
      {home.member === null && <span className="dim">{t('forEverybody')}</span>}
    </div>
  );
}
