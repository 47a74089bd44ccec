import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireProblem } from '#contract/problem.ts';
import { CHOICES, type QualityDecision } from '#core/quality/quality-ticket.ts';
import type { Text } from '#core/text/text.ts';
import { fieldProblems } from '../app/field-problems.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Checkbox, Field, TextArea } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import style from './closing.module.css';
import { qualityLabels } from './quality-labels.ts';
import { useFindingWords } from './quality-words.ts';

/** A ticket to say something about, or to say it anew. */
export type DecisionAsked = Pick<QualityDecision, 'about' | 'subject' | 'days'> & {
  readonly name: Text;
  readonly said?: Pick<QualityDecision, 'choice' | 'excluded' | 'reason'>;
};

const LEGENDS = { missing: 'whatToDo', outlier: 'whyUnusual', disagreement: 'whyDifferent' } as const;

/** Says what to do about a missing value, or why a value is unusual, with the reason. */
export function QualityDialog({ asked, onClose }: { readonly asked: DecisionAsked; readonly onClose: () => void }) {
  const { t } = useTranslation('data');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const words = useFindingWords();
  const put = useAction('decideQuality');
  const { about, subject, days, said } = asked;
  const [choice, setChoice] = useState<QualityDecision['choice'] | undefined>(said?.choice);
  const [excluded, setExcluded] = useState(said?.excluded ?? false);
  const [reason, setReason] = useState(said?.reason ?? '');
  const [problems, setProblems] = useState<readonly WireProblem[]>([]);
  const of = fieldProblems(problems, say);
  const send = async (chosen: QualityDecision['choice'] | null) => {
    const answer = await put.run({ body: { about, subject, days, choice: chosen, excluded, reason } });
    const text = chosen === null ? qualityLabels.takenBack : qualityLabels.decideSaved;
    const onProblems = (found: readonly WireProblem[]) => {
      setProblems(found);
      return found.filter(({ at }) => !at.includes('reason'));
    };
    if (succeeded(answer, { toast: { kind: 'good', text }, onProblems })) onClose();
  };
  const pick = (one: QualityDecision['choice']) => {
    setChoice(one);
    setExcluded(about === 'outlier' && one !== 'real');
  };
  return (
    <Dialog
      title={`${say(asked.name)}${say({ ja: '：', en: ': ' })}${words.days(asked)}`}
      onClose={onClose}
      foot={
        <>
          {said && (
            <Button look="quiet" busy={put.busy} onClick={() => void send(null)}>
              {t('takeBack')}
            </Button>
          )}
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            look="main"
            busy={put.busy}
            disabled={choice === undefined}
            onClick={() => choice !== undefined && void send(choice)}
          >
            {t('decideSave')}
          </Button>
        </>
      }
    >
      <div className={style.dialog}>
        <fieldset className={style.choices}>
          <legend>{t(LEGENDS[about])}</legend>
          {CHOICES[about].map(one => (
            <label key={one} className={style.choice}>
              <input type="radio" name="choice" checked={choice === one} onChange={() => pick(one)} />
              <b>{t(`choice-${one}`)}</b>
              <span className="mut">{t(`about-${one}`)}</span>
            </label>
          ))}
        </fieldset>
        {about === 'outlier' && (
          <Checkbox checked={excluded} onChange={event => setExcluded(event.target.checked)}>
            {t('leaveOut')}
          </Checkbox>
        )}
        <Field label={t('reason')} required hint={t('reasonExample')} problem={of('reason')}>
          {control => <TextArea {...control} rows={2} value={reason} onChange={event => setReason(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}
