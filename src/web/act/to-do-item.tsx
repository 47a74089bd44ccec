import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { IconButton } from '../ui/button.tsx';
import { useLang } from '../ui/language.ts';
import { showToast } from '../ui/toasts.tsx';
import style from './act.module.css';
import { actLabels } from './act-labels.ts';
import { ToDoDialog } from './to-do-dialog.tsx';

export type ToDo = ResponseOf<Api['toDos']>['toDos'][number];

/** A small task: ticked off in place, which can be taken back. */
export function ToDoItem({ toDo, showOwner = true }: { readonly toDo: ToDo; readonly showOwner?: boolean }) {
  const { t } = useTranslation('act');
  const { t: ui } = useTranslation('ui');
  const lang = useLang();
  const people = usePeople();
  const { today } = useWorkspace();
  const finish = useAction('finishToDo');
  const [isEditing, setEditing] = useState(false);
  const isDone = toDo.doneOn !== null;
  const setDone = async (done: boolean, revision: number): Promise<void> => {
    const answer = await finish.run({ toDo: toDo.id, body: { revision, done } });
    if (!succeeded(answer)) return;
    const text = done ? actLabels.toDoDone : actLabels.toDoReopened;
    const undo = () => void setDone(!done, answer.value.toDo.revision);
    showToast({ kind: 'good', text, undo });
  };
  return (
    <div className={style.toDo}>
      <input
        type="checkbox"
        className={style.tick}
        checked={isDone}
        disabled={finish.busy}
        aria-label={t(isDone ? 'markOpen' : 'markDone', { title: toDo.title })}
        onChange={event => void setDone(event.target.checked, toDo.revision)}
      />
      <span className={isDone ? style.done : undefined}>{toDo.title}</span>
      <span className={style.when}>
        {showOwner && `${people.nameOf(toDo.owner)}　`}
        <span className={!isDone && toDo.due < today ? 'bad' : undefined}>{formatDay(toDo.due, lang, 'numeric')}</span>
      </span>
      <IconButton small name={ui('edit')} icon="edit" onClick={() => setEditing(true)} />
      {(toDo.note || isDone) && (
        <span className={style.note}>
          {toDo.doneOn !== null &&
            `${t('doneOn', { day: formatDay(toDo.doneOn, lang, 'numeric'), name: people.nameOf(toDo.doneBy) ?? '' })} `}
          {toDo.note}
        </span>
      )}
      {isEditing && <ToDoDialog toDo={toDo} onClose={() => setEditing(false)} />}
    </div>
  );
}
