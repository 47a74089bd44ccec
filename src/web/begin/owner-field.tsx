import { useTranslation } from 'react-i18next';
import { usePeople } from '../app/workspace-context.ts';
import { Field, Select } from '../ui/field.tsx';

/** Who answers for every target of a plan until others do. */
export function OwnerField({ value, onChange }: { readonly value: string; readonly onChange: (owner: string) => void }) {
  const { t } = useTranslation('begin');
  const { active } = usePeople();
  return (
    <Field label={t('owner')}>
      {control => (
        <Select
          {...control}
          value={value}
          options={[{ value: '', label: t('ownerLater') }, ...active.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
