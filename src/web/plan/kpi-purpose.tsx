import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { usePeople } from '../app/workspace-context.ts';
import { buttonClass } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { KpiRoles } from './kpi-roles.tsx';
import { lightsText } from './lights-text.ts';
import style from './panel.module.css';
import { useWorkingWords } from './use-working-words.ts';

/** What the number is read for: by whom, to decide what; of a goal, which aim of the company it serves. [DES-01, DES-04] */
export function KpiPurpose({ node }: { readonly node: NodeView }) {
  const { t } = useTranslation('design');
  const say = useSay();
  const people = usePeople();
  const { conditionOf, measuringOf } = useWorkingWords();
  const facts: readonly (readonly [string, string])[] = [
    [t('aim'), say(node.aim)],
    [t('aimBecause'), say(node.aimBecause)],
    [t('measuredBy'), node.measuredBy === null ? '' : people.nameOf(node.measuredBy)],
    [t('lights'), lightsText(node)],
    [t('condition'), conditionOf(node)],
    [t('measuring'), measuringOf(node)],
  ];
  const said = facts.filter(([, value]) => value !== '');
  if (node.role === 'goal' && said.length === 0) return null;
  return (
    <Section
      title={t(node.role === 'goal' ? 'goalPurpose' : 'roles')}
      tools={
        <Link to="/plan" search={previous => ({ ...previous, node: node.id })} className={buttonClass('plain', true)}>
          {t('editInPlan')}
        </Link>
      }
    >
      <div className={style.panel}>
        {node.role === 'kpi' && <KpiRoles node={node} isTitled={false} />}
        {said.length > 0 && (
          <dl className={style.facts}>
            {said.map(([label, value]) => [<dt key={`${label} t`}>{label}</dt>, <dd key={`${label} d`}>{value}</dd>])}
          </dl>
        )}
      </div>
    </Section>
  );
}
