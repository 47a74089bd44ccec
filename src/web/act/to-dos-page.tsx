import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dueList } from '#core/act/due-list.ts';
import { ErrorState } from '../app/error-state.tsx';
import { Page } from '../app/page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { DueGroups } from '../home/due-groups.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Select } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import style from './act.module.css';
import { ActTabs } from './act-tabs.tsx';
import { ToDoDialog } from './to-do-dialog.tsx';
import { ToDoItem } from './to-do-item.tsx';

const SOON_DAYS = 7;

/** Everybody's small tasks. */
export function ToDosPage() {
  const { t } = useTranslation('act');
  const people = usePeople();
  const { today } = useWorkspace();
  const navigate = useNavigate();
  const { owner, done } = useSearch({ from: '/initiatives/to-dos' });
  const asked = useAnswer('toDos', { done: done ?? 'no', ...(owner ? { owner } : {}) }, { keep: true });
  const [isAdding, setAdding] = useState(false);
  const set = (change: { owner?: string | undefined; done?: 'yes' | undefined }) =>
    void navigate({ to: '/initiatives/to-dos', search: previous => ({ ...previous, ...change }) });
  const all = asked.data?.toDos;
  return (
    <Page title={t('title')}>
      <ActTabs />
      <div className={style.bar}>
        <Segmented
          label={t('view')}
          value={done ?? 'no'}
          options={[
            { value: 'no', label: t('showOpen') },
            { value: 'yes', label: t('showDone') },
          ]}
          onChange={value => set({ done: value === 'yes' ? 'yes' : undefined })}
        />
        <Select
          small
          aria-label={t('owner')}
          value={owner ?? ''}
          options={[{ value: '', label: t('everybody') }, ...people.active.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={event => set({ owner: event.target.value || undefined })}
        />
        <Button look="main" className={style.far} onClick={() => setAdding(true)}>
          {t('addToDo')}
        </Button>
      </div>
      <Card>
        {!all ? (
          asked.error ? (
            <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
          ) : (
            <Loading />
          )
        ) : all.length === 0 ? (
          <Empty icon="check" title={t('toDosEmpty')} />
        ) : done === 'yes' ? (
          <ul className={style.list}>
            {all.map(toDo => (
              <li key={toDo.id}>
                <ToDoItem toDo={toDo} />
              </li>
            ))}
          </ul>
        ) : (
          <DueGroups due={dueList(all, today, SOON_DAYS)} keyOf={({ id }) => id}>
            {toDo => <ToDoItem toDo={toDo} />}
          </DueGroups>
        )}
      </Card>
      {isAdding && <ToDoDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}
