import { useTranslation } from 'react-i18next';
import { type Calculation, calculationsOf } from '#core/begin/calculations.ts';
import { kpisForFactor } from '#core/begin/guided-ideas.ts';
import type { GuidedFactor, GuidedNode } from '#core/begin/guided-plan.ts';
import { parseFormula } from '#core/formula/parse.ts';
import { printFormula } from '#core/formula/print.ts';
import type { Catalogue } from '#core/metric/catalogue.ts';
import { factorIdeas } from '#core/plan/factor-ideas.ts';
import { sameText } from '#core/text/text.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Field, Select, TextArea, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import style from './guided.module.css';
import type { StepProps } from './guided-step.ts';
import { OptionCard } from './option-card.tsx';

/** How the goal is made up: known ways side by side, or one's own; then each part, as far down as one likes. [DES-09] */
export function FormulaStep({ answers, set, catalogue, nodes }: StepProps) {
  const { t } = useTranslation('begin');
  const words = useFormulaWords(catalogue, nodes);
  const [goal] = nodes;
  if (!goal) return <p className={style.ask}>{t('goalFirst')}</p>;
  const ways = calculationsOf(goal.id, catalogue);
  const choose = (id: string, text: string) => set({ formulas: { ...answers.formulas, [id]: text } });
  const parts = nodes.filter(
    node => !node.isGoal && nodes.some(({ formula }) => formula !== undefined && mentions(formula, node.id)),
  );
  return (
    <>
      <p className={style.ask}>{t('askFormula', { goal: words.name(goal) })}</p>
      <div className={style.options}>
        {ways.map(way => (
          <OptionCard
            key={way.text}
            type="radio"
            name="formula"
            checked={answers.ownFormula.trim() === '' && answers.formulas[goal.id] === way.text}
            title={words.formula(way.text)}
            onChange={() => set({ ownFormula: '', formulas: { [goal.id]: way.text } })}
          >
            <WayFacts way={way} />
          </OptionCard>
        ))}
        <OptionCard
          type="radio"
          name="formula"
          checked={answers.ownFormula.trim() === '' && !answers.formulas[goal.id]}
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
                onChange={event => choose(node.id, event.target.value)}
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

/** Conditions without which the goal fails, proposed from the parts of its formula, each with its reason. [DES-10, DES-11] */
export function FactorStep({ answers, set, catalogue, nodes }: StepProps) {
  const { t } = useTranslation('begin');
  const say = useSay();
  const drivers = nodes.filter(node => !node.isGoal && node.formula === undefined && isInFormula(node, nodes));
  const known = drivers.map(({ id, metric, name }) => ({ id, metric, name }));
  const usual = nodes[0] ? (calculationsOf(nodes[0].id, catalogue)[0]?.parts ?? [nodes[0].id]) : [];
  const parts = known.length > 0 ? known : usual.map(id => ({ id, metric: catalogue.metrics.get(id), name: undefined }));
  const ideas = factorIdeas(
    parts.map(({ id, metric, name }) => ({
      id,
      metric: metric?.id ?? id,
      name: metric?.name ?? sameText(name ?? id),
      direction: metric?.direction ?? 'up',
    })),
  );
  const change = (id: string, part: Partial<GuidedFactor>) =>
    set({ factors: answers.factors.map(factor => (factor.id === id ? { ...factor, ...part } : factor)) });
  if (!nodes[0]) return <p className={style.ask}>{t('goalFirst')}</p>;
  return (
    <>
      <p className={style.ask}>{t('askFactors')}</p>
      {ideas.map(idea => {
        const chosen = answers.factors.find(({ id }) => id === idea.id);
        const fresh = { id: idea.id, name: say(idea.name), because: say(idea.because), part: idea.part, kpis: [] };
        return (
          <div key={idea.id} className={style.factor}>
            <OptionCard
              type="checkbox"
              name={idea.id}
              checked={chosen !== undefined}
              title={chosen?.name ?? fresh.name}
              onChange={isOn =>
                set({
                  factors: isOn ? [...answers.factors, fresh] : answers.factors.filter(({ id }) => id !== idea.id),
                })
              }
            >
              {chosen ? partName(catalogue, idea.part, say) : fresh.because}
            </OptionCard>
            {chosen && (
              <Field label={t('becauseOf', { name: chosen.name })}>
                {control => (
                  <TextArea
                    {...control}
                    rows={2}
                    value={chosen.because}
                    onChange={event => change(idea.id, { because: event.target.value })}
                  />
                )}
              </Field>
            )}
          </div>
        );
      })}
    </>
  );
}

/** By which KPIs one sees whether a factor works. [DES-15] */
export function KpiStep({ answers, set, catalogue, nodes }: StepProps) {
  const { t } = useTranslation('begin');
  const say = useSay();
  const inFormula = new Set(nodes.filter(node => isInFormula(node, nodes)).map(({ id }) => id));
  if (answers.factors.length === 0) return <p className={style.ask}>{t('factorsFirst')}</p>;
  return (
    <>
      <p className={style.ask}>{t('askKpis')}</p>
      {answers.factors.map(factor => {
        const ideas = kpisForFactor(factor.id, factor.part, catalogue).filter(id => !inFormula.has(id));
        const toggle = (id: string, isOn: boolean) =>
          set({
            factors: answers.factors.map(other => ({
              ...other,
              kpis: other.id === factor.id && isOn ? [...other.kpis, id] : other.kpis.filter(kpi => kpi !== id),
            })),
          });
        return (
          <fieldset key={factor.id} className={style.group}>
            <legend>{factor.name}</legend>
            {inFormula.has(factor.part) && (
              <p className={style.part}>{t('hasPart', { name: partName(catalogue, factor.part, say) })}</p>
            )}
            <div className={style.options}>
              {ideas.map(id => (
                <OptionCard
                  key={id}
                  type="checkbox"
                  name={`${factor.id} ${id}`}
                  checked={factor.kpis.includes(id)}
                  title={say(catalogue.metrics.get(id)?.name)}
                  onChange={isOn => toggle(id, isOn)}
                >
                  {say(catalogue.metrics.get(id)?.meaning)}
                </OptionCard>
              ))}
            </div>
          </fieldset>
        );
      })}
    </>
  );
}

function isInFormula(node: GuidedNode, nodes: readonly GuidedNode[]): boolean {
  return nodes.some(({ formula }) => formula !== undefined && mentions(formula, node.id));
}

function mentions(formula: string, id: string): boolean {
  return formula.split(/[\s()*/+]+/).includes(id);
}

function partName(catalogue: Catalogue, part: string, say: ReturnType<typeof useSay>): string {
  return say(catalogue.metrics.get(part)?.name) || part;
}

/** Formulas and nodes in the reader's words. */
function useFormulaWords(catalogue: Catalogue, nodes: readonly GuidedNode[]) {
  const say = useSay();
  const nameOf = (id: string) => nodes.find(node => node.id === id)?.name ?? (say(catalogue.metrics.get(id)?.name) || id);
  return {
    name: ({ id }: GuidedNode) => nameOf(id),
    formula: (text: string) => {
      const parsed = parseFormula(text);
      return parsed.ok ? printFormula(parsed.value, nameOf) : text;
    },
  };
}
