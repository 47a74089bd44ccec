import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireProblem } from '#contract/problem.ts';
import { fieldProblems } from '../app/field-problems.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Checkbox, Field, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { showToast } from '../ui/toasts.tsx';
import style from './connect.module.css';
import { connectLabels } from './connect-labels.ts';

/** Makes a key and shows it, this once. */
export function KeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('connect');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const create = useAction('createApiKey');
  const [name, setName] = useState('');
  const [datasets, setDatasets] = useState('');
  const [read, setRead] = useState(false);
  const [text, setText] = useState<string>();
  const [problems, setProblems] = useState<readonly WireProblem[]>([]);
  const of = fieldProblems(problems, say);
  const make = async () => {
    const named = datasets.split(/[,、\s]+/).filter(id => id !== '');
    const answer = await create.run({ body: { name: name.trim(), rights: { push: named.length > 0 ? named : 'all', read } } });
    const onProblems = (found: readonly WireProblem[]) => {
      setProblems(found);
      return found.filter(({ at }) => at.length === 0);
    };
    if (succeeded(answer, { onProblems })) setText(answer.value.text);
  };
  const copy = async (key: string) => {
    await navigator.clipboard.writeText(key);
    showToast({ kind: 'good', text: connectLabels.keyCopied });
  };
  if (text !== undefined) {
    return (
      <Dialog title={t('keyMade')} onClose={onClose} foot={<Button onClick={onClose}>{ui('close')}</Button>}>
        <p>{t('keyOnce')}</p>
        <code className={style.secret}>{text}</code>
        <Button icon="copy" onClick={() => void copy(text)}>
          {t('keyCopy')}
        </Button>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t('keyAdd')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="main" busy={create.busy} onClick={() => void make()}>
            {t('keyAdd')}
          </Button>
        </>
      }
    >
      <div className={style.form}>
        <Field label={t('keyName')} required hint={t('keyNameHint')} problem={of('name')} className={style.whole}>
          {control => <TextInput {...control} spellCheck={false} value={name} onChange={event => setName(event.target.value)} />}
        </Field>
        <Field label={t('keyDatasets')} hint={t('keyDatasetsHint')} problem={of('rights')} className={style.whole}>
          {control => (
            <TextInput {...control} spellCheck={false} value={datasets} onChange={event => setDatasets(event.target.value)} />
          )}
        </Field>
        <Checkbox checked={read} onChange={event => setRead(event.target.checked)}>
          {t('keyRead')}
        </Checkbox>
      </div>
    </Dialog>
  );
}
