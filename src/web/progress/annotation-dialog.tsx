import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '#core/calendar/day.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import style from './kpi.module.css';
import { progressLabels } from './progress-labels.ts';

/** Writes down what happened, on the chart of a KPI. */
export function AnnotationDialog({
  plan,
  node,
  on,
  onClose,
}: {
  readonly plan: string;
  readonly node: string;
  readonly on: Day;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('progress');
  const { t: ui } = useTranslation('ui');
  const { today } = useWorkspace();
  const create = useAction('createAnnotation');
  const [text, setText] = useState('');
  const [from, setFrom] = useState<Day | null>(on);
  const [to, setTo] = useState<Day | null>(null);
  const save = async () => {
    if (from === null) return;
    const answer = await create.run({ body: { plan, node, days: { from, to: to ?? from }, text } });
    if (succeeded(answer, { toast: { kind: 'good', text: progressLabels.annotationSaved } })) onClose();
  };
  return (
    <Dialog
      title={t('annotation')}
      onClose={onClose}
      foot={
        <>
          <Button look="quiet" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button look="main" busy={create.busy} disabled={text.trim() === '' || from === null} onClick={() => void save()}>
            {ui('save')}
          </Button>
        </>
      }
    >
      <div className={style.form}>
        <Field label={t('annotationText')} required>
          {control => <TextInput {...control} value={text} onChange={event => setText(event.target.value)} />}
        </Field>
        <div className={style.two}>
          <DateField label={t('annotationFrom')} required value={from} today={today} onChange={setFrom} />
          <DateField label={t('annotationTo')} value={to} today={today} onChange={setTo} />
        </div>
      </div>
    </Dialog>
  );
}
