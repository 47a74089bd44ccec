import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ToDoDialog } from '../act/to-do-dialog.tsx';
import { ToDoItem } from '../act/to-do-item.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { Fine } from '../ui/states.tsx';
import { DueGroups } from './due-groups.tsx';
import type { HomeAnswer } from './home-page.tsx';

/** Small tasks by how near their date is; ticked off right here. */
export function DueToDos({ home }: { readonly home: HomeAnswer }) {
  const { t } = useTranslation('home');
  const [isAdding, setAdding] = useState(false);
  const { toDos } = home;
  const count = toDos.overdue.length + toDos.today.length + toDos.soon.length + toDos.later.length;
  return (
    <Section
      title={t('toDos')}
      tools={
        <>
          <Link to="/initiatives/to-dos" className={buttonClass('quiet', true)}>
            {t('allToDos')}
          </Link>
          <Button small icon="plus" onClick={() => setAdding(true)}>
            {t('addToDo')}
          </Button>
        </>
      }
    >
      {count === 0 && <Fine>{t('noToDos')}</Fine>}
      <DueGroups due={toDos} keyOf={toDo => toDo.id}>
        {toDo => <ToDoItem toDo={toDo} showOwner={home.member === null} />}
      </DueGroups>
      {isAdding && <ToDoDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}
