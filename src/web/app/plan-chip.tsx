import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/language.ts';
import { Menu } from '../ui/menu.tsx';
import style from './page.module.css';
import { usePlace } from './place.ts';
import { useWorkspace } from './workspace-context.ts';

/** Which plan is looked at; the whole product follows. */
export function PlanChip() {
  const { t } = useTranslation('app');
  const say = useSay();
  const navigate = useNavigate();
  const { plans } = useWorkspace();
  const { plan } = usePlace();
  const current = plans.find(({ id }) => id === plan);
  return (
    <Menu
      label={t('choosePlan')}
      entries={[
        ...plans.map(({ id, name, state }) => ({
          id,
          label: say(name),
          note: state === 'archived' ? t('archived') : undefined,
          checked: id === plan,
          onSelect: () =>
            void navigate({ to: '.', search: previous => ({ ...previous, plan: id, compare: undefined, node: undefined }) }),
        })),
        { kind: 'rule' as const, id: 'rule' },
        { id: 'new', label: t('newPlan'), icon: 'plus' as const, onSelect: () => void navigate({ to: '/plan/new' }) },
      ]}
    >
      {trigger => (
        <button type="button" {...trigger} className={style.chip}>
          <b>{current ? say(current.name) : t('noPlan')}</b>
          <Icon name="down" size={13} />
        </button>
      )}
    </Menu>
  );
}
