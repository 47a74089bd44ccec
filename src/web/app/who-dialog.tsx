import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { ask } from './ask.ts';
import style from './who-dialog.module.css';
import { useWorkspace } from './workspace-context.ts';

/** Asks in whose name a change is made, before the first one. */
export function WhoDialog({ onAnswer }: { readonly onAnswer: (member: string | undefined) => void }) {
  const { t } = useTranslation('app');
  const { members } = useWorkspace();
  const active = members.filter(member => member.active);
  return (
    <Dialog title={t('whoTitle')} onClose={() => onAnswer(undefined)}>
      {active.length === 0 ? (
        <FirstMember onAnswer={onAnswer} />
      ) : (
        <>
          <p className="mut">{t('whoText')}</p>
          <ul className={style.people}>
            {active.map(({ id, name, department }) => (
              <li key={id}>
                <button type="button" className={style.person} onClick={() => onAnswer(id)}>
                  <Avatar large name={name} />
                  <span>
                    <strong>{name}</strong>
                    <span className={style.department}>{department}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

/** In a workspace without people, whoever comes first writes themselves down. */
function FirstMember({ onAnswer }: { readonly onAnswer: (member: string) => void }) {
  const { t } = useTranslation('app');
  const say = useSay();
  const [name, setName] = useState('');
  const [id, setId] = useState('');
  const [department, setDepartment] = useState('');
  const [problem, setProblem] = useState<string>();
  const register = async () => {
    const body = {
      id: id.trim(),
      name: name.trim(),
      department: department.trim() || null,
      role: 'manager' as const,
      active: true,
    };
    const answer = await ask('putMember', { body });
    if (answer.kind === 'value') onAnswer(body.id);
    else if (answer.kind === 'problems') setProblem(say(answer.problems[0]?.message));
    else if (answer.kind === 'failure') setProblem(say(answer.failure.message));
  };
  return (
    <form
      className={style.form}
      onSubmit={event => {
        event.preventDefault();
        void register();
      }}
    >
      <p className="mut">{t('whoFirst')}</p>
      <Field label={t('memberName')} required>
        {control => <TextInput {...control} autoComplete="name" value={name} onChange={event => setName(event.target.value)} />}
      </Field>
      <Field label={t('memberId')} required problem={problem}>
        {control => <TextInput {...control} autoComplete="off" value={id} onChange={event => setId(event.target.value)} />}
      </Field>
      <Field label={t('memberDepartment')}>
        {control => (
          <TextInput {...control} autoComplete="off" value={department} onChange={event => setDepartment(event.target.value)} />
        )}
      </Field>
      <Button type="submit" look="main" disabled={name.trim() === '' || id.trim() === ''}>
        {t('register')}
      </Button>
    </form>
  );
}
