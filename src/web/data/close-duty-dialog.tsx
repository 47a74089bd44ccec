import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import style from './closing.module.css';
import { closingLabels } from './closing-labels.ts';
import type { CloseTask } from './closing-month.tsx';

const MOST = 60;

/** Who closes a source, and by which business days after the month's end. */
export function CloseDutyDialog({ task, onClose }: { readonly task: CloseTask; readonly onClose: () => void }) {
  const { t } = useTranslation('data');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const people = usePeople();
  const put = useAction('putCloseDuty');
  const [owner, setOwner] = useState(task.owner ?? '');
  const [preliminary, setPreliminary] = useState(String(task.preliminary));
  const [final, setFinal] = useState(String(task.final));
  const days = [preliminary, final].map(Number);
  const isSound = days.every(day => Number.isInteger(day) && day >= 0 && day <= MOST);
  const save = async () => {
    const [first = 0, last = 0] = days;
    const body = { source: task.source, owner: owner === '' ? null : owner, preliminary: first, final: last };
    if (succeeded(await put.run({ body }), { toast: { kind: 'good', text: closingLabels.dutySaved } })) onClose();
  };
  return (
    <Dialog
      title={t('dutyTitle', { source: say(task.name) })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="main" busy={put.busy} disabled={!isSound} onClick={() => void save()}>
            {t('dutySave')}
          </Button>
        </>
      }
    >
      <div className={style.dialog}>
        <Field label={t('owner')}>
          {control => (
            <Select
              {...control}
              value={owner}
              options={[{ value: '', label: t('noOwner') }, ...people.active.map(({ id, name }) => ({ value: id, label: name }))]}
              onChange={event => setOwner(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('preliminaryDue')} hint={t('dutyHint')} problem={isSound ? undefined : t('dutyProblem')}>
          {control => (
            <TextInput
              {...control}
              inputMode="numeric"
              value={preliminary}
              onChange={event => setPreliminary(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('finalDue')} hint={t('dutyHint')}>
          {control => (
            <TextInput {...control} inputMode="numeric" value={final} onChange={event => setFinal(event.target.value)} />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
