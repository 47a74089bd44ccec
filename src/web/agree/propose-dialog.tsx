import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SIDES, type Side } from '#core/agree/proposal.ts';
import { fieldProblems } from '../app/field-problems.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { usePeople } from '../app/workspace-context.ts';
import type { Planning } from '../plan/use-planning.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select, TextArea } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { agreeLabels } from './agree-labels.ts';
import style from './agreement.module.css';

/** Who is asked on each side; empty: nobody. */
export type Approvers = Readonly<Record<Side, string>>;

/** Puts the draft before three sides, with the reason. */
export function ProposeDialog({
  planning,
  usual,
  onClose,
}: {
  readonly planning: Planning;
  readonly usual: Approvers;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('agree');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const people = usePeople();
  const { run, busy } = useAction('propose');
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState(usual);
  const [problems, setProblems] = useState<Parameters<typeof fieldProblems>[0]>([]);
  const problemOf = fieldProblems(problems, say);
  const { answer, desk } = planning;
  const save = async () => {
    if (!(await desk.flush())) return;
    const approvers = SIDES.filter(side => chosen[side] !== '').map(side => ({ side, member: chosen[side] }));
    const done = await run({ plan: answer.plan.id, body: { reason, approvers } });
    const onProblems = (found: Parameters<typeof fieldProblems>[0]) => {
      setProblems(found);
      return found.filter(({ at, severity }) => severity === 'error' && !at.includes('reason'));
    };
    if (succeeded(done, { toast: { kind: 'good', text: agreeLabels.proposed }, onProblems })) onClose();
  };
  return (
    <Dialog
      title={t('proposeTitle')}
      onClose={onClose}
      foot={
        <>
          <Button look="quiet" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button look="main" busy={busy} disabled={reason.trim() === ''} onClick={() => void save()}>
            {t('proposeDo')}
          </Button>
        </>
      }
    >
      <div className={style.fields}>
        <Field label={t('reason')} required hint={t('reasonHint')} problem={problemOf('reason')}>
          {control => <TextArea {...control} value={reason} onChange={event => setReason(event.target.value)} />}
        </Field>
        {SIDES.map(side => (
          <Field key={side} label={t('approver', { side: t(side) })}>
            {control => (
              <Select
                {...control}
                value={chosen[side]}
                options={[
                  { value: '', label: t('nobody') },
                  ...people.active
                    .filter(({ role }) => side !== 'executive' || role === 'executive')
                    .map(({ id, name, department }) => ({ value: id, label: department ? `${name}（${department}）` : name })),
                ]}
                onChange={event => setChosen({ ...chosen, [side]: event.target.value })}
              />
            )}
          </Field>
        ))}
        {SIDES.some(side => chosen[side] === '') && <p className="warn">{t('sidesNote')}</p>}
      </div>
    </Dialog>
  );
}
