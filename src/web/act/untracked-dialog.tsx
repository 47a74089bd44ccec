import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireProblem } from '#contract/problem.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextArea } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import style from './initiative.module.css';

const UNTRACKED: readonly string[] = ['initiative-kpi-unmeasured', 'initiative-source-empty', 'initiative-segment-untracked'];

/** Whether an initiative was held back because what it should move cannot be measured. */
export function isUntracked(problems: readonly WireProblem[]): boolean {
  return problems.some(({ code }) => UNTRACKED.includes(code));
}

/** Says what cannot be measured yet, and lets the initiative start with a reason. */
export function UntrackedDialog({
  problems,
  busy,
  onStart,
  onClose,
}: {
  readonly problems: readonly WireProblem[];
  readonly busy: boolean;
  readonly onStart: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('act');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const [reason, setReason] = useState('');
  return (
    <Dialog
      title={t('untrackedTitle')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="main" busy={busy} disabled={reason.trim() === ''} onClick={() => onStart(reason.trim())}>
            {t('untrackedStart')}
          </Button>
        </>
      }
    >
      <div className={style.untracked}>
        <ul>
          {problems.map(problem => (
            <li key={JSON.stringify(problem.params)}>{say(problem.message)}</li>
          ))}
        </ul>
        <Field label={t('untrackedReason')} hint={t('untrackedHint')} required>
          {control => <TextArea {...control} rows={2} value={reason} onChange={event => setReason(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}
