import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../app/use-answer.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { showToast } from '../ui/toasts.tsx';
import { nodeLabels } from './node-labels.ts';
import style from './schedule.module.css';
import type { Planning } from './use-planning.ts';
import { useShowNode } from './use-show-node.ts';

/** A new KPI: what it is called and measured in, where it stands, what is asked of it. */
export function AddNodeDialog({ planning, onClose }: { readonly planning: Planning; readonly onClose: () => void }) {
  const { t } = useTranslation('node');
  const { t: plan } = useTranslation('plan');
  const say = useSay();
  const show = useShowNode();
  const metrics = useAnswer('catalogue', {}).data?.metrics ?? [];
  const [fields, setFields] = useState({ id: '', name: '', metric: '', unit: '', under: '', equals: '', target: '' });
  const [tried, setTried] = useState(false);
  const set = (change: Partial<typeof fields>) => setFields({ ...fields, ...change });
  const { id, name, metric, unit, under, equals, target } = fields;
  const isTaken = planning.nodeOf(id) !== undefined || (planning.view?.factors.some(factor => factor.id === id) ?? false);
  const idProblem = isTaken ? t('idTaken') : /^[a-z][a-z0-9-]*$/.test(id) ? undefined : t('idBad');
  const needed = (value: string) => (tried && value.trim() === '' ? plan('newNeeded') : undefined);
  const add = async () => {
    setTried(true);
    if (idProblem || name.trim() === '' || (metric === '' && unit.trim() === '')) return;
    const own = metric === '' ? { unit } : metric === id ? {} : { metric };
    if (!(await planning.desk.edit({ kind: 'add', node: id, fields: { under, name, ...own, equals, target } }))) return;
    showToast({ kind: 'good', text: nodeLabels.added });
    onClose();
    show(id);
  };
  const text = (key: keyof typeof fields, label: string, hint?: string, problem?: string) => (
    <Field label={label} hint={hint} problem={problem}>
      {control => (
        <TextInput {...control} value={fields[key]} autoComplete="off" onChange={event => set({ [key]: event.target.value })} />
      )}
    </Field>
  );
  return (
    <Dialog
      title={t('add')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{plan('cancel')}</Button>
          <Button look="main" onClick={() => void add()}>
            {t('add')}
          </Button>
        </>
      }
    >
      <div className={style.form}>
        {text('name', t('name'), undefined, needed(name))}
        {text('id', t('id'), t('idHint'), tried || isTaken ? idProblem : undefined)}
        <Field label={t('metric')}>
          {control => (
            <Select
              {...control}
              value={metric}
              options={[{ value: '', label: t('ownMetric') }, ...metrics.map(one => ({ value: one.id, label: say(one.name) }))]}
              onChange={event => set({ metric: event.target.value })}
            />
          )}
        </Field>
        {metric === '' && text('unit', t('unit'), t('unitHint'), needed(unit))}
        <Field label={t('under')}>
          {control => (
            <Select
              {...control}
              value={under}
              options={[
                { value: '', label: t('noFactor') },
                ...(planning.view?.factors ?? []).map(factor => ({ value: factor.id, label: say(factor.name) })),
              ]}
              onChange={event => set({ under: event.target.value })}
            />
          )}
        </Field>
        {text('equals', t('formula'), plan('formulaHint'))}
        {text('target', t('target'), plan('targetHint'))}
      </div>
    </Dialog>
  );
}
