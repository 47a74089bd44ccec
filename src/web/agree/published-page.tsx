import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { formatDay, formatDayRange } from '#core/calendar/format-day.ts';
import { ErrorState } from '../app/error-state.tsx';
import { Page } from '../app/page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople } from '../app/workspace-context.ts';
import { PlanOutline } from '../begin/plan-outline.tsx';
import { ChangeList } from '../plan/change-list.tsx';
import sheet from '../plan/definition-sheet.module.css';
import { Definition } from '../plan/definition-sheet-page.tsx';
import { planChanges } from '../plan/plan-changes.ts';
import { useCheckedPlan } from '../plan/use-checked-plan.ts';
import { useVerdictWords, VERDICTS } from '../plan/verdict-bar.tsx';
import { Button } from '../ui/button.tsx';
import { Card, Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { localMoment } from '../ui/local-moment.ts';
import { Pill } from '../ui/pill.tsx';
import { Loading } from '../ui/states.tsx';
import style from './published.module.css';
import { PublishedTable } from './published-table.tsx';

type PublishedVersion = ResponseOf<Api['planVersion']>;

/** A published plan for those who only read: nothing of drafts, nothing to change, one document on paper. [DES-71] */
export function PublishedPage() {
  const { t } = useTranslation('agree');
  const say = useSay();
  const { plan } = useParams({ from: '/published/$plan' });
  const { version } = useSearch({ from: '/published/$plan' });
  const newest = useAnswer('plan', { plan }).data?.version?.number;
  const number = version ?? (newest === undefined ? undefined : String(newest));
  const asked = useAnswer('planVersion', { plan, version: number ?? '' }, { when: number !== undefined });
  const title = say(asked.data?.view?.name) || t('publishedPlan');
  return (
    <Page title={title}>
      {asked.data ? (
        <Published published={asked.data} isNewest={String(newest) === String(asked.data.version.number)} />
      ) : (
        <Card>
          {asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading lines={8} />}
        </Card>
      )}
    </Page>
  );
}

function Published({ published, isNewest }: { readonly published: PublishedVersion; readonly isNewest: boolean }) {
  const { t } = useTranslation('agree');
  const { version, view, check, texts } = published;
  const checked = useCheckedPlan(texts);
  const words = useVerdictWords();
  const { t: plan } = useTranslation('plan');
  if (!view) return null;
  return (
    <div className={style.document}>
      <Head published={published} isNewest={isNewest} />
      <Section title={t('publishedCheck')} className={style.part}>
        {check.goals.map(goal => {
          const node = view.nodes.find(({ id }) => id === goal.id);
          return (
            node && (
              <p key={goal.id} className={style.verdict}>
                <Pill tone={VERDICTS[goal.verdict].tone}>{plan(VERDICTS[goal.verdict].word)}</Pill>
                <strong>{words.sentence(goal, node)}</strong>
              </p>
            )
          );
        })}
        {checked ? <PlanOutline view={view} planned={checked.planned} /> : <Loading lines={4} />}
      </Section>
      <ChangesSince published={published} />
      <PublishedTable view={view} />
      <h2 className={style.heading}>{t('publishedDefinitions')}</h2>
      <div className={sheet.sheet}>
        {view.nodes.map(node => (
          <Definition key={node.id} node={node} view={view} isPublished={version.number > 0} />
        ))}
      </div>
    </div>
  );
}

/** Whose plan, which version, since when, agreed by whom. */
function Head({ published: { version, view }, isNewest }: { readonly published: PublishedVersion; readonly isNewest: boolean }) {
  const { t } = useTranslation('agree');
  const say = useSay();
  const people = usePeople();
  const { lang, calendar } = useFigures();
  const proposals = useAnswer('proposals', { plan: version.plan }).data?.proposals ?? [];
  const agreed = proposals.find(({ state, version: of }) => state === 'published' && of === version.number)?.approvers ?? [];
  return (
    <header className={style.head}>
      <p>
        {[
          t('publishedVersion', { number: version.number }),
          view && formatDayRange(view.period, lang),
          t('publishedBy', {
            day: formatDay(localMoment(version.publishedAt, calendar.zone).day, lang),
            name: people.nameOf(version.author),
          }),
        ]
          .filter(Boolean)
          .join(say({ ja: '・', en: ' · ' }))}
      </p>
      {agreed.length > 0 && (
        <p>
          <Pill tone="good">{t('sharedVersion')}</Pill>{' '}
          {agreed.map(({ side, member }) => `${t(side)} ${people.nameOf(member)}`).join(say({ ja: '、', en: ', ' }))}
        </p>
      )}
      {version.reason && <p className="mut">{version.reason}</p>}
      {!isNewest && (
        <p className="warn">
          {t('publishedOlder')}{' '}
          <Link to="/published/$plan" params={{ plan: version.plan }}>
            {t('publishedNewest')}
          </Link>
        </p>
      )}
      <div className={style.tools}>
        <Button onClick={() => window.print()}>{t('publishedPrint')}</Button>
      </div>
    </header>
  );
}

/** What the version changed of the one before, old value and new. */
function ChangesSince({ published: { version, view } }: { readonly published: PublishedVersion }) {
  const { t } = useTranslation('agree');
  const { plan, number } = version;
  const before = useAnswer('planVersion', { plan, version: String(number - 1) }, { when: number > 1 }).data?.view;
  const changes = before && view ? planChanges(before, view) : [];
  if (changes.length === 0) return null;
  return (
    <Section title={t('publishedChanges', { number: number - 1 })} className={style.part}>
      <ChangeList changes={changes} view={view} />
    </Section>
  );
}
