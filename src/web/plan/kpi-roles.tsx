import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { useSay } from '../ui/language.ts';
import { SHAPES } from '../ui/pill.tsx';
import style from './panel.module.css';

/** The three roles of a KPI, each with what makes it play it, or what is missing. [DES-01] */
export function KpiRoles({ node, isTitled = true }: { readonly node: NodeView; readonly isTitled?: boolean }) {
  const { t } = useTranslation('design');
  const { t: plan } = useTranslation('plan');
  const say = useSay();
  const decision = say(node.decision);
  const audience = say(node.audience);
  const words = {
    1: t(node.openRoles.includes(1) ? 'role1Open' : 'role1'),
    2: node.openRoles.includes(2) ? t('role2Open') : t('role2', { decision }),
    3: node.openRoles.includes(3) ? t(audience ? 'role3Definition' : 'role3Audience') : t('role3', { audience }),
  } as const;
  return (
    <>
      {isTitled && <h3 className={style.title}>{t('roles')}</h3>}
      <ul className={style.smart}>
        {([1, 2, 3] as const).map(role => {
          const isOpen = node.openRoles.includes(role);
          return (
            <li key={role}>
              <span className={isOpen ? style.open : style.ok} aria-hidden="true">
                {role}
              </span>
              <span>
                {isOpen && (
                  <span className="warn">
                    <span aria-hidden="true">{SHAPES.warn} </span>
                    <span className="visually-hidden">{plan('warning')}</span>
                  </span>
                )}
                {words[role]}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
