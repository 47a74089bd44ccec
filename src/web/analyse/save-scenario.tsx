import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DriverChange } from '#core/scenario/driver-change.ts';
import type { ScenarioKind } from '#core/scenario/scenario.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select, TextArea, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import style from './what-if.module.css';
import { whatIfLabels } from './what-if-labels.ts';

/** Keeps what is being tried under a name. */
export function SaveScenario({
  plan,
  changes,
  onClose,
}: {
  readonly plan: string;
  readonly changes: readonly DriverChange[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('whatIf');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const { run, busy } = useAction('createScenario');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<ScenarioKind>('own');
  const [chance, setChance] = useState('');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string>();
  const percent = chance.trim() === '' ? null : Number(chance.normalize('NFKC').replace('%', ''));
  const isChance = percent === null || (percent >= 0 && percent <= 100);
  const save = async () => {
    const probability = percent === null ? null : percent / 100;
    const answer = await run({ plan, body: { name: name.trim(), kind, changes, probability, cost: null, note } });
    const outcome = {
      toast: { kind: 'good' as const, text: whatIfLabels.saved },
      onProblems: (problems: readonly { readonly message: { readonly ja: string; readonly en: string } }[]) => {
        setProblem(say(problems[0]?.message));
        return [];
      },
    };
    if (succeeded(answer, outcome)) onClose();
  };
  return (
    <Dialog
      title={t('save')}
      onClose={onClose}
      foot={
        <>
          <Button look="quiet" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button look="main" busy={busy} disabled={name.trim() === '' || !isChance} onClick={() => void save()}>
            {ui('save')}
          </Button>
        </>
      }
    >
      <div className={style.fields}>
        <Field label={t('name')} required problem={problem}>
          {control => <TextInput {...control} value={name} onChange={event => setName(event.target.value)} />}
        </Field>
        <Field label={t('kind')}>
          {control => (
            <Select
              {...control}
              value={kind}
              options={[
                { value: 'own', label: t('own') },
                { value: 'optimistic', label: t('optimistic') },
                { value: 'pessimistic', label: t('pessimistic') },
                { value: 'base', label: t('baseKind') },
              ]}
              onChange={event => setKind(kindIn(event.target.value))}
            />
          )}
        </Field>
        <Field label={t('probability')} problem={isChance ? undefined : t('notNumber')}>
          {control => (
            <TextInput {...control} inputMode="decimal" value={chance} onChange={event => setChance(event.target.value)} />
          )}
        </Field>
        <Field label={t('note')}>
          {control => <TextArea {...control} value={note} onChange={event => setNote(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}

function kindIn(text: string): ScenarioKind {
  return text === 'optimistic' || text === 'pessimistic' || text === 'base' ? text : 'own';
}
