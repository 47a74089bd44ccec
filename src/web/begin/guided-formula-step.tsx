import { useTranslation } from 'react-i18next';
import { type Calculation, calculationsOf } from '#core/begin/calculations.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { isInFormula, useFormulaWords } from './formula-words.ts';
import style from './guided.module.css';
import type { StepProps } from './guided-step.ts';
import { GuidedWays } from './guided-ways.tsx';
import { OptionCard } from './option-card.tsx';

/** How the goal is made up: known ways side by side, or one's own; then each part, as far down as one likes. [DES-09] */
export function FormulaStep(props: StepProps) {
  const { answers, set, catalogue, nodes } = props;
  const { t } = useTranslation('begin');
  const words = useFormulaWords(catalogue, nodes);
  const [goal] = nodes;
  if (!goal) return <p className={style.ask}>{t('goalFirst')}</p>;
  const ways = calculationsOf(goal.id, catalogue);
  const parts = nodes.filter(node => !node.isGoal && isInFormula(node, nodes));
  const isOwn = answers.ownFormula.trim() !== '';
  const chosen = isOwn ? undefined : answers.formulas[goal.id];
  const compare = (text: string, isOn: boolean) =>
    set({ alternatives: isOn ? [...answers.alternatives, text] : answers.alternatives.filter(one => one !== text) });
  return (
    <>
      <p className={style.ask}>{t('askFormula', { goal: words.name(goal) })}</p>
      <div className={style.options}>
        {ways.map(way => (
          <div key={way.text} className={style.way}>
            <OptionCard
              type="radio"
              name="formula"
              checked={chosen === way.text}
              title={words.formula(way.text)}
              onChange={() => set({ ownFormula: '', formulas: { [goal.id]: way.text } })}
            >
              <WayFacts way={way} />
            </OptionCard>
            {goal.formula !== undefined && chosen !== way.text && (
              <label className={style.compare}>
                <input
                  type="checkbox"
                  checked={answers.alternatives.includes(way.text)}
                  onChange={event => compare(way.text, event.target.checked)}
                />
                {t('compareWay')}
              </label>
            )}
          </div>
        ))}
        <OptionCard
          type="radio"
          name="formula"
          checked={!isOwn && !answers.formulas[goal.id]}
          title={t('noFormula')}
          onChange={() => set({ ownFormula: '', formulas: {} })}
        >
          {t('noFormulaText')}
        </OptionCard>
      </div>
      <Field label={t('ownFormula')} hint={t('ownFormulaHint')}>
        {control => (
          <TextInput
            {...control}
            value={answers.ownFormula}
            autoComplete="off"
            placeholder={t('ownFormulaExample')}
            onChange={event => set({ ownFormula: event.target.value })}
          />
        )}
      </Field>
      <GuidedWays {...props} />
      {parts.map(node => {
        const further = calculationsOf(node.id, catalogue).filter(way => !way.parts.some(part => part === goal.id));
        if (further.length === 0 || node.metric?.aggregation === 'ratio') return null;
        return (
          <Field key={node.id} label={t('further', { name: words.name(node) })}>
            {control => (
              <Select
                {...control}
                value={answers.formulas[node.id] ?? ''}
                options={[
                  { value: '', label: t('asItIs') },
                  ...further.map(({ text }) => ({ value: text, label: words.formula(text) })),
                ]}
                onChange={event => set({ formulas: { ...answers.formulas, [node.id]: event.target.value } })}
              />
            )}
          </Field>
        );
      })}
    </>
  );
}

function WayFacts({ way }: { readonly way: Calculation }) {
  const { t } = useTranslation('begin');
  const metrics = useAnswer('catalogue', {}).data?.metrics ?? [];
  const measured = metrics.filter(metric => metric.measured && way.parts.includes(metric.id)).length;
  return <>{t('wayFacts', { count: way.parts.length, measured })}</>;
}
