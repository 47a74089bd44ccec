import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ConflictOf } from '#contract/endpoint.ts';
import type { Day } from '#core/calendar/day.ts';
import { isInTheWay } from '#core/plan/publishable.ts';
import { isError } from '#core/problem/problem.ts';
import { fieldProblems } from '../app/field-problems.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextArea, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { showToast } from '../ui/toasts.tsx';
import { ChangeList } from './change-list.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import type { PlanTexts } from './edit-plan.ts';
import { FindingList } from './finding-list.tsx';
import { findingsOf } from './finding-words.ts';
import { planLabels } from './plan-labels.ts';
import style from './publish-dialog.module.css';
import { PublishNeeds } from './publish-needs.tsx';
import type { Planning } from './use-planning.ts';
import { useShowNode } from './use-show-node.ts';
import { VerdictChange } from './verdict-change.tsx';

export type PublishConflict = ConflictOf<Api['publishPlan']>;

/** Makes the draft a version: first what it changes and what that does to the goals, then why. */
export function PublishDialog({ planning, onClose }: { readonly planning: Planning; readonly onClose: () => void }) {
  const { t } = useTranslation('plan');
  const say = useSay();
  const { today } = useWorkspace();
  const { answer, desk, checked, changes, view } = planning;
  const { run, busy } = useAction('publishPlan');
  const discard = useAction('discardDraft');
  const [reason, setReason] = useState('');
  const [name, setName] = useState('');
  const [from, setFrom] = useState<Day | null>(null);
  const [tried, setTried] = useState(false);
  const [problems, setProblems] = useState<Parameters<typeof fieldProblems>[0]>([]);
  const [conflict, setConflict] = useState<PublishConflict>();
  const show = useShowNode();
  const problemOf = fieldProblems(problems, say);
  const first = answer.version === null;
  const blocked = checked !== undefined && !checked.check.publishable;
  const wrong = findingsOf(checked?.check.problems ?? []).filter(found => isInTheWay(found) && isError(found));

  /** `merged`: on top of what somebody published in between, with both sides' changes. */
  const publish = async (onTopOf?: number, merged?: PlanTexts) => {
    setTried(true);
    if (reason.trim() === '' || !desk.texts || !(await desk.flush())) return;
    const base = onTopOf ?? answer.draft?.base ?? answer.version?.number ?? 0;
    const named = name.trim();
    const done = await run({
      plan: answer.plan.id,
      body: {
        reason: reason.trim(),
        texts: { ...(merged ?? desk.texts), base },
        ...(named === '' ? {} : { name: { ja: named, en: named } }),
        ...(from === null ? {} : { effectiveFrom: from }),
      },
    });
    if (done?.kind === 'conflict') {
      setConflict(done.conflict);
      return;
    }
    const onProblems = (found: Parameters<typeof fieldProblems>[0]) => {
      setProblems(found);
      return found.filter(({ at }) => !at.includes('name') && !at.includes('reason') && !at.includes('effectiveFrom'));
    };
    if (!succeeded(done, { onProblems })) return;
    showToast({
      kind: 'good',
      text: done.value.kind === 'unchanged' ? planLabels.unchanged : merged ? planLabels.publishedTogether : planLabels.published,
    });
    desk.forget();
    onClose();
    await discard.run({ plan: answer.plan.id });
  };

  if (conflict) {
    return (
      <ConflictDialog
        conflict={conflict}
        busy={busy}
        onSettle={texts => void publish(conflict.theirs.version.number, texts)}
        onDrop={() => {
          onClose();
          void desk.discard();
        }}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      wide
      title={t('publishTitle')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="main" busy={busy} disabled={blocked || checked === undefined} onClick={() => void publish()}>
            {t('publish')}
          </Button>
        </>
      }
    >
      <div className={style.body}>
        {wrong.length > 0 && (
          <section className={style.blocked}>
            <h3 className="bad">{t('publishErrors')}</h3>
            <FindingList
              findings={wrong}
              view={view}
              onNode={node => {
                onClose();
                show(node);
              }}
            />
          </section>
        )}
        <PublishNeeds planning={planning} />
        {checked && <VerdictChange before={answer.check?.goals ?? []} after={checked.check.goals} nodeOf={planning.nodeOf} />}
        <section>
          <h3>{t('publishChanges')}</h3>
          <div className={style.changes}>
            {first ? (
              <p className="mut">{t('publishFirst')}</p>
            ) : changes.length > 0 ? (
              <ChangeList changes={changes} view={view} />
            ) : (
              <p className="mut">{t('fieldOther')}</p>
            )}
          </div>
        </section>
        <Field
          label={t('publishReason')}
          required
          hint={t('publishReasonHint')}
          problem={tried && reason.trim() === '' ? t('reasonMissing') : problemOf('reason')}
        >
          {control => <TextArea {...control} value={reason} onChange={event => setReason(event.target.value)} />}
        </Field>
        <div className={style.two}>
          <Field label={t('publishName')} hint={t('publishNameHint')} problem={problemOf('name')}>
            {control => (
              <TextInput {...control} value={name} autoComplete="off" onChange={event => setName(event.target.value)} />
            )}
          </Field>
          <DateField
            label={t('effectiveFrom')}
            value={from}
            today={today}
            onChange={setFrom}
            hint={t(first ? 'effectiveFirst' : 'effectiveHint')}
            problem={problemOf('effectiveFrom')}
          />
        </div>
      </div>
    </Dialog>
  );
}
