import { useTranslation } from 'react-i18next';
import type { PlanView } from '#contract/plan-view.ts';
import type { Text } from '#core/text/text.ts';
import { usePeople } from '../app/workspace-context.ts';
import { measureOf } from '../progress/node-words.ts';
import { usePeriodName } from '../progress/period-name.ts';
import { type Figures, useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { type ChangeLine, changeLines } from './change-lines.ts';
import style from './change-list.module.css';
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
} as const;

const RHYTHMS: Readonly<Record<string, 'rhythmDaily' | 'rhythmWeekly' | 'rhythmMonthly' | 'rhythmQuarterly' | 'rhythmYearly'>> = {
  daily: 'rhythmDaily',
  weekly: 'rhythmWeekly',
  monthly: 'rhythmMonthly',
  quarterly: 'rhythmQuarterly',
  yearly: 'rhythmYearly',
};

/** Changes in the reader's words: whose, which value, before and after. */
export function useChangeWords(view: PlanView | null) {
  const { t } = useTranslation('plan');
  const say = useSay();
  const figures = useFigures();
  const people = usePeople();
  const periodName = usePeriodName();
  const nameOf = (id: string) => say([...(view?.nodes ?? []), ...(view?.factors ?? [])].find(one => one.id === id)?.name) || id;
  const word = (change: PlanChange, value: Text | string): string => {
    const text = typeof value === 'string' ? value : say(value);
    if (text === '') return '';
    switch (change.field) {
      case 'owner':
        return people.nameOf(text);
      case 'contributors':
        return text
          .split(', ')
          .map(id => people.nameOf(id))
          .join(say({ ja: '、', en: ', ' }));
      case 'factor':
        return nameOf(text);
      case 'rhythm':
        return RHYTHMS[text] ? t(RHYTHMS[text]) : text;
      case 'target':
        return /^\d+(\.\d+)?$/.test(text) ? amount(change, text, view, figures) : text;
      case 'month':
      case 'budget':
        return amount(change, text, view, figures);
      default:
        return text;
    }
  };
  return {
    subject: ({ subject }: PlanChange) => (subject ? say(subject) : t('planItself')),
    field: ({ changes }: ChangeLine) => {
      const [first] = changes;
      const { field, month } = first;
      if (field === 'month' || field === 'budget') {
        const names = [month, changes.at(-1)?.month].map(key => periodName(key ?? ''));
        const when = changes.length === 1 ? names[0] : `${names[0]}〜${names[1]}`;
        return t(field === 'month' ? 'fieldMonth' : 'fieldBudget', { month: when });
      }
      return t(FIELDS[field]);
    },
    values: ({ changes }: ChangeLine) => {
      const of = (side: 'before' | 'after') =>
        changes
          .map(change => word(change, change[side]) || '—')
          .join(say({ ja: '、', en: ', ' }))
          .replace(/^—$/, '');
      return { before: of('before'), after: of('after') };
    },
  };
}

/** An amount of a month in its node's unit; of the budget in the plan's currency. */
function amount({ of, field }: PlanChange, text: string, view: PlanView | null, figures: Figures): string {
  const node = view?.nodes.find(({ id }) => id === of);
  if (field === 'budget')
    return figures.value(text, { unit: { kind: 'money', currency: view?.currency ?? 'JPY' }, counter: null });
  return node ? figures.value(text, measureOf(node)) : text;
}
