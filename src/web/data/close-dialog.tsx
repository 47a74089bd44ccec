import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireProblem } from '#contract/problem.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { formatPeriod } from '#core/calendar/format-period.ts';
import type { KeyedMonth } from '#core/calendar/month-key.ts';
import type { CloseState } from '#core/measure/observation.ts';
import { CLOSE_WORDS } from '../app/as-of-chip.tsx';
import { fieldProblems } from '../app/field-problems.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextArea, TextInput } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { localMoment } from '../ui/local-moment.ts';
import style from './closing.module.css';
import type { ClosingSource } from './closing-grid.tsx';
import { closingLabels } from './closing-labels.ts';
import { ALL, CLOSE_SHAPES, type CloseStep, isOpenTo, ownStateOf, stateOf } from './closing-state.ts';

const STATES = ['open', 'preliminary', 'final'] as const satisfies readonly CloseState[];
const TEXTS = {
  open: 'stateTextOpen',
  preliminary: 'stateTextPreliminary',
  final: 'stateTextFinal',
} as const satisfies Record<CloseState, string>;

/** Closes a month for a source or opens it again; every step and its reason are kept and shown. */
export function CloseDialog({
  source,
  month,
  steps,
  onClose,
}: {
  readonly source: ClosingSource;
  readonly month: KeyedMonth;
  readonly steps: readonly CloseStep[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('data');
  const { t: app } = useTranslation('app');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const { lang, calendar } = useFigures();
  const put = useAction('putClose');
  const own = ownStateOf(steps, source.id, month.key);
  const shown = stateOf(steps, source.id, month.key);
  const [state, setState] = useState<CloseState>(shown);
  const [note, setNote] = useState('');
  const [name, setName] = useState('');
  const [problems, setProblems] = useState<readonly WireProblem[]>([]);
  const of = fieldProblems(problems, say);
  const reopens = own === 'final' && state !== 'final';
  const heldByAll = source.id !== ALL && ownStateOf(steps, ALL, month.key) !== 'open';
  const save = async () => {
    const answer = await put.run({ body: { source: source.id, period: month.key, state, note, name } });
    const onProblems = (found: readonly WireProblem[]) => {
      setProblems(found);
      return found.filter(({ at }) => !at.includes('note'));
    };
    if (succeeded(answer, { toast: { kind: 'good', text: closingLabels.closeSaved }, onProblems })) onClose();
  };
  const monthName = formatPeriod({ grain: 'month', ...month.range }, lang, calendar);
  return (
    <Dialog
      title={t('closeDialog', { source: source.name, month: monthName })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="main" busy={put.busy} disabled={state === shown} onClick={() => void save()}>
            {t('closeSave')}
          </Button>
        </>
      }
    >
      <div className={style.dialog}>
        <DataArrived source={source} month={month} />
        <fieldset className={style.choices}>
          <legend>{t('newState')}</legend>
          {STATES.map(one => (
            <label key={one} className={style.choice}>
              <input
                type="radio"
                name="state"
                checked={state === one}
                disabled={!isOpenTo(steps, source.id, month.key, one)}
                onChange={() => setState(one)}
              />
              <span className={`${style.mark} ${style[one]}`}>
                <span aria-hidden="true">{CLOSE_SHAPES[one]}</span>
                {app(CLOSE_WORDS[one])}
              </span>
              <span className="mut">{t(TEXTS[one])}</span>
            </label>
          ))}
        </fieldset>
        {heldByAll && <p className="mut">{t('byAll', { state: app(CLOSE_WORDS[ownStateOf(steps, ALL, month.key)]) })}</p>}
        <Field
          label={t(reopens ? 'reasonLabel' : 'noteLabel')}
          required={reopens}
          hint={reopens ? t('reasonHint') : undefined}
          problem={of('note')}
        >
          {control => <TextArea {...control} rows={2} value={note} onChange={event => setNote(event.target.value)} />}
        </Field>
        {state !== 'open' && state !== shown && (
          <Field label={t('nameLabel')}>
            {control => <TextInput {...control} maxLength={100} value={name} onChange={event => setName(event.target.value)} />}
          </Field>
        )}
        <History source={source} month={month} />
      </div>
    </Dialog>
  );
}

/** How far the data of the month have arrived, so that nobody closes a month that is not there. */
function DataArrived({ source, month }: { readonly source: ClosingSource; readonly month: KeyedMonth }) {
  const { t } = useTranslation('data');
  const { lang } = useFigures();
  if (source.id === ALL) return null;
  const { through } = source;
  if (through === null || through < month.range.from) return <p className="warn">◆ {t('dataNone')}</p>;
  if (through >= month.range.to) return <p className="good">● {t('dataWhole')}</p>;
  return <p className="warn">◆ {t('dataUntil', { day: formatDay(through, lang, 'month-day') })}</p>;
}

function History({ source, month }: { readonly source: ClosingSource; readonly month: KeyedMonth }) {
  const { t } = useTranslation('data');
  const { t: app } = useTranslation('app');
  const { lang } = useFigures();
  const people = usePeople();
  const { calendar } = useWorkspace();
  const asked = useAnswer('closes', { period: month.key });
  const steps = (asked.data?.history ?? []).filter(step => step.source === source.id || step.source === ALL).toReversed();
  return (
    <div>
      <h3 className={style.historyTitle}>{t('closeHistory')}</h3>
      {asked.data && steps.length === 0 && <p className="dim">{t('closeHistoryNone')}</p>}
      <ol className={style.history}>
        {steps.map(step => {
          const { day, time } = localMoment(step.at, calendar.zone);
          return (
            <li key={step.id}>
              <span className={`${style.mark} ${style[step.state]}`}>
                <span aria-hidden="true">{CLOSE_SHAPES[step.state]}</span>
                {app(CLOSE_WORDS[step.state])}
              </span>
              <span>
                {formatDay(day, lang)} {time} <span className="mut">{people.nameOf(step.by)}</span>
                {step.source === ALL && source.id !== ALL && <span className="dim"> {t('everySource')}</span>}
                {step.note && <span className={style.stepNote}>{step.note}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
