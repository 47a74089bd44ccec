import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import type { Text } from '#core/text/text.ts';
import { Checkbox } from '../ui/field.tsx';
import { useLang } from '../ui/language.ts';
import type { PlanWords } from './edit-plan.ts';
import { shareText } from './lights-text.ts';
import style from './panel.module.css';
import { StoredField } from './stored-field.tsx';
import type { Planning } from './use-planning.ts';
import { WorkingFields } from './working-fields.tsx';

/** What a KPI is for, who measures it, and from where it counts as met. [DES-01, DES-14, VIS-05] */
export function PurposeFields({
  node,
  planning,
  problem,
}: {
  readonly node: NodeView;
  readonly planning: Planning;
  readonly problem: (field: string) => string | undefined;
}) {
  const { t } = useTranslation('design');
  const lang = useLang();
  const { desk } = planning;
  const { role, id } = node;
  const words = (field: PlanWords, label: string, value: Text | null, hint?: string) => (
    <StoredField
      label={label}
      hint={hint}
      value={value?.[lang] ?? ''}
      problem={problem(field)}
      onStore={typed => void desk.edit({ kind: 'words', role, node: id, field, lang, value: typed })}
    />
  );
  const met = shareText(node.lights?.met ?? null);
  const near = shareText(node.lights?.near ?? null);
  const setLights = (changed: { readonly met?: string; readonly near?: string }) =>
    void desk.edit({ kind: 'lights', role, node: id, met, near, ...changed });
  const refused = problem('lights');
  return (
    <>
      {role === 'kpi' && (
        <>
          {words('audience', t('audience'), node.audience, t('audienceHint'))}
          {words('decision', t('decision'), node.decision, t('decisionHint'))}
        </>
      )}
      {words('meaning', t('meaning'), node.meaning)}
      {(node.unit.kind === 'ratio' || node.population) &&
        words('population', t('population'), node.population, t('populationHint'))}
      <StoredField
        label={t('measuredBy')}
        hint={t('measuredByHint')}
        value={node.measuredBy ?? ''}
        problem={problem('measured-by')}
        onStore={value => void desk.edit({ kind: 'field', role, node: id, field: 'measured-by', value })}
      />
      {role === 'kpi' && <WorkingFields node={node} planning={planning} problem={problem} />}
      <Checkbox
        checked={node.executive}
        onChange={event =>
          void desk.edit({ kind: 'field', role, node: id, field: 'executive', value: event.target.checked ? 'yes' : '' })
        }
      >
        {t('executive')}
      </Checkbox>
      <fieldset className={style.group}>
        <legend>{t('lights')}</legend>
        <div className={style.two}>
          <StoredField label={t('lightMet')} value={met} placeholder="100%" onStore={value => setLights({ met: value })} />
          <StoredField label={t('lightNear')} value={near} placeholder="90%" onStore={value => setLights({ near: value })} />
        </div>
        <p className={refused ? 'bad' : 'dim'}>{refused ?? t('lightsHint')}</p>
      </fieldset>
    </>
  );
}
