import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireProblem } from '#contract/problem.ts';
import type { Day } from '#core/calendar/day.ts';
import { actingMember } from '../app/acting.ts';
import { fieldProblems } from '../app/field-problems.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select, TextArea, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import style from './act.module.css';
import { actLabels } from './act-labels.ts';
import type { ToDo } from './to-do-item.tsx';

/** Writes down a small task, or changes one. */
export function ToDoDialog({
  toDo,
  initiative = null,
  onClose,
}: {
  readonly toDo?: ToDo;
  readonly initiative?: string | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('act');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const people = usePeople();
  const { today } = useWorkspace();
  const create = useAction('createToDo');
  const edit = useAction('editToDo');
  const remove = useAction('removeToDo');
  const [title, setTitle] = useState(toDo?.title ?? '');
  const [owner, setOwner] = useState<string>(toDo?.owner ?? actingMember.get());
  const [due, setDue] = useState<Day | null>(toDo?.due ?? null);
  const [note, setNote] = useState(toDo?.note ?? '');
  const [problems, setProblems] = useState<readonly WireProblem[]>([]);
  const of = fieldProblems(problems, say);
  const toast = { kind: 'good' as const, text: actLabels.toDoSaved };
  const onProblems = (found: readonly WireProblem[]) => {
    setProblems(found);
    return [];
  };
  const save = async () => {
    const written = { title, owner: owner || null, due, note, initiative: toDo?.initiative ?? initiative };
    const answer = toDo
      ? await edit.run({ toDo: toDo.id, body: { revision: toDo.revision, toDo: written } })
      : await create.run({ body: written });
    if (succeeded(answer, { toast, onProblems })) onClose();
  };
  const takeAway = async () => {
    if (!toDo) return;
    const { title: name, owner: who, due: when, note: words, initiative: of } = toDo;
    const answer = await remove.run({ toDo: toDo.id, revision: toDo.revision });
    const undo = () => void create.run({ body: { title: name, owner: who, due: when, note: words, initiative: of } });
    if (succeeded(answer, { toast: { kind: 'good', text: actLabels.toDoRemoved, undo } })) onClose();
  };
  return (
    <Dialog
      title={t(toDo ? 'editToDo' : 'addToDo')}
      onClose={onClose}
      foot={
        <>
          {toDo && (
            <Button look="quiet" danger icon="trash" busy={remove.busy} onClick={() => void takeAway()}>
              {ui('remove')}
            </Button>
          )}
          <span className={style.far} />
          <Button look="quiet" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button look="main" type="submit" form="to-do" busy={create.busy || edit.busy}>
            {ui('save')}
          </Button>
        </>
      }
    >
      <form
        id="to-do"
        className={style.form}
        onSubmit={event => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label={t('toDoTitle')} required problem={of('title')}>
          {control => <TextInput {...control} value={title} onChange={event => setTitle(event.target.value)} />}
        </Field>
        <div className={style.two}>
          <Field label={t('owner')} required problem={of('owner')}>
            {control => (
              <Select
                {...control}
                value={owner}
                options={[{ value: '', label: t('unset') }, ...people.active.map(({ id, name }) => ({ value: id, label: name }))]}
                onChange={event => setOwner(event.target.value)}
              />
            )}
          </Field>
          <DateField label={t('dueDay')} required value={due} today={today} problem={of('due')} onChange={setDue} />
        </div>
        <Field label={t('toDoNote')} problem={of('note')}>
          {control => <TextArea {...control} rows={2} value={note} onChange={event => setNote(event.target.value)} />}
        </Field>
      </form>
    </Dialog>
  );
}
