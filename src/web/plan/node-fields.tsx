import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import type { WireProblem } from '#contract/problem.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import { useLang, useSay } from '../ui/language.ts';
import type { PlanField } from './edit-plan.ts';
import { findingSentence } from './finding-words.ts';
import { OwnerSelect } from './owner-select.tsx';
import style from './panel.module.css';
import { PurposeFields } from './purpose-fields.tsx';
import { RHYTHM_LABELS } from './rhythm-labels.ts';
import { StoredField } from './stored-field.tsx';
import type { Planning } from './use-planning.ts';

const RHYTHMS = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const;

/** What the plan says about a node, each value changed where it stands. */
export function NodeFields({ node, planning }: { readonly node: NodeView; readonly planning: Planning }) {
  const { t } = useTranslation('plan');
  const lang = useLang();
  const say = useSay();
  const { desk, checked, view } = planning;
  const [more, setMore] = useState(false);
  const { role, id } = node;
  const problems = problemsByField(checked?.check.problems ?? [], node);
  const problem = (field: string) => {
    const found = problems.get(field);
    return found && say(findingSentence(found, view));
  };
  const set = (field: PlanField, value: string) => void desk.edit({ kind: 'field', role, node: id, field, value });
  const field = (key: PlanField, label: string, value: string, hint?: string, placeholder?: string) => (
    <StoredField
      label={label}
      value={value}
      hint={hint}
      placeholder={placeholder}
      problem={problem(key)}
      onStore={typed => set(key, typed)}
    />
  );
  const refused = problems.get('target')?.params.text;
  const target = node.target?.text ?? (typeof refused === 'string' ? refused : node.undecided ? t('undecided') : '');
  return (
    <div className={style.fields}>
      {field(
        'target',
        t('target'),
        target,
        t(role === 'goal' ? 'goalTargetHint' : Object.keys(node.months).length > 0 ? 'monthsWin' : 'targetHint'),
        node.equals && role === 'kpi' ? t('calculated') : undefined,
      )}
      <div className={style.two}>
        {field('baseline', t('fieldBaseline'), node.baseline?.text ?? '')}
        <OwnerSelect node={node} desk={desk} problem={problem('owner')} />
      </div>
      {more ? (
        <>
          <StoredField
            label={t(lang === 'ja' ? 'nameJa' : 'nameEn')}
            value={node.name[lang]}
            problem={problem('name')}
            onStore={value => void desk.edit({ kind: 'words', role, node: id, field: 'name', lang, value })}
          />
          {field('equals', t('fieldFormula'), node.equals?.text ?? '', t('formulaHint'))}
          <div className={style.two}>
            {node.equals && field('lag', t('fieldLag'), node.lag?.text ?? '', t('lagHint'))}
            {role === 'kpi' && (
              <Field label={t('fieldRhythm')} problem={problem('rhythm')}>
                {control => (
                  <Select
                    {...control}
                    small
                    value={node.rhythm ?? ''}
                    options={[
                      { value: '', label: t('undecided') },
                      ...RHYTHMS.map(rhythm => ({ value: rhythm, label: t(RHYTHM_LABELS[rhythm]) })),
                    ]}
                    onChange={event => set('rhythm', event.target.value)}
                  />
                )}
              </Field>
            )}
          </div>
          <StoredField
            label={t('because')}
            lines={2}
            value={node.because?.[lang] ?? ''}
            problem={problem('because')}
            onStore={value => void desk.edit({ kind: 'words', role, node: id, field: 'because', lang, value })}
          />
          <PurposeFields node={node} planning={planning} problem={problem} />
        </>
      ) : (
        <Button look="link" onClick={() => setMore(true)}>
          {t('moreFields')}
        </Button>
      )}
    </div>
  );
}

/** Errors in what a field holds, by the field; findings about the plan's arithmetic are no errors of a field. */
function problemsByField(problems: readonly WireProblem[], node: NodeView): ReadonlyMap<string, WireProblem> {
  const own = problems.filter(({ at, severity }) => severity === 'error' && at[1] === node.id && typeof at[2] === 'string');
  return new Map(own.toReversed().map(problem => [String(problem.at[2]), problem]));
}
