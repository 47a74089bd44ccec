import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reconciliation } from '#core/quality/reconcile.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import style from './closing.module.css';

/** Chooses two measured metrics, the official one first, and how far the other may be off. */
export function ReconcileDialog({
  onSave,
  onClose,
}: {
  readonly onSave: (one: Reconciliation) => Promise<void>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('data');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const asked = useAnswer('datasets', {});
  const metrics = (asked.data?.datasets ?? []).flatMap(({ metrics: own, name }) =>
    own.map(metric => ({ value: metric.id, label: `${say(metric.name)}（${say(name)}）` })),
  );
  const [official, setOfficial] = useState('');
  const [other, setOther] = useState('');
  const [tolerance, setTolerance] = useState('3');
  const share = Number(tolerance) / 100;
  const isShare = tolerance.trim() !== '' && share >= 0 && share <= 1;
  const isSound = isShare && official !== '' && other !== '' && official !== other;
  const options = [{ value: '', label: '–' }, ...metrics];
  return (
    <Dialog
      title={t('reconcileAdd')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="main" disabled={!isSound} onClick={() => void onSave({ official, other, tolerance: share })}>
            {t('dutySave')}
          </Button>
        </>
      }
    >
      <div className={style.dialog}>
        <Field label={t('official')}>
          {control => (
            <Select {...control} value={official} options={options} onChange={event => setOfficial(event.target.value)} />
          )}
        </Field>
        <Field label={t('otherMetric')}>
          {control => <Select {...control} value={other} options={options} onChange={event => setOther(event.target.value)} />}
        </Field>
        <Field label={t('tolerance')} problem={isShare ? undefined : t('toleranceProblem')}>
          {control => (
            <TextInput {...control} inputMode="decimal" value={tolerance} onChange={event => setTolerance(event.target.value)} />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
