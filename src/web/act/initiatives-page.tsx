import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { STAGES } from '#core/act/stage.ts';
import { ErrorState } from '../app/error-state.tsx';
import { Page } from '../app/page.tsx';
import { usePlace } from '../app/place.ts';
import { PlanChip } from '../app/plan-chip.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Select } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import style from './act.module.css';
import { ActTabs } from './act-tabs.tsx';
import { Board } from './board.tsx';
import { InitiativeList } from './initiative-list.tsx';
import { useInitiativeWords } from './initiative-words.ts';

/** Everything that is done to move KPIs, by stage or as a list. */
export function InitiativesPage() {
  const { t } = useTranslation('act');
  const { plan } = usePlace();
  const { view = 'board', owner, node, stage } = useSearch({ from: '/initiatives' });
  const asked = useAnswer('initiatives', { ...(plan ? { plan } : {}) }, { keep: true });
  const all = asked.data?.initiatives;
  const found = (all ?? [])
    .filter(one => owner === undefined || one.owner === owner || one.contributors.includes(owner))
    .filter(one => node === undefined || one.kpis.some(kpi => kpi.node === node))
    .filter(one => stage === undefined || view === 'board' || one.stage === stage);
  return (
    <Page title={t('title')} chips={<PlanChip />} wide={view === 'board'}>
      <ActTabs />
      <Filters />
      {!all ? (
        <Card>
          {asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading lines={6} />}
        </Card>
      ) : all.length === 0 ? (
        <Card>
          <Empty
            icon="act"
            title={t('empty')}
            actions={
              <Link to="/initiatives/new" className={buttonClass('main')}>
                {t('propose')}
              </Link>
            }
          >
            {t('emptyText')}
          </Empty>
        </Card>
      ) : found.length === 0 ? (
        <NoMatch />
      ) : view === 'board' ? (
        <Board initiatives={found} />
      ) : (
        <InitiativeList initiatives={found} />
      )}
    </Page>
  );
}

function NoMatch() {
  const { t } = useTranslation('act');
  const navigate = useNavigate();
  return (
    <Card>
      <Empty
        icon="search"
        title={t('noMatch')}
        actions={
          <Button
            onClick={() =>
              void navigate({
                to: '/initiatives',
                search: previous => ({ ...previous, owner: undefined, node: undefined, stage: undefined }),
              })
            }
          >
            {t('clear')}
          </Button>
        }
      />
    </Card>
  );
}

function Filters() {
  const { t } = useTranslation('act');
  const say = useSay();
  const people = usePeople();
  const { nodes, nameOf } = useInitiativeWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/initiatives' });
  const { view = 'board', owner, node, stage } = search;
  const set = (change: Partial<Record<keyof typeof search, string | undefined>>) =>
    void navigate({ to: '/initiatives', search: previous => ({ ...previous, ...change }) as typeof search });
  return (
    <div className={style.bar}>
      <Segmented
        label={t('view')}
        value={view}
        options={[
          { value: 'board', label: t('board') },
          { value: 'list', label: t('list') },
        ]}
        onChange={value => set({ view: value === 'board' ? undefined : value })}
      />
      <Select
        small
        aria-label={t('owner')}
        value={owner ?? ''}
        options={[{ value: '', label: t('everybody') }, ...people.active.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={event => set({ owner: event.target.value || undefined })}
      />
      <Select
        small
        aria-label={t('kpi')}
        value={node ?? ''}
        options={[{ value: '', label: t('allKpis') }, ...nodes.map(({ id }) => ({ value: id, label: nameOf(id) }))]}
        onChange={event => set({ node: event.target.value || undefined })}
      />
      {view === 'list' && (
        <Select
          small
          aria-label={t('stage')}
          value={stage ?? ''}
          options={[{ value: '', label: t('allStages') }, ...STAGES.map(({ id, name }) => ({ value: id, label: say(name) }))]}
          onChange={event => set({ stage: event.target.value || undefined })}
        />
      )}
      <Link to="/initiatives/new" search={previous => ({ ...previous, node })} className={`${buttonClass('main')} ${style.far}`}>
        {t('propose')}
      </Link>
    </div>
  );
}
