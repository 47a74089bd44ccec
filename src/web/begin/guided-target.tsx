import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { type Ambition, ambitionOf } from '#core/ambition/ambition.ts';
import { AMBITION_LABELS } from '#core/ambition/ambition-messages.ts';
import type { GuidedNode } from '#core/begin/guided-plan.ts';
import { isMonthly, neededTarget, roundedNeed } from '#core/begin/needed-target.ts';
import type { Text } from '#core/text/text.ts';
import { measureOf } from '../progress/node-words.ts';
import { Button } from '../ui/button.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useLang, useSay } from '../ui/language.ts';
import { Pill, type Tone } from '../ui/pill.tsx';
import style from './guided.module.css';
import type { StepProps } from './guided-step.ts';
import type { PastValues } from './use-past-values.ts';

const TONES: Readonly<Record<Ambition['verdict'], Tone>> = {
  'too-easy': 'warn',
  reachable: 'good',
  stretch: 'good',
  'very-ambitious': 'warn',
  unrealistic: 'bad',
  'cannot-tell': 'none',
};
const BANDS = { below: 'bandBelow', within: 'bandWithin', above: 'bandAbove' } as const;

/** The target of one KPI, with what was measured, what others reach and what the goal needs; and how ambitious it is. [DES-16] */
export function GuidedTarget({
  node,
  past,
  answers,
  set,
  checked,
}: StepProps & { readonly node: GuidedNode; readonly past: PastValues | undefined }) {
  const { t } = useTranslation('begin');
  const say = useSay();
  const lang = useLang();
  const figures = useFigures();
  const view = checked?.view?.nodes.find(({ id }) => id === node.id);
  const needed =
    checked?.check.open.find(one => one.node === node.id)?.needed ??
    checked?.fixes.find(fix => fix.node === node.id && fix.possible === 'yes')?.value;
  const needs =
    needed === undefined || !view ? undefined : { typed: neededTarget(needed, view, lang), shown: shownNeed(needed, view) };
  const ambition = view && ambitionHere(view, node, past);
  function shownNeed(value: string, of: NodeView): string {
    const amount = figures.value(roundedNeed(value, of), measureOf(of));
    return isMonthly(of) ? t('monthly', { amount }) : amount;
  }
  const take = (target: string) => set({ targets: { ...answers.targets, [node.id]: target } });
  const amount = (value: number) => (view ? figures.value(value, measureOf(view)) : '');
  return (
    <div className={style.target}>
      <Field
        label={t('targetOf', { name: say(node.metric?.name) || node.name || node.id })}
        hint={node.metric ? say(node.metric.meaning) : undefined}
      >
        {control => (
          <TextInput
            {...control}
            value={answers.targets[node.id] ?? ''}
            autoComplete="off"
            placeholder={say(exampleOf(node))}
            onChange={event => take(event.target.value)}
          />
        )}
      </Field>
      <dl className={style.evidence}>
        {past && (
          <>
            <Fact name={t('past', { count: past.months })}>{amount(past.value)}</Fact>
            <Fact name={t('best')}>{amount(past.best)}</Fact>
          </>
        )}
        {node.metric?.benchmark && <Fact name={t('benchmark')}>{say(node.metric.benchmark.text)}</Fact>}
        {needs !== undefined && (
          <Fact name={t('needed')}>
            <Button look="link" onClick={() => take(needs.typed)}>
              {needs.shown}
            </Button>
          </Fact>
        )}
        {ambition && (ambition.verdict !== 'cannot-tell' || ambition.band) && (
          <Fact name={t('ambition')}>
            {ambition.verdict !== 'cannot-tell' && (
              <Pill tone={TONES[ambition.verdict]}>{say(AMBITION_LABELS[ambition.verdict])}</Pill>
            )}{' '}
            {ambition.band && t(BANDS[ambition.band])}
          </Fact>
        )}
      </dl>
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Judged by what is known before there is a plan; only targets over the same length of time as the past can be. */
function ambitionHere(view: NodeView, { metric }: GuidedNode, past: PastValues | undefined): Ambition | undefined {
  const { target } = view;
  const adds = isMonthly(view);
  if (!target || target.sign === 'between' || (adds && target.per !== 'month')) return undefined;
  const { low, high } = metric?.benchmark ?? {};
  const isRate = !adds && (low !== undefined || high !== undefined);
  return ambitionOf({
    direction: view.direction,
    target: Number(target.value),
    unit: view.unit.kind,
    ...(past ? { baseline: past.value, ownBest: past.best } : {}),
    ...(isRate ? { benchmark: { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) } } : {}),
  });
}

function exampleOf({ metric }: GuidedNode): Text {
  const adds = metric?.aggregation === 'sum' || metric?.aggregation === 'distinct';
  switch (metric?.unit.kind) {
    case 'ratio':
      return { ja: '2.5%', en: '2.5%' };
    case 'money':
      return adds ? { ja: '月500万円', en: '5,000,000 per month' } : { ja: '8,000円', en: '8,000' };
    case 'count':
      return adds ? { ja: '月1,000件', en: '1,000 per month' } : { ja: '1,000', en: '1,000' };
    default:
      return { ja: '', en: '' };
  }
}
