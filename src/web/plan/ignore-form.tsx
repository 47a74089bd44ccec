import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireProblem } from '#contract/problem.ts';
import type { Day } from '#core/calendar/day.ts';
import { whoActs } from '../app/acting.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Field, TextArea } from '../ui/field.tsx';
import style from './panel.module.css';
import type { Planning } from './use-planning.ts';

/** Why a finding is meant to be so, and until when; written into the plan. */
export function IgnoreForm({
  found,
  planning: { desk },
  onClose,
}: {
  readonly found: WireProblem;
  readonly planning: Planning;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('finding');
  const { today } = useWorkspace();
  const [because, setBecause] = useState('');
  const [until, setUntil] = useState<Day | null>(null);
  const send = async () => {
    const by = await whoActs();
    if (by === undefined) return;
    const entry = { rule: found.code, at: placeOf(found), because, until: until ?? '', by };
    if (await desk.edit({ kind: 'ignore', entry })) onClose();
  };
  return (
    <div className={style.preview}>
      <Field label={t('meantReason')} required hint={t('meantHint')}>
        {control => <TextArea {...control} rows={2} value={because} onChange={event => setBecause(event.target.value)} />}
      </Field>
      <DateField label={t('meantUntil')} hint={t('meantUntilHint')} value={until} today={today} onChange={setUntil} />
      <div className={style.actions}>
        <Button small look="main" disabled={because.trim() === ''} onClick={() => void send()}>
          {t('meantDo')}
        </Button>
        <Button small look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}

/** The id of the goal, KPI, factor or area it is about; of anything else its whole path, of the plan nothing. */
function placeOf({ at }: WireProblem): string {
  const [group, id] = at;
  return (group === 'goals' || group === 'kpis' || group === 'factors' || group === 'areas') && typeof id === 'string'
    ? id
    : at.join('.');
}
