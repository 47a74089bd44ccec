import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireProblem } from '#contract/problem.ts';
import { OUTCOMES, type Outcome } from '#core/act/outcome.ts';
import { fieldProblems } from '../app/field-problems.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextArea, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { actLabels } from './act-labels.ts';
import { amountIn } from './amount-in.ts';
import style from './close.module.css';
import { ReadingBody } from './effect-card.tsx';
import { type FollowUp, FollowUps } from './follow-ups.tsx';
import type { Initiative } from './initiative-words.ts';

const TEXTS = {
  standardise: 'standardiseText',
  expand: 'expandText',
  modify: 'modifyText',
  stop: 'stopText',
  'new-hypothesis': 'newHypothesisText',
} as const satisfies Record<Outcome, string>;

/** Finishes an initiative: one of five decisions, and a lesson, whatever came of it. */
export function CloseDialog({ initiative, onClose }: { readonly initiative: Initiative; readonly onClose: () => void }) {
  const { t } = useTranslation('act');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const { currency } = useWorkspace();
  const close = useAction('closeInitiative');
  const effect = useAnswer('initiativeEffect', { initiative: initiative.id }, { when: initiative.startedOn !== null });
  const [outcome, setOutcome] = useState<Outcome | null>(initiative.stage === 'checking' ? null : 'stop');
  const [lesson, setLesson] = useState('');
  const [impression, setImpression] = useState('');
  const [sideEffects, setSideEffects] = useState('');
  const [spent, setSpent] = useState('');
  const [rollOut, setRollOut] = useState('');
  const [problems, setProblems] = useState<readonly WireProblem[]>([]);
  const [followUps, setFollowUps] = useState<readonly FollowUp[]>();
  const of = fieldProblems(problems, say);
  const onProblems = (found: readonly WireProblem[]) => {
    setProblems(found);
    return [];
  };
  const finish = async () => {
    const amount = amountIn(spent);
    const answer = await close.run({
      initiative: initiative.id,
      body: {
        revision: initiative.revision,
        outcome,
        lesson,
        impression,
        sideEffects,
        spent: amount === undefined ? null : { amount, currency: initiative.cost?.currency ?? currency },
        rollOutTo: rollOut.split('\n').filter(line => line.trim() !== ''),
      },
    });
    if (!succeeded(answer, { toast: { kind: 'good', text: actLabels.closed }, onProblems })) return;
    if (answer.value.followUps.length === 0) onClose();
    else setFollowUps(answer.value.followUps);
  };
  if (followUps) {
    return (
      <Dialog
        title={t('followUps')}
        onClose={onClose}
        foot={
          <Button look="main" onClick={onClose}>
            {ui('close')}
          </Button>
        }
      >
        <FollowUps followUps={followUps} />
      </Dialog>
    );
  }
  const isChecked = initiative.stage === 'checking';
  return (
    <Dialog
      wide
      title={t('closeTitle')}
      onClose={onClose}
      foot={
        <>
          <Button look="quiet" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button look="main" type="submit" form="close-initiative" busy={close.busy}>
            {t('closeDo')}
          </Button>
        </>
      }
    >
      <form
        id="close-initiative"
        className={style.form}
        onSubmit={event => {
          event.preventDefault();
          void finish();
        }}
      >
        <p className="mut">
          <b>{initiative.title}</b>
          <br />
          {t('closeText')}
        </p>
        {effect.data?.reading && (
          <div className={style.effect}>
            <ReadingBody reading={effect.data.reading} />
          </div>
        )}
        <fieldset className={style.outcomes}>
          <legend>{t('outcome')}</legend>
          {OUTCOMES.map(({ id, name }) => (
            <label key={id} className={style.outcome}>
              <input
                type="radio"
                name="outcome"
                checked={outcome === id}
                disabled={!isChecked && id !== 'stop'}
                onChange={() => setOutcome(id)}
              />
              <span>
                <b>{say(name)}</b>
                <small>{t(TEXTS[id])}</small>
              </span>
            </label>
          ))}
          {!isChecked && <p className="dim">{t('onlyStop')}</p>}
          {of('outcome') && <p className="bad">■ {of('outcome')}</p>}
        </fieldset>
        {(outcome === 'expand' || outcome === 'standardise') && (
          <Field label={t('rollOut')} hint={t('rollOutHint')} required={outcome === 'expand'} problem={of('rollOutTo')}>
            {control => <TextArea {...control} rows={2} value={rollOut} onChange={event => setRollOut(event.target.value)} />}
          </Field>
        )}
        <Field label={t('lesson')} required problem={of('lesson')}>
          {control => <TextArea {...control} value={lesson} onChange={event => setLesson(event.target.value)} />}
        </Field>
        <div className={style.two}>
          <Field label={t('impression')} hint={t('impressionHint')} problem={of('impression')}>
            {control => (
              <TextArea {...control} rows={2} value={impression} onChange={event => setImpression(event.target.value)} />
            )}
          </Field>
          <Field label={t('sideEffects')} problem={of('note')}>
            {control => (
              <TextArea {...control} rows={2} value={sideEffects} onChange={event => setSideEffects(event.target.value)} />
            )}
          </Field>
        </div>
        <Field label={t('spent')} problem={of('spent')} className={style.short}>
          {control => (
            <TextInput
              {...control}
              inputMode="decimal"
              placeholder="320,000"
              value={spent}
              onChange={event => setSpent(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
