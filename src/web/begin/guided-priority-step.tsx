import { useTranslation } from 'react-i18next';
import { type ProposedMarks, proposedMarks } from '#core/begin/guided-marks.ts';
import type { GuidedFactor } from '#core/begin/guided-plan.ts';
import { checkPlan } from '#core/plan/check-plan.ts';
import { parseShare } from '#core/plan/target.ts';
import { sharesTotal } from '#core/prioritise/shares.ts';
import { sharesByScore } from '#core/prioritise/shares-by-score.ts';
import { TotalLine } from '../plan/factor-section.tsx';
import { measureOf } from '../progress/node-words.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import style from './guided.module.css';
import type { StepProps } from './guided-step.ts';
import { usePastValues } from './use-past-values.ts';

const MARKS = ['1', '2', '3', '4', '5'].map(value => ({ value, label: value }));

/** Which success factors come first, and what share of the resources each gets, with what the figures propose. [BEG-34, DES-12] */
export function PriorityStep(props: StepProps) {
  const { answers, set, nodes, texts, catalogue } = props;
  const { t } = useTranslation('begin');
  const { t: review } = useTranslation('review');
  const past = usePastValues(nodes.flatMap(({ metric }) => metric ?? []));
  const proposed = texts ? proposedMarks(checkPlan(texts, catalogue), past) : [];
  const { factors, impacts, feasibilities, shares } = answers;
  if (factors.length === 0) return <p className={style.ask}>{t('priorityNone')}</p>;
  const scores = factors.map(({ id }) => Number(impacts[id] ?? 0) * Number(feasibilities[id] ?? 0));
  const total = sharesTotal(factors.map(({ id }) => parseShare(shares[id] ?? '')));
  return (
    <>
      <p className={style.ask}>{t('askPriority')}</p>
      {factors.map(factor => (
        <FactorMarks key={factor.id} factor={factor} proposed={proposed.find(one => one.factor === factor.id)} {...props} />
      ))}
      <div className={style.total}>
        <TotalLine total={total} />
        {scores.every(score => score > 0) && (
          <Button
            small
            onClick={() => {
              const percents = sharesByScore(scores);
              set({ shares: Object.fromEntries(factors.map(({ id }, place) => [id, `${percents[place] ?? 0}%`])) });
            }}
          >
            {review('proposeShares')}
          </Button>
        )}
      </div>
      <p className={style.part}>{t('later')}</p>
    </>
  );
}

function FactorMarks({
  factor: { id, name },
  proposed,
  answers,
  checked,
  set,
}: StepProps & { readonly factor: GuidedFactor; readonly proposed: ProposedMarks | undefined }) {
  const { t: review } = useTranslation('review');
  const mark = (key: 'impacts' | 'feasibilities', label: string) => (
    <Field label={label}>
      {control => (
        <Select
          {...control}
          aria-label={review('markOf', { name, mark: label })}
          value={answers[key][id] ?? ''}
          options={[{ value: '', label: review('unset') }, ...MARKS]}
          onChange={event => set({ [key]: { ...answers[key], [id]: event.target.value } })}
        />
      )}
    </Field>
  );
  return (
    <fieldset className={style.marks}>
      <legend>{name}</legend>
      {mark('impacts', review('impact'))}
      {mark('feasibilities', review('feasibility'))}
      <Field label={review('share')}>
        {control => (
          <TextInput
            {...control}
            aria-label={review('markOf', { name, mark: review('share') })}
            value={answers.shares[id] ?? ''}
            placeholder="40%"
            autoComplete="off"
            onChange={event => set({ shares: { ...answers.shares, [id]: event.target.value } })}
          />
        )}
      </Field>
      {proposed && <Proposed proposed={proposed} answers={answers} checked={checked} set={set} />}
    </fieldset>
  );
}

/** What the figures say of a factor: marks to take, its best KPI by the criteria, and what it brings the goal. */
function Proposed({
  proposed: { factor, impact, feasibility, best, gain },
  answers,
  checked,
  set,
}: Pick<StepProps, 'answers' | 'checked' | 'set'> & { readonly proposed: ProposedMarks }) {
  const { t } = useTranslation('begin');
  const say = useSay();
  const figures = useFigures();
  const nodes = checked?.view?.nodes ?? [];
  const goal = nodes.find(({ role }) => role === 'goal');
  if (!best?.reference) return null;
  const take = () =>
    set({
      impacts: { ...answers.impacts, [factor]: String(impact) },
      feasibilities: { ...answers.feasibilities, [factor]: String(feasibility) },
    });
  return (
    <div className={style.proposed}>
      <p>
        {t('proposed')}
        {say({ ja: '：', en: ': ' })}
        {t('proposedMarks', { impact, feasibility })}{' '}
        <Button look="link" onClick={take}>
          {t('takeProposed')}
        </Button>
      </p>
      <p>
        {t('criteria', {
          name: say(nodes.find(({ id }) => id === best.node)?.name) || best.node,
          impact: best.impact.mark,
          control: best.controllability.mark,
          room: best.room.mark,
        })}
      </p>
      {goal && gain !== undefined && (
        <p>
          {t('bringsGoal', {
            goal: say(goal.name),
            gain: `+${figures.value(String(Number(gain.toPrecision(3))), measureOf(goal))}`,
          })}
        </p>
      )}
    </div>
  );
}
