import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stands } from '../app/standing-page.tsx';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import style from './priority.module.css';
import { priorityLabels } from './priority-labels.ts';
import { type Scored, useReasons } from './priority-words.ts';

interface MarkProps {
  /** Node or success factor. */
  readonly id: string;
  readonly name: string;
  readonly criterion: 'impact' | 'problem' | 'controllability' | 'room' | 'feasibility';
  readonly scored: Scored;
  readonly stands: Stands;
}

/** A mark; pressed, it tells why it is what it is, and can be set by hand. */
export function MarkCell(props: MarkProps) {
  const { t } = useTranslation('priority');
  const [isOpen, setOpen] = useState(false);
  const { name, criterion, scored } = props;
  return (
    <>
      <button
        type="button"
        className={style.mark}
        data-mark={scored.mark}
        data-people={scored.from === 'people' || undefined}
        aria-label={t('markOf', { name, criterion: t(criterion), mark: scored.mark })}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {scored.mark}
        {scored.from === 'people' && <small aria-hidden="true">✎{scored.computed}</small>}
      </button>
      {isOpen && <MarkDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

const MARKS = ['1', '2', '3', '4', '5'] as const;

function MarkDialog({ id, name, criterion, scored, stands, onClose }: MarkProps & { readonly onClose: () => void }) {
  const { t } = useTranslation('priority');
  const { t: ui } = useTranslation('ui');
  const people = usePeople();
  const reasons = useReasons(stands);
  const { run, busy } = useAction('putPriorityMark');
  const [mark, setMark] = useState(scored.mark);
  const [note, setNote] = useState('');
  const save = async (value: Scored['mark'] | null) => {
    const answer = await run({ plan: stands.view.id, body: { id, criterion, mark: value, note } });
    if (succeeded(answer, { toast: { kind: 'good', text: priorityLabels.marked } })) onClose();
  };
  const origin =
    scored.from === 'people'
      ? t('setBy', { name: people.nameOf(scored.by) ?? '', mark: scored.computed })
      : scored.from === 'plan'
        ? t('fromPlan', { mark: scored.computed })
        : t('computed', { mark: scored.computed });
  return (
    <Dialog
      title={`${name} · ${t(criterion)}`}
      onClose={onClose}
      foot={
        <>
          {scored.from === 'people' && (
            <Button icon="undo" busy={busy} onClick={() => void save(null)}>
              {t('takeBack')}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button look="main" busy={busy} disabled={mark === scored.mark} onClick={() => void save(mark)}>
            {ui('save')}
          </Button>
        </>
      }
    >
      <div className={style.form}>
        <p className="mut">{origin}</p>
        <ul className={style.reasons} aria-label={t('why')}>
          {reasons(scored).map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Segmented
          label={t('mark')}
          value={MARKS[mark - 1] ?? '1'}
          options={MARKS.map(value => ({ value, label: value }))}
          onChange={value => setMark(markIn(value))}
        />
        <Field label={t('note')}>
          {control => <TextInput {...control} value={note} onChange={event => setNote(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}

function markIn(text: (typeof MARKS)[number]): Scored['mark'] {
  const marks = { '1': 1, '2': 2, '3': 3, '4': 4, '5': 5 } as const;
  return marks[text];
}
