import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import type { TargetTalkAnswer } from '#contract/target-talk.ts';
import { maySign, type TalkMove, type TalkSide } from '#core/ambition/target-talk.ts';
import { parseDay } from '#core/calendar/day.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { actingMember } from '../app/acting.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople } from '../app/workspace-context.ts';
import { measureOf } from '../progress/node-words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { Pill } from '../ui/pill.tsx';
import { useStore } from '../ui/store.ts';
import { showToast } from '../ui/toasts.tsx';
import style from './evidence.module.css';
import { numberIn } from './number-in.ts';

const SIDES: readonly TalkSide[] = ['top-down', 'bottom-up'];

const WAITING = { 'top-down': 'waitsAbove', 'bottom-up': 'waitsField' } as const;

interface TargetTalkProps {
  readonly plan: string;
  readonly node: NodeView;
}

/** What is expected of a target beside what the field proposes, what was agreed, and who stands for it. [DES-54] */
export function TargetTalk({ plan, node }: TargetTalkProps) {
  const { t } = useTranslation('evidence');
  const asked = useAnswer('targetTalk', { plan, node: node.id });
  const { run, busy } = useAction('putTargetTalk');
  if (!asked.data) return null;
  const answer = asked.data;
  const move = async (next: TalkMove): Promise<boolean> => {
    const done = await run({ plan, node: node.id, body: { revision: answer.talk.revision, move: next } });
    if (done?.kind === 'problems') showToast({ kind: 'bad', text: done.problems[0]?.message ?? { ja: '', en: '' } });
    if (done?.kind === 'conflict') {
      showToast({ kind: 'bad', text: { ja: t('talkChanged'), en: t('talkChanged') } });
      void asked.refetch();
    }
    return done?.kind === 'value';
  };
  return (
    <details className={style.ways} open={answer.talk.revision > 0}>
      <summary>
        {t('talk')} {answer.settled && <Pill tone="good">{t('settled')}</Pill>}
      </summary>
      <div className={style.talk}>
        <p className={style.said}>{t('talkHint')}</p>
        {SIDES.map(side => (
          <Offer key={side} side={side} node={node} answer={answer} busy={busy} onMove={move} />
        ))}
        <Agreed plan={plan} node={node} answer={answer} busy={busy} onMove={move} />
      </div>
    </details>
  );
}

interface PartProps {
  readonly node: NodeView;
  readonly answer: TargetTalkAnswer;
  readonly busy: boolean;
  readonly onMove: (move: TalkMove) => Promise<boolean>;
}

function Offer({ side, node, answer, busy, onMove }: PartProps & { readonly side: TalkSide }) {
  const { t } = useTranslation('evidence');
  const figures = useFigures();
  const people = usePeople();
  const [isWriting, setWriting] = useState(false);
  const [value, setValue] = useState('');
  const [because, setBecause] = useState('');
  const offer = side === 'top-down' ? answer.talk.topDown : answer.talk.bottomUp;
  const read = numberIn(value, node.unit);
  return (
    <div className={style.offer}>
      <div className={style.offerHead}>
        <span>{t(side)}</span>
        <b className="num">{offer ? figures.value(offer.value, measureOf(node)) : t('noOffer')}</b>
        {offer && (
          <small>
            {people.nameOf(offer.by) ?? offer.by} {dayOf(offer.at, figures.lang)}
          </small>
        )}
        {!isWriting && (
          <Button small look={offer ? 'quiet' : 'plain'} onClick={() => setWriting(true)}>
            {t(offer ? 'offerAgain' : 'offer')}
          </Button>
        )}
      </div>
      {offer && <p className={style.said}>{offer.because}</p>}
      {isWriting && (
        <form
          className={style.fields}
          onSubmit={event => {
            event.preventDefault();
            if (read === undefined) return;
            void onMove({ kind: 'propose', side, value: read, because }).then(done => done && setWriting(false));
          }}
        >
          <Field label={t('offerValue')} required {...(value !== '' && read === undefined ? { problem: t('noNumber') } : {})}>
            {control => <TextInput {...control} value={value} onChange={event => setValue(event.target.value)} />}
          </Field>
          <Field label={t('because')} required>
            {control => <TextInput {...control} value={because} onChange={event => setBecause(event.target.value)} />}
          </Field>
          <Button type="submit" small look="main" disabled={busy || read === undefined || because.trim() === ''}>
            {t('save')}
          </Button>
        </form>
      )}
    </div>
  );
}

function Agreed({ plan, node, answer, busy, onMove }: PartProps & { readonly plan: string }) {
  const { t } = useTranslation('evidence');
  const figures = useFigures();
  const people = usePeople();
  const me = useStore(actingMember);
  const [value, setValue] = useState('');
  const acting = people.all.find(({ id }) => id === me);
  // Where nobody has said who they are, the button asks, and the answer may be a refusal.
  const mayTry = (side: TalkSide) => !acting || maySign(side, acting.role);
  const { talk, gap, settled } = answer;
  const read = numberIn(value, node.unit);
  if (!talk.topDown || !talk.bottomUp) return null;
  const approved = (side: TalkSide) => talk.approvals.find(approval => approval.side === side);
  return (
    <div className={style.offer}>
      <div className={style.offerHead}>
        <span>{t('agreed')}</span>
        <b className="num">{talk.agreed ? figures.value(talk.agreed.value, measureOf(node)) : t('notAgreed')}</b>
        {gap !== null && <small>{t('gap', { share: figures.percent(gap, 0) })}</small>}
      </div>
      {talk.agreed ? (
        <div className={style.offerHead}>
          {SIDES.map(side => {
            const by = approved(side)?.by;
            if (by === undefined && !mayTry(side))
              return (
                <Pill key={side} tone="none">
                  {t(WAITING[side])}
                </Pill>
              );
            return by === undefined ? (
              <Button key={side} small disabled={busy} onClick={() => void onMove({ kind: 'approve', side })}>
                {t('approveAs', { side: t(side) })}
              </Button>
            ) : (
              <Pill key={side} tone="good">
                {t('approvedBy', { side: t(side), name: people.nameOf(by) ?? by })}
              </Pill>
            );
          })}
          {settled && <Adopt plan={plan} node={node} value={talk.agreed.value} />}
        </div>
      ) : (
        <form
          className={style.fields}
          onSubmit={event => {
            event.preventDefault();
            if (read !== undefined) void onMove({ kind: 'agree', value: read });
          }}
        >
          <Field label={t('agreedValue')} {...(value !== '' && read === undefined ? { problem: t('noNumber') } : {})}>
            {control => <TextInput {...control} value={value} onChange={event => setValue(event.target.value)} />}
          </Field>
          <Button type="submit" small look="main" disabled={busy || read === undefined}>
            {t('agree')}
          </Button>
        </form>
      )}
    </div>
  );
}

/** Takes the agreed value into the acting member's draft; what is calculated or a total is changed in the plan by hand. */
function Adopt({ plan, node, value }: { readonly plan: string; readonly node: NodeView; readonly value: string }) {
  const { t } = useTranslation('evidence');
  const { run, busy } = useAction('adoptChanges');
  const asked = useAnswer('plan', { plan });
  const isDriver = node.equals === null && !(node.time === 'flow' && node.target?.per === null);
  const toPlan = (
    <Link to="/plan" search={previous => ({ ...previous, mode: 'check', node: node.id })} className={buttonClass('quiet', true)}>
      {t('toPlan')}
    </Link>
  );
  if (!isDriver || !asked.data) return toPlan;
  const revision = asked.data.draft?.revision ?? 0;
  const adopt = async () => {
    const done = await run({ plan, body: { revision, changes: [{ node: node.id, mode: 'set', value }] } });
    if (done?.kind === 'value') showToast({ kind: 'good', text: { ja: t('adopted'), en: t('adopted') } });
    if (done?.kind === 'problems') showToast({ kind: 'bad', text: done.problems[0]?.message ?? { ja: '', en: '' } });
  };
  return (
    <>
      <Button small look="main" disabled={busy} onClick={() => void adopt()}>
        {t('adopt')}
      </Button>
      {toPlan}
    </>
  );
}

function dayOf(at: string, lang: 'ja' | 'en'): string {
  const day = parseDay(at.slice(0, 10));
  return day ? formatDay(day, lang, 'month-day') : '';
}
