import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { HORIZONS, KPI_KINDS, MEASURED_BY } from '#core/plan/schema.ts';
import { Field, Select } from '../ui/field.tsx';
import type { PlanField } from './edit-plan.ts';
import style from './panel.module.css';
import { StoredField } from './stored-field.tsx';
import type { Planning } from './use-planning.ts';
import { HORIZON_LABELS, MEASURING_LABELS, SHOWS_LABELS } from './use-working-words.ts';

const MARKS = ['1', '2', '3', '4', '5'];

/** How far ahead a KPI looks, who can move it, what it counts, what measuring it takes, and what counts at all. [DES-46, DES-61, DES-68] */
export function WorkingFields({
  node,
  planning,
  problem,
}: {
  readonly node: NodeView;
  readonly planning: Planning;
  readonly problem: (field: string) => string | undefined;
}) {
  const { t } = useTranslation('design');
  const { desk } = planning;
  const { id, horizon, controllability, shows, measuring, condition } = node;
  const set = (field: PlanField, value: string) => void desk.edit({ kind: 'field', role: 'kpi', node: id, field, value });
  const by = measuring?.by ?? '';
  const hours = measuring?.hours ?? '';
  const choice = (
    label: string,
    value: string,
    options: readonly { readonly value: string; readonly label: string }[],
    onChoice: (value: string) => void,
    hint?: string,
  ) => (
    <Field label={label} hint={hint}>
      {control => (
        <Select
          {...control}
          small
          value={value}
          options={[{ value: '', label: t('unsaid') }, ...options]}
          onChange={event => onChoice(event.target.value)}
        />
      )}
    </Field>
  );
  return (
    <>
      <div className={style.two}>
        {choice(
          t('horizon'),
          horizon ?? '',
          HORIZONS.map(value => ({ value, label: t(HORIZON_LABELS[value]) })),
          value => set('horizon', value),
        )}
        {choice(
          t('shows'),
          shows ?? '',
          KPI_KINDS.map(value => ({ value, label: t(SHOWS_LABELS[value]) })),
          value => set('shows', value),
        )}
      </div>
      {choice(
        t('controllability'),
        controllability === null ? '' : String(controllability),
        MARKS.map(value => ({ value, label: value })),
        value => set('controllability', value),
        t('controllabilityHint'),
      )}
      <div className={style.two}>
        {choice(
          t('measuring'),
          by,
          MEASURED_BY.map(value => ({ value, label: t(MEASURING_LABELS[value]) })),
          value => void desk.edit({ kind: 'measuring', node: id, by: value, hours }),
        )}
        {by !== '' && (
          <StoredField
            label={t('measuringHours')}
            value={hours}
            problem={problem('measuring')}
            onStore={value => void desk.edit({ kind: 'measuring', node: id, by, hours: value })}
          />
        )}
      </div>
      <div className={style.two}>
        <StoredField
          label={t('within')}
          hint={t('withinHint')}
          placeholder="60 days"
          value={condition?.within ?? ''}
          problem={problem('within')}
          onStore={value => set('within', value)}
        />
        {condition && (
          <StoredField
            label={t('times')}
            hint={t('timesHint')}
            value={condition.times === null ? '' : String(condition.times)}
            problem={problem('times')}
            onStore={value => set('times', value)}
          />
        )}
      </div>
    </>
  );
}
