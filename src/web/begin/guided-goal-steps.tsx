import { useTranslation } from 'react-i18next';
import { areasForAim } from '#core/begin/guided-ideas.ts';
import { COMPANY_AIMS } from '#core/plan/goals-for-aim.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { DateField } from '../ui/date-field.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import style from './guided.module.css';
import type { StepProps } from './guided-step.ts';
import { MetricSearch } from './metric-search.tsx';
import { OptionCard } from './option-card.tsx';

/** What the company is after: the goal has to serve it. [DES-04] */
export function AimStep({ answers, set }: StepProps) {
  const { t } = useTranslation('begin');
  const say = useSay();
  return (
    <>
      <p className={style.ask}>{t('askAim')}</p>
      <div className={style.options}>
        {COMPANY_AIMS.map(({ id, name }) => (
          <OptionCard
            key={id}
            type="radio"
            name="aim"
            checked={answers.aim === say(name)}
            title={say(name)}
            onChange={() => set({ aim: say(name) })}
          />
        ))}
      </div>
      <Field label={t('ownWords')}>
        {control => (
          <TextInput
            {...control}
            value={answers.aim}
            autoComplete="off"
            placeholder={t('aimExample')}
            onChange={event => set({ aim: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** The result area a goal stands in. [DES-02] */
export function AreaStep({ answers, set }: StepProps) {
  const { t } = useTranslation('begin');
  const say = useSay();
  const aim = COMPANY_AIMS.find(({ name }) => say(name) === answers.aim);
  const areas = (aim ? [aim] : COMPANY_AIMS).flatMap(({ id }) => areasForAim(id));
  const distinct = areas.filter((area, place) => areas.findIndex(({ en }) => en === area.en) === place);
  return (
    <>
      <p className={style.ask}>{t('askArea')}</p>
      <div className={style.options}>
        {distinct.map(area => (
          <OptionCard
            key={area.en}
            type="radio"
            name="area"
            checked={answers.area === say(area)}
            title={say(area)}
            onChange={() => set({ area: say(area) })}
          />
        ))}
      </div>
      <Field label={t('ownWords')}>
        {control => (
          <TextInput {...control} value={answers.area} autoComplete="off" onChange={event => set({ area: event.target.value })} />
        )}
      </Field>
    </>
  );
}

/** The goal: a metric, a number and a date. [DES-05, DES-06] */
export function GoalStep({ answers, set, catalogue }: StepProps) {
  const { t } = useTranslation('begin');
  const say = useSay();
  const { today } = useWorkspace();
  const aim = COMPANY_AIMS.find(({ name }) => say(name) === answers.aim);
  const ideas = (aim?.goals ?? USUAL_GOALS).filter(({ metric }) => catalogue.metrics.has(metric));
  const goal = catalogue.metrics.get(answers.goal);
  const choose = (metric: string) => set({ goal: metric, formulas: {}, ownFormula: '', factors: [] });
  return (
    <>
      <p className={style.ask}>{t('askGoal')}</p>
      <div className={style.options}>
        {ideas.map(({ metric, because }) => (
          <OptionCard
            key={metric}
            type="radio"
            name="goal"
            checked={answers.goal === metric}
            title={say(catalogue.metrics.get(metric)?.name)}
            onChange={() => choose(metric)}
          >
            {say(because ?? catalogue.metrics.get(metric)?.meaning)}
          </OptionCard>
        ))}
      </div>
      <MetricSearch label={t('otherGoal')} catalogue={catalogue} value={answers.goal} onChange={choose} />
      <div className={style.two}>
        <Field label={t('goalNumber')} hint={t('goalNumberHint')}>
          {control => (
            <TextInput
              {...control}
              value={answers.target}
              autoComplete="off"
              onChange={event => set({ target: event.target.value })}
            />
          )}
        </Field>
        {goal?.unit.kind === 'ratio' && (
          <Field label={t('population')} hint={t('populationHint')}>
            {control => (
              <TextInput
                {...control}
                value={answers.population}
                autoComplete="off"
                onChange={event => set({ population: event.target.value })}
              />
            )}
          </Field>
        )}
      </div>
      <div className={style.two}>
        <DateField
          label={t('planFrom')}
          value={answers.from}
          today={today}
          onChange={day => day && set({ from: day })}
          problem={answers.from >= answers.to ? t('periodBad') : undefined}
        />
        <DateField label={t('deadline')} value={answers.to} today={today} onChange={day => day && set({ to: day })} />
      </div>
    </>
  );
}

const USUAL_GOALS: readonly { readonly metric: string; readonly because?: undefined }[] = [
  'revenue',
  'new-customers',
  'leads',
  'ltv',
].map(metric => ({ metric }));
