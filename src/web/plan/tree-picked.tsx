import { useTranslation } from 'react-i18next';
import { usePeople } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import style from './tree-picked.module.css';
import type { TreeEditing } from './use-tree-editing.ts';

const NONE = '-';

/** What can be done with all chosen cards at once. */
export function TreePicked({ editing }: { readonly editing: TreeEditing }) {
  const { t } = useTranslation('tree');
  const say = useSay();
  const people = usePeople();
  const { picked, factors } = editing;
  if (picked.size === 0) return null;
  return (
    <div className={style.bar} role="status">
      <b>{t('picked', { count: picked.size })}</b>
      <span className={style.hint}>{t('pickedHint')}</span>
      <Select
        small
        aria-label={t('setOwner')}
        value=""
        options={[
          { value: '', label: t('setOwner') },
          { value: NONE, label: t('nobody') },
          ...people.active.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={event => editing.setOwner([...picked], event.target.value === NONE ? '' : event.target.value)}
      />
      <Select
        small
        aria-label={t('setFactor')}
        value=""
        options={[
          { value: '', label: t('setFactor') },
          { value: NONE, label: t('noFactor') },
          ...factors.map(({ id, name }) => ({ value: id, label: say(name) })),
        ]}
        onChange={event => editing.setFactor([...picked], event.target.value === NONE ? '' : event.target.value)}
      />
      <Button small look="quiet" onClick={editing.clear}>
        {t('clearPicked')}
      </Button>
    </div>
  );
}
