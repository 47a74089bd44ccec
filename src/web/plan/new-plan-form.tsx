import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, addMonths, type Day, dayOf, partsOf } from '#core/calendar/day.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import style from './new-plan.module.css';
import { NewPlanCheck } from './new-plan-check.tsx';
import { idOf, startText, typedFormula } from './plan-start.ts';
import { useCheckedPlan } from './use-checked-plan.ts';
import { useCreatePlan } from './use-create-plan.ts';

/** The shortest honest beginning: a name, a period, a goal with its number, and what it is made of. */
export function NewPlanForm() {
  const { t } = useTranslation('plan');
  const say = useSay();
  const { today, calendar, currency, plans } = useWorkspace();
  const first = nextFiscalYear(today, calendar.fiscalYearStarts);
  const [name, setName] = useState('');
  const [typedId, setTypedId] = useState<string>();
  const [from, setFrom] = useState<Day | null>(first);
  const [to, setTo] = useState<Day | null>(addDays(addMonths(first, 12), -1));
  const [goal, setGoal] = useState('');
  const [target, setTarget] = useState('');
  const [formula, setFormula] = useState('');
  const [parts, setParts] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const { create, busy } = useCreatePlan();

  const id = typedId ?? suggestedId(name, from, plans);
  const taken = plans.find(plan => plan.id === id);
  const typed = formula.trim() === '' ? undefined : typedFormula(formula);
  const isFormulaBad = formula.trim() !== '' && typed === undefined;
  const isPeriodBad = from !== null && to !== null && from >= to;
  const isIdBad = !/^[a-z][a-z0-9-]*$/.test(id);
  const yaml =
    from && to && !isPeriodBad && !isIdBad ? startText({ id, name, from, to, currency, goal, target, formula, parts }) : null;
  const checked = useCheckedPlan(yaml === null ? null : { yaml, sheet: '' });
  const needed = (value: string) => (tried && value.trim() === '' ? t('newNeeded') : undefined);
  const submit = () => {
    setTried(true);
    if (yaml !== null && !taken) void create({ yaml, sheet: '' });
  };
  return (
    <form
      className={style.columns}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <Section title={t('newTitle')} className={style.form}>
        <Field label={t('newName')} required problem={needed(name)}>
          {control => (
            <TextInput
              {...control}
              value={name}
              autoComplete="off"
              placeholder={t('newNamePlaceholder')}
              onChange={event => setName(event.target.value)}
            />
          )}
        </Field>
        <div className={style.two}>
          <DateField
            label={t('newFrom')}
            value={from}
            today={today}
            required
            onChange={setFrom}
            problem={from ? undefined : needed('')}
          />
          <DateField
            label={t('newTo')}
            value={to}
            today={today}
            required
            onChange={setTo}
            problem={isPeriodBad ? t('newPeriodBad') : to ? undefined : needed('')}
          />
        </div>
        <div className={style.two}>
          <Field label={t('newGoalName')} required problem={needed(goal)}>
            {control => (
              <TextInput
                {...control}
                value={goal}
                autoComplete="off"
                placeholder={t('newGoalPlaceholder')}
                onChange={event => setGoal(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('newTarget')} hint={t('newTargetHint')}>
            {control => (
              <TextInput {...control} value={target} autoComplete="off" onChange={event => setTarget(event.target.value)} />
            )}
          </Field>
        </div>
        <Field label={t('newFormula')} hint={t('newFormulaHint')} problem={isFormulaBad ? t('newFormulaBad') : undefined}>
          {control => (
            <TextInput
              {...control}
              value={formula}
              autoComplete="off"
              placeholder={t('newFormulaPlaceholder')}
              onChange={event => setFormula(event.target.value)}
            />
          )}
        </Field>
        {typed && (
          <div className={style.parts}>
            {typed.parts.map(part => (
              <Field key={part.id} label={t('newPart', { name: part.name })} hint={t('newPartHint')}>
                {control => (
                  <TextInput
                    {...control}
                    value={parts[part.id] ?? ''}
                    autoComplete="off"
                    onChange={event => setParts({ ...parts, [part.id]: event.target.value })}
                  />
                )}
              </Field>
            ))}
          </div>
        )}
        <Field
          label={t('newId')}
          hint={t('newIdHint')}
          problem={
            taken
              ? t('newIdTaken', { name: say(taken.name) })
              : isIdBad && (tried || typedId !== undefined)
                ? t('newIdBad')
                : undefined
          }
        >
          {control => (
            <TextInput
              {...control}
              value={id}
              autoComplete="off"
              spellCheck={false}
              onChange={event => setTypedId(event.target.value)}
            />
          )}
        </Field>
        <div className={style.foot}>
          <Button type="submit" look="main" busy={busy}>
            {t('newCreate')}
          </Button>
        </div>
      </Section>
      <NewPlanCheck checked={yaml === null ? undefined : checked} />
    </form>
  );
}

/** First day of the fiscal year that comes next, or of this one while it is young. */
function nextFiscalYear(today: Day, startMonth: number): Day {
  const { year, month } = partsOf(today);
  const begun = month >= startMonth ? year : year - 1;
  const monthsIn = (year - begun) * 12 + month - startMonth;
  const first = dayOf({ year: monthsIn < 3 ? begun : begun + 1, month: startMonth, day: 1 });
  return first ?? today;
}

function suggestedId(name: string, from: Day | null, plans: readonly { readonly id: string }[]): string {
  const latin = idOf(name)
    .replace(/[^a-z0-9-]/g, '')
    .replace(/^-+|-+$/g, '');
  const base = /^[a-z].{2,}/.test(latin) ? latin : `plan-${from?.slice(0, 4) ?? 'new'}`;
  const isTaken = (id: string) => plans.some(plan => plan.id === id);
  let id = base;
  for (let count = 2; isTaken(id); count++) id = `${base}-${count}`;
  return id;
}
