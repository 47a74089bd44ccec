import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../app/workspace-context.ts';
import { DateField } from '../ui/date-field.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import act from './act.module.css';
import { modeOf } from './initiative-fields.ts';
import type { FieldsProps } from './initiative-form.tsx';
import { useInitiativeWords } from './initiative-words.ts';

/** What the initiative should do, as a number that can be checked afterwards. */
export function ExpectedFields({ fields, set, problem }: FieldsProps & { readonly problem: string | undefined }) {
  const { t } = useTranslation('act');
  const { today } = useWorkspace();
  const { nodes, nameOf } = useInitiativeWords();
  const node = nodes.find(({ id }) => id === fields.expectedKpi);
  const modes = [
    { value: 'relative', label: t('relative') },
    ...(node?.unit.kind === 'ratio' ? [{ value: 'points', label: t('points') }] : []),
    { value: 'level', label: t('level') },
  ];
  return (
    <div className={act.two}>
      <Field label={t('expectedKpi')}>
        {control => (
          <Select
            {...control}
            value={fields.expectedKpi}
            disabled={fields.kpis.length === 0}
            options={fields.kpis.map(id => ({ value: id, label: nameOf(id) }))}
            onChange={event => set({ expectedKpi: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('expectedMode')}>
        {control => (
          <Select
            {...control}
            value={modeOf(fields, node?.unit)}
            options={modes}
            onChange={event => {
              const mode = event.target.value;
              if (mode === 'level' || mode === 'relative' || mode === 'points') set({ expectedMode: mode });
            }}
          />
        )}
      </Field>
      <Field label={t('expectedValue')} hint={t('expectedValueHint')} problem={problem}>
        {control => (
          <TextInput
            {...control}
            inputMode="decimal"
            placeholder="+8"
            value={fields.expectedValue}
            onChange={event => set({ expectedValue: event.target.value })}
          />
        )}
      </Field>
      <DateField
        label={t('expectedBy')}
        value={fields.expectedBy ?? fields.due}
        today={today}
        onChange={expectedBy => set({ expectedBy })}
      />
    </div>
  );
}
