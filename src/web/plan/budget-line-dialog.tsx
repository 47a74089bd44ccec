import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import style from './schedule.module.css';
import type { Planning } from './use-planning.ts';
import type { ScheduleDesk } from './use-schedule.ts';

/** A further line of planned money, empty at first. */
export function BudgetLineDialog({
  planning,
  schedule,
  onClose,
}: {
  readonly planning: Planning;
  readonly schedule: ScheduleDesk;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('schedule');
  const { t: plan } = useTranslation('plan');
  const [medium, setMedium] = useState('');
  const [department, setDepartment] = useState('');
  const line = { kind: 'budget', node: '', department: department.trim(), medium: medium.trim() } as const;
  const isTaken = schedule.rows.some(
    row => row.line.kind === 'budget' && row.line.medium === line.medium && row.line.department === line.department,
  );
  const add = () => {
    const months = schedule.months.map(({ key }) => key);
    const first = months[schedule.past] ?? months[0];
    if (first === undefined || line.medium === '' || isTaken) return;
    void planning.desk.edit({ kind: 'cells', months, changes: [{ line, month: first, value: '' }] });
    onClose();
  };
  return (
    <Dialog
      title={t('addBudget')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{plan('cancel')}</Button>
          <Button look="main" disabled={line.medium === '' || isTaken} onClick={add}>
            {t('add')}
          </Button>
        </>
      }
    >
      <div className={style.form}>
        <Field label={t('medium')} hint={t('mediumHint')} problem={isTaken && line.medium !== '' ? t('lineTaken') : undefined}>
          {control => (
            <TextInput {...control} value={medium} autoComplete="off" onChange={event => setMedium(event.target.value)} />
          )}
        </Field>
        <Field label={t('department')}>
          {control => (
            <TextInput {...control} value={department} autoComplete="off" onChange={event => setDepartment(event.target.value)} />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
