import { useTranslation } from 'react-i18next';
import type { GuidedNode } from '#core/begin/guided-plan.ts';
import type { Text } from '#core/text/text.ts';
import { measureOf } from '../progress/node-words.ts';
import { Button } from '../ui/button.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { beginLabels } from './begin-labels.ts';
import style from './guided.module.css';
import type { StepProps } from './guided-step.ts';
import { OwnerField } from './owner-field.tsx';
import { PublishButton } from './publish-button.tsx';
import { useBeginPlan } from './use-begin-plan.ts';
import { usePastValues } from './use-past-values.ts';

/** A target for every KPI, with what was measured, what others reach and what the goal needs beside the field. [DES-16] */
export function TargetStep(props: StepProps) {
  const { t } = useTranslation('begin');
  const { nodes } = props;
  const asked = nodes.filter(node => !node.isGoal && node.formula === undefined);
  const past = usePastValues(asked.flatMap(({ metric }) => (metric ? [metric.id] : [])));
  if (asked.length === 0) return <p className={style.ask}>{t('formulaFirst')}</p>;
  return (
    <>
      <p className={style.ask}>{t('askTargets')}</p>
      {asked.map(node => (
        <TargetField key={node.id} node={node} past={past.get(node.id)} {...props} />
      ))}
    </>
  );
}

function TargetField({
  node,
  past,
  answers,
  set,
  checked,
}: StepProps & { readonly node: GuidedNode; readonly past: { readonly value: number; readonly months: number } | undefined }) {
  const { t } = useTranslation('begin');
  const say = useSay();
  const figures = useFigures();
  const view = checked?.view?.nodes.find(({ id }) => id === node.id);
  const fix = checked?.fixes.find(each => each.node === node.id && each.possible === 'yes' && each.target !== null);
  const name = say(node.metric?.name) || node.name || node.id;
  const benchmark = node.metric?.benchmark;
  const take = (target: string) => set({ targets: { ...answers.targets, [node.id]: target } });
  return (
    <div className={style.target}>
      <Field label={t('targetOf', { name })} hint={node.metric ? say(node.metric.meaning) : undefined}>
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
        {past && view && (
          <div>
            <dt>{t('past', { count: past.months })}</dt>
            <dd>{figures.value(past.value, measureOf(view))}</dd>
          </div>
        )}
        {benchmark && (
          <div>
            <dt>{t('benchmark')}</dt>
            <dd>{say(benchmark.text)}</dd>
          </div>
        )}
        {fix?.target && (
          <div>
            <dt>{t('needed')}</dt>
            <dd>
              <Button look="link" onClick={() => take(fix.target ?? '')}>
                {fix.target}
              </Button>
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
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

/** Who answers for it, what it is called, and what the check says; then it is made. */
export function FinishStep({ answers, set, texts, checked, name, onDone }: StepProps) {
  const { t } = useTranslation('begin');
  const { begin, busy } = useBeginPlan();
  const canPublish = checked?.check.publishable === true;
  const finish = async (isPublished: boolean) => {
    if (!texts) return;
    const done = await begin({ texts, publish: isPublished ? beginLabels.reasonGuided : undefined });
    if (done) onDone();
  };
  return (
    <>
      <p className={style.ask}>{t('askFinish')}</p>
      <Field label={t('planName')}>
        {control => (
          <TextInput
            {...control}
            value={answers.name}
            placeholder={name}
            autoComplete="off"
            onChange={event => set({ name: event.target.value })}
          />
        )}
      </Field>
      <OwnerField value={answers.owner} onChange={owner => set({ owner })} />
      {texts === null && <p className={style.part}>{t('goalFirst')}</p>}
      {checked && !canPublish && <p className={style.part}>{t(answers.owner === '' ? 'publishNeeds' : 'publishProblem')}</p>}
      <div className={style.foot}>
        <Button busy={busy} disabled={texts === null} onClick={() => void finish(false)}>
          {t('makeDraft')}
        </Button>
        <PublishButton
          owner={answers.owner}
          onOwner={owner => set({ owner })}
          busy={busy}
          canPublish={canPublish}
          onPublish={() => void finish(true)}
        />
      </div>
    </>
  );
}
