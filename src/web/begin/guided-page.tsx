import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { guidedNodes, guidedTexts } from '#core/begin/guided-plan.ts';
import { freeId } from '#core/begin/node-id.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { catalogueWith } from '../plan/catalogue-with.ts';
import { useCheckedPlan } from '../plan/use-checked-plan.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Loading } from '../ui/states.tsx';
import style from './begin.module.css';
import { BegunCheck } from './begun-check.tsx';
import guided from './guided.module.css';
import { FormulaStep } from './guided-formula-step.tsx';
import { AimStep, AreaStep, GoalStep } from './guided-goal-steps.tsx';
import { FinishStep, TargetStep } from './guided-last-steps.tsx';
import { PriorityStep } from './guided-priority-step.tsx';
import type { StepProps } from './guided-step.ts';
import { useGuided } from './guided-store.ts';
import { FactorStep, KpiStep } from './guided-tree-steps.tsx';
import { WayPage } from './way-page.tsx';

const STEPS = [
  { key: 'aim', label: 'stepAim', Step: AimStep },
  { key: 'area', label: 'stepArea', Step: AreaStep },
  { key: 'goal', label: 'stepGoal', Step: GoalStep },
  { key: 'formula', label: 'stepFormula', Step: FormulaStep },
  { key: 'factors', label: 'stepFactors', Step: FactorStep },
  { key: 'kpis', label: 'stepKpis', Step: KpiStep },
  { key: 'targets', label: 'stepTargets', Step: TargetStep },
  { key: 'priority', label: 'stepPriority', Step: PriorityStep },
  { key: 'finish', label: 'stepFinish', Step: FinishStep },
] as const;

const SAVING = { saved: 'keptThere', waiting: 'keeping', saving: 'keeping' } as const;

/** A plan by answering questions, one a screen or all on one page, with the growing tree and its verdict beside them. */
export function GuidedPage() {
  const { t } = useTranslation('begin');
  const say = useSay();
  const { calendar, currency, plans } = useWorkspace();
  const definitions = useAnswer('definitions', {}).data?.text;
  const guide = useGuided();
  const [view, setView] = useState<'one' | 'all'>('one');
  const { answers, set } = guide;
  const catalogue = useMemo(
    () => (definitions === undefined ? undefined : catalogueWith(definitions, currency)),
    [definitions, currency],
  );
  const year = answers.from.slice(0, 4);
  const id = freeId(`plan-${year}`, wanted => plans.some(plan => plan.id === wanted));
  const goalName = catalogue ? say(catalogue.metrics.get(answers.goal)?.name) || answers.goal : '';
  const name = answers.name.trim() || t('guidedName', { goal: goalName, year });
  const texts = useMemo(
    () => (catalogue ? (guidedTexts(answers, { id, name, calendar, currency }, catalogue) ?? null) : null),
    [answers, id, name, calendar, currency, catalogue],
  );
  const checked = useCheckedPlan(texts);
  const nodes = useMemo(() => (catalogue ? guidedNodes(answers, catalogue) : []), [answers, catalogue]);
  if (!catalogue || guide.isLoading) return <Loading lines={8} />;
  const isCurrent = texts !== null && checked?.texts.yaml === texts.yaml;
  const step = Math.min(guide.step, STEPS.length - 1);
  const props: StepProps = {
    answers,
    set,
    catalogue,
    nodes,
    texts,
    checked: isCurrent ? checked : undefined,
    name,
    onDone: () => void guide.clear(),
  };
  return (
    <WayPage title={t('guidedTitle')}>
      <div className={guided.tools}>
        <Segmented
          label={t('howToAsk')}
          value={view}
          options={[
            { value: 'one', label: t('oneByOne') },
            { value: 'all', label: t('allAtOnce') },
          ]}
          onChange={setView}
        />
        <Button small look="quiet" icon="undo" disabled={guide.past.length === 0} onClick={guide.undo}>
          {t('undo')}
        </Button>
        <Button small look="quiet" icon="trash" onClick={() => void guide.clear()}>
          {t('startAnew')}
        </Button>
        <span className={guided.kept} role="status">
          {t(guide.isNobodys ? 'keptHere' : SAVING[guide.saving])}
        </span>
      </div>
      {guide.elsewhere !== undefined && <AnsweredElsewhere isGone={guide.elsewhere === null} onChoice={guide.settle} />}
      <div className={style.columns}>
        <div className={style.column}>
          {view === 'one' && <Progress step={step} onStep={guide.goTo} />}
          {STEPS.filter((_, place) => view === 'all' || place === step).map(({ key, label, Step }) => (
            <Section key={key} title={t(label)} className={style.form}>
              <Step {...props} />
            </Section>
          ))}
          {view === 'one' && (
            <div className={guided.move}>
              <Button icon="left" disabled={step === 0} onClick={() => guide.goTo(step - 1)}>
                {t('previous')}
              </Button>
              {step < STEPS.length - 1 && (
                <Button look="main" onClick={() => guide.goTo(step + 1)}>
                  {t('next')}
                </Button>
              )}
            </div>
          )}
        </div>
        <BegunCheck checked={texts === null ? undefined : checked} empty={t('growsHere')} />
      </div>
    </WayPage>
  );
}

/** The same member went on in another window: which of the two shall stand is theirs to say. */
function AnsweredElsewhere({
  isGone,
  onChoice,
}: {
  readonly isGone: boolean;
  readonly onChoice: (side: 'here' | 'there') => void;
}) {
  const { t } = useTranslation('begin');
  return (
    <div className={guided.elsewhere} role="alert">
      <p>{t(isGone ? 'elsewhereGone' : 'elsewhere')}</p>
      <Button small onClick={() => onChoice('there')}>
        {t(isGone ? 'startAnew' : 'takeThere')}
      </Button>
      <Button small look="main" onClick={() => onChoice('here')}>
        {t('keepHere')}
      </Button>
    </div>
  );
}

function Progress({ step, onStep }: { readonly step: number; readonly onStep: (step: number) => void }) {
  const { t } = useTranslation('begin');
  return (
    <ol className={guided.progress} aria-label={t('steps')}>
      {STEPS.map(({ key, label }, place) => (
        <li key={key}>
          <button
            type="button"
            aria-current={place === step ? 'step' : undefined}
            className={place < step ? guided.past : undefined}
            onClick={() => onStep(place)}
          >
            <span aria-hidden="true">{place + 1}</span>
            {t(label)}
          </button>
        </li>
      ))}
    </ol>
  );
}
