import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { beginLabels } from './begin-labels.ts';
import style from './guided.module.css';
import type { StepProps } from './guided-step.ts';
import { GuidedTarget } from './guided-target.tsx';
import { GuidedWays } from './guided-ways.tsx';
import { OwnerField } from './owner-field.tsx';
import { PublishButton } from './publish-button.tsx';
import { useBeginPlan } from './use-begin-plan.ts';
import { usePastValues } from './use-past-values.ts';

/** A target for every KPI, with what was measured, what others reach and what the goal needs beside the field. [DES-16] */
export function TargetStep(props: StepProps) {
  const { t } = useTranslation('begin');
  const { nodes } = props;
  const asked = nodes.filter(node => !node.isGoal && node.formula === undefined);
  const past = usePastValues(asked.flatMap(({ metric }) => metric ?? []));
  if (asked.length === 0) return <p className={style.ask}>{t('formulaFirst')}</p>;
  return (
    <>
      <p className={style.ask}>{t('askTargets')}</p>
      {asked.map(node => (
        <GuidedTarget key={node.id} node={node} past={past.get(node.id)} {...props} />
      ))}
      <GuidedWays {...props} />
    </>
  );
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
