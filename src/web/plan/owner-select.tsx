import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Field, Select } from '../ui/field.tsx';
import type { Planning } from './use-planning.ts';

/** Who answers for a node; an id nobody has is kept as it is written. */
export function OwnerSelect({
  node: { role, id, owner },
  desk,
  problem,
}: {
  readonly node: NodeView;
  readonly desk: Planning['desk'];
  readonly problem?: string | undefined;
}) {
  const { t } = useTranslation('plan');
  const people = usePeople();
  const isKnown = owner === null || people.all.some(person => person.id === owner);
  return (
    <Field label={t('owner')} problem={problem}>
      {control => (
        <Select
          {...control}
          small
          value={owner ?? ''}
          options={[
            { value: '', label: t('noOwner') },
            ...(isKnown ? [] : [{ value: owner, label: owner }]),
            ...people.active.map(person => ({ value: person.id, label: person.name })),
          ]}
          onChange={event => void desk.edit({ kind: 'field', role, node: id, field: 'owner', value: event.target.value })}
        />
      )}
    </Field>
  );
}
