import { useTranslation } from 'react-i18next';
import type { PlanView } from '#contract/plan-view.ts';
import { fromTo } from '#core/text/format-range.ts';
import { usePeriodName } from '../progress/period-name.ts';
import { useLang, useSay } from '../ui/language.ts';
import { type ChangeLine, changeLines } from './change-lines.ts';
import style from './change-list.module.css';
import { type ChangeValues, useChangeValues } from './change-values.ts';
import type { PlanChange } from './plan-changes.ts';

/** What differs between two states of a plan, in words: what, before, after. */
export function ChangeList({ changes, view }: { readonly changes: readonly PlanChange[]; readonly view: PlanView | null }) {
  const { t } = useTranslation('plan');
  const words = useChangeWords(view);
  return (
    <ul className={style.list}>
      {changeLines(changes).map(line => {
        const [first] = line.changes;
        const { before, after } = words.values(line);
        return (
          <li key={line.key}>
            <span className={style.what}>
              <b>{words.subject(first)}</b>
              <span>{words.field(line)}</span>
            </span>
            {first.field === 'added' || first.field === 'removed' ? (
              <span className={style.values} />
            ) : (
              <span className={style.values}>
                <span className={before === '' ? 'dim' : style.before}>{before || t('nothing')}</span>
                <span aria-hidden="true">→</span>
                <span className="visually-hidden">{t('diffAfter')}</span>
                <span className={after === '' ? 'dim' : style.after}>{after || t('nothing')}</span>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const FIELDS = {
  added: 'fieldAdded',
  removed: 'fieldRemoved',
  name: 'fieldName',
  target: 'fieldTarget',
  owner: 'fieldOwner',
  contributors: 'fieldContributors',
  formula: 'fieldFormula',
  baseline: 'fieldBaseline',
  factor: 'fieldFactor',
  rhythm: 'fieldRhythm',
  lag: 'fieldLag',
  reason: 'fieldReason',
  period: 'fieldPeriod',
  population: 'fieldPopulation',
  meaning: 'fieldMeaning',
  audience: 'fieldAudience',
  decision: 'fieldDecision',
  measuredBy: 'fieldMeasuredBy',
  lights: 'fieldLights',
  influence: 'fieldInfluence',
  working: 'fieldWorking',
  cycle: 'fieldCycle',
} as const;

/** Changes in words: whose, which value, before and after. */
export function useChangeWords(view: PlanView | null) {
  const { t } = useTranslation('plan');
  const say = useSay();
  const lang = useLang();
  const valuesOf = useChangeValues(view);
  const periodName = usePeriodName();
  return {
    subject: ({ subject }: PlanChange) => (subject ? say(subject) : t('planItself')),
    field: ({ changes }: ChangeLine) => {
      const [first] = changes;
      const { field, month } = first;
      if (field === 'month' || field === 'budget') {
        const names = [month, changes.at(-1)?.month].map(key => periodName(key ?? ''));
        const when = changes.length === 1 ? names[0] : fromTo(names[0] ?? '', names[1] ?? '', lang);
        return t(field === 'month' ? 'fieldMonth' : 'fieldBudget', { month: when });
      }
      return t(FIELDS[field]);
    },
    values: ({ changes }: ChangeLine): ChangeValues => {
      const values = changes.map(valuesOf);
      const joined = (side: keyof ChangeValues) => {
        const [first, ...others] = values.map(value => value[side]);
        if (first && others.length > 0 && others.every(value => value === first)) return t('everyMonth', { value: first });
        return values
          .map(value => value[side] || '—')
          .join(say({ ja: '、', en: ', ' }))
          .replace(/^—$/, '');
      };
      return { before: joined('before'), after: joined('after') };
    },
  };
}
