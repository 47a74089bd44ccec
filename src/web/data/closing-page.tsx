import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type KeyedMonth, monthKeyOf, monthsUntil, shiftedMonth } from '#core/calendar/month-key.ts';
import { CLOSE_WORDS } from '../app/as-of-chip.tsx';
import { ErrorState } from '../app/error-state.tsx';
import { Page } from '../app/page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { buttonClass, IconButton } from '../ui/button.tsx';
import { Card, Section } from '../ui/card.tsx';
import { copyTable } from '../ui/copy-table.ts';
import { useSay } from '../ui/language.ts';
import { Empty, Loading } from '../ui/states.tsx';
import { CloseDialog } from './close-dialog.tsx';
import style from './closing.module.css';
import { ClosingGrid, type ClosingSource } from './closing-grid.tsx';
import { ClosingMonth } from './closing-month.tsx';
import { ALL, CLOSE_SHAPES, stateOf } from './closing-state.ts';
import { DataTabs } from './data-tabs.tsx';

/** Which months are closed for which data, and closing them. */
export function ClosingPage() {
  const { t } = useTranslation('data');
  const { t: app } = useTranslation('app');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const people = usePeople();
  const navigate = useNavigate();
  const { sources, today, calendar } = useWorkspace();
  const { period } = useSearch({ from: '/data/closing' });
  const asked = useAnswer('closes', {});
  const [picked, setPicked] = useState<{ readonly source: ClosingSource; readonly month: KeyedMonth }>();
  const now = monthKeyOf(today, calendar);
  const last = period !== undefined && period < now && monthsUntil(period, calendar).length > 0 ? period : now;
  const months = monthsUntil(last, calendar);
  const steps = asked.data?.current;
  const rows: readonly ClosingSource[] = [
    { id: ALL, name: t('everySource'), note: undefined, through: null },
    ...sources.map(({ dataset, name, owner, through }) => ({
      id: dataset,
      name: say(name),
      note: people.nameOf(owner),
      through,
    })),
  ];
  const go = (key: string) =>
    void navigate({ to: '/data/closing', search: previous => ({ ...previous, period: key < now ? key : undefined }) });
  return (
    <Page title={t('title')}>
      <DataTabs />
      {!steps ? (
        <Card>
          {asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading lines={8} />}
        </Card>
      ) : sources.length === 0 ? (
        <Card>
          <Empty
            icon="lock"
            title={t('noSources')}
            actions={
              <Link to="/data/import" className={buttonClass('main')}>
                {t('importTitle')}
              </Link>
            }
          >
            {t('noSourcesText')}
          </Empty>
        </Card>
      ) : (
        <Section
          title={t('closing')}
          note={t('closingNote')}
          tools={
            <>
              <IconButton small icon="left" name={t('earlierMonths')} onClick={() => go(shiftedMonth(last, -12))} />
              <IconButton
                small
                icon="right"
                name={t('laterMonths')}
                disabled={last === now}
                onClick={() => go(shiftedMonth(last, 12))}
              />
              <IconButton
                small
                icon="copy"
                name={ui('copyTable')}
                onClick={() =>
                  void copyTable([
                    [t('title'), ...months.map(({ key }) => key)],
                    ...rows.map(row => [row.name, ...months.map(({ key }) => app(CLOSE_WORDS[stateOf(steps, row.id, key)]))]),
                  ])
                }
              />
            </>
          }
        >
          <ul className={style.legend}>
            {(['open', 'preliminary', 'final'] as const).map(state => (
              <li key={state}>
                <span className={`${style.mark} ${style[state]}`}>
                  <span aria-hidden="true">{CLOSE_SHAPES[state]}</span>
                  {app(CLOSE_WORDS[state])}
                </span>
                {t(state === 'open' ? 'stateTextOpen' : state === 'preliminary' ? 'stateTextPreliminary' : 'stateTextFinal')}
              </li>
            ))}
          </ul>
          <ClosingGrid
            rows={rows}
            months={months}
            now={now}
            steps={steps}
            onPick={(source, month) => setPicked({ source, month })}
          />
          <p className={style.foot}>{t('closingText')}</p>
        </Section>
      )}
      {steps && sources.length > 0 && (
        <ClosingMonth
          months={months.filter(({ range }) => range.to < today)}
          onPick={(source, month) =>
            setPicked({
              source: rows.find(({ id }) => id === source.id) ?? { ...source, note: undefined, through: null },
              month,
            })
          }
        />
      )}
      {picked && steps && <CloseDialog {...picked} steps={steps} onClose={() => setPicked(undefined)} />}
    </Page>
  );
}
