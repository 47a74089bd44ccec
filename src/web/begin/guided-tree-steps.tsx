import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calculationsOf } from '#core/begin/calculations.ts';
import { kpisForFactor } from '#core/begin/guided-ideas.ts';
import type { GuidedFactor } from '#core/begin/guided-plan.ts';
import { freeId, nodeId } from '#core/begin/node-id.ts';
import type { Catalogue } from '#core/metric/catalogue.ts';
import { factorIdeas } from '#core/plan/factor-ideas.ts';
import { sameText } from '#core/text/text.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select, TextArea, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { isInFormula } from './formula-words.ts';
import style from './guided.module.css';
import type { StepProps } from './guided-step.ts';
import { MetricSearch } from './metric-search.tsx';
import { OptionCard } from './option-card.tsx';

/** Conditions without which the goal fails, proposed from the parts of its formula, each with its reason. [DES-10, DES-11] */
export function FactorStep(props: StepProps) {
  const { answers, set, catalogue } = props;
  const { t } = useTranslation('begin');
  const say = useSay();
  const parts = partsToMove(props);
  const ideas = factorIdeas(parts).map(idea => ({
    id: idea.id,
    name: say(idea.name),
    because: say(idea.because),
    part: idea.part,
    kpis: [],
  }));
  // What was chosen stays in sight when the formula that proposed it is gone.
  const others = answers.factors.filter(({ id }) => !ideas.some(idea => idea.id === id));
  const change = (id: string, part: Partial<GuidedFactor>) =>
    set({ factors: answers.factors.map(factor => (factor.id === id ? { ...factor, ...part } : factor)) });
  if (!props.nodes[0]) return <p className={style.ask}>{t('goalFirst')}</p>;
  return (
    <>
      <p className={style.ask}>{t('askFactors')}</p>
      {[...ideas, ...others].map(idea => {
        const chosen = answers.factors.find(({ id }) => id === idea.id);
        return (
          <div key={idea.id} className={style.factor}>
            <OptionCard
              type="checkbox"
              name={idea.id}
              checked={chosen !== undefined}
              title={chosen?.name ?? idea.name}
              onChange={isOn =>
                set({
                  factors: isOn ? [...answers.factors, idea] : answers.factors.filter(({ id }) => id !== idea.id),
                })
              }
            >
              {chosen ? partName(catalogue, idea.part, say) : idea.because}
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
      <OwnFactor
        parts={parts.map(({ id, name }) => ({ id, name: say(name) }))}
        onAdd={(name, part) => {
          const taken = [...ideas, ...answers.factors].map(({ id }) => id);
          const id = freeId(nodeId(name), wanted => taken.includes(wanted));
          set({ factors: [...answers.factors, { id, name, because: '', part, kpis: [] }] });
        }}
      />
    </>
  );
}

/** A factor that nothing proposes, in one's own words. */
function OwnFactor({
  parts,
  onAdd,
}: {
  readonly parts: readonly { readonly id: string; readonly name: string }[];
  readonly onAdd: (name: string, part: string) => void;
}) {
  const { t } = useTranslation('begin');
  const [name, setName] = useState('');
  const [part, setPart] = useState('');
  const add = () => {
    if (name.trim() === '') return;
    onAdd(name.trim(), parts.some(({ id }) => id === part) ? part : (parts[0]?.id ?? ''));
    setName('');
  };
  return (
    <fieldset className={style.group}>
      <legend>{t('ownFactor')}</legend>
      <div className={style.adding}>
        <Field label={t('ownFactorName')}>
          {control => (
            <TextInput
              {...control}
              value={name}
              autoComplete="off"
              placeholder={t('ownFactorExample')}
              onChange={event => setName(event.target.value)}
              onKeyDown={event => event.key === 'Enter' && add()}
            />
          )}
        </Field>
        {parts.length > 1 && (
          <Field label={t('ownFactorPart')}>
            {control => (
              <Select
                {...control}
                value={part}
                options={parts.map(({ id, name: label }) => ({ value: id, label }))}
                onChange={event => setPart(event.target.value)}
              />
            )}
          </Field>
        )}
        <Button disabled={name.trim() === ''} onClick={add}>
          {t('addFactor')}
        </Button>
      </div>
    </fieldset>
  );
}

/** Beyond so many, a plan says less. [DES-59] */
const MANY = 7;

/** By which KPIs one sees whether a factor works. [DES-15] */
export function KpiStep({ answers, set, catalogue, nodes }: StepProps) {
  const { t } = useTranslation('begin');
  const say = useSay();
  const inFormula = new Set(nodes.filter(node => isInFormula(node, nodes)).map(({ id }) => id));
  const count = nodes.filter(({ isGoal, isCompared }) => !isGoal && !isCompared).length;
  if (answers.factors.length === 0) return <p className={style.ask}>{t('factorsFirst')}</p>;
  return (
    <>
      <p className={style.ask}>{t('askKpis')}</p>
      {answers.factors.map(factor => {
        const usual = kpisForFactor(factor.id, factor.part, catalogue).filter(id => !inFormula.has(id));
        const ideas = [...new Set([...usual, ...factor.kpis])];
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
            <MetricSearch
              label={t('otherKpi')}
              hint={t('kpiSearchHint')}
              catalogue={catalogue}
              value=""
              onChange={id => catalogue.metrics.has(id) && !inFormula.has(id) && toggle(id, true)}
            />
          </fieldset>
        );
      })}
      {count > MANY && <p className={style.part}>{t('manyKpis', { count })}</p>}
    </>
  );
}

/** What factors may move: the leaves of the formula, else what usually makes up the goal. */
function partsToMove({ catalogue, nodes }: StepProps) {
  const leaves = nodes.filter(node => !node.isGoal && node.formula === undefined && isInFormula(node, nodes));
  const [goal] = nodes;
  const usual = goal && leaves.length === 0 ? (calculationsOf(goal.id, catalogue)[0]?.parts ?? [goal.id]) : [];
  const parts = leaves.length > 0 ? leaves : usual.map(id => ({ id, metric: catalogue.metrics.get(id), name: undefined }));
  return parts.map(({ id, metric, name }) => ({
    id,
    metric: metric?.id ?? id,
    name: metric?.name ?? sameText(name ?? id),
    direction: metric?.direction ?? ('up' as const),
  }));
}

function partName(catalogue: Catalogue, part: string, say: ReturnType<typeof useSay>): string {
  return say(catalogue.metrics.get(part)?.name) || part;
}
