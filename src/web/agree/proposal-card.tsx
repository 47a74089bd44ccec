import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '#contract/agreement.ts';
import { type AnswerKind, SIDES, type Side } from '#core/agree/proposal.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { actingMember } from '../app/acting.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { localMoment } from '../ui/local-moment.ts';
import { Pill, type Tone } from '../ui/pill.tsx';
import { useStore } from '../ui/store.ts';
import { agreeLabels } from './agree-labels.ts';
import style from './agreement.module.css';

const TONES: Readonly<Record<AnswerKind, Tone>> = { approved: 'good', 'sent-back': 'bad', 'taken-away': 'warn' };

/** What was put forward and by whom, how each side answered, what is missing, and what the acting member can do about it. */
export function ProposalCard({ proposal, tools }: { readonly proposal: ProposalView; readonly tools: ReactNode }) {
  const { t } = useTranslation('agree');
  const people = usePeople();
  const { lang, calendar } = useFigures();
  const me = useStore(actingMember);
  const { standing, author, at, reason } = proposal;
  const mine = proposal.approvers.filter(({ member }) => member === me).map(({ side }) => side);
  const day = formatDay(localMoment(at, calendar.zone).day, lang);
  return (
    <Section
      title={t('title')}
      note={
        standing.isOvertaken ? (
          <Pill tone="warn">{t('overtakenPill')}</Pill>
        ) : standing.isAgreed ? (
          <Pill tone="good">{t('agreedPill')}</Pill>
        ) : (
          <Pill tone="accent">{t('openPill')}</Pill>
        )
      }
      tools={tools}
    >
      <p className={style.byline}>
        <Avatar name={people.nameOf(author)} /> {t('byline', { name: people.nameOf(author), day })}
      </p>
      <p className={style.reason}>{reason}</p>
      <ul className={style.sides}>
        {SIDES.map(side => (
          <SideOf key={side} side={side} proposal={proposal} />
        ))}
      </ul>
      {standing.isOvertaken ? <p className="warn">{t('overtaken')}</p> : <Left proposal={proposal} />}
      {mine.map(side => (
        <AnswerForm key={side} proposal={proposal} side={side} />
      ))}
      <Ends proposal={proposal} me={me} />
    </Section>
  );
}

function SideOf({ side, proposal }: { readonly side: Side; readonly proposal: ProposalView }) {
  const { t } = useTranslation('agree');
  const people = usePeople();
  const approvers = proposal.approvers.filter(one => one.side === side);
  return (
    <li>
      <h3>{t(side)}</h3>
      {approvers.length === 0 && <Pill tone="none">{t('unnamed')}</Pill>}
      {approvers.map(({ member }) => {
        const answer = proposal.answers.find(one => one.side === side && one.member === member);
        return (
          <div key={member} className={style.approver}>
            <span>{people.nameOf(member)}</span>
            <Pill tone={answer ? TONES[answer.answer] : 'none'}>{t(answer?.answer ?? 'waiting')}</Pill>
            {answer?.note && <p>{answer.note}</p>}
          </div>
        );
      })}
    </li>
  );
}

/** What still keeps it from being published. */
function Left({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('agree');
  const people = usePeople();
  const { lang } = useFigures();
  const { missingSides, waitsFor, openObjections, isAgreed } = proposal.standing;
  if (isAgreed) return null;
  const joined = (names: readonly string[]) => names.join(lang === 'ja' ? '・' : ', ');
  return (
    <div className={style.left}>
      <h3>{t('left')}</h3>
      <ul>
        {missingSides.length > 0 && <li>{t('leftSides', { names: joined(missingSides.map(side => t(side))) })}</li>}
        {waitsFor.length > 0 && (
          <li>{t('leftWaits', { names: joined([...new Set(waitsFor.map(({ member }) => people.nameOf(member)))]) })}</li>
        )}
        {openObjections > 0 && <li>{t('leftObjections', { count: openObjections })}</li>}
      </ul>
    </div>
  );
}

function AnswerForm({ proposal, side }: { readonly proposal: ProposalView; readonly side: Side }) {
  const { t } = useTranslation('agree');
  const { run, busy } = useAction('answerProposal');
  const [note, setNote] = useState('');
  const answer = async (kind: AnswerKind) => {
    const done = await run({ proposal: proposal.id, body: { side, answer: kind, note } });
    if (succeeded(done, { toast: { kind: 'good', text: agreeLabels.answered } })) setNote('');
  };
  return (
    <div className={style.answer}>
      <h3>{t('answerAs', { side: t(side) })}</h3>
      <Field label={t('note')} hint={t('noteHint')}>
        {control => <TextInput {...control} value={note} onChange={event => setNote(event.target.value)} />}
      </Field>
      <div className={style.buttons}>
        <Button look="main" busy={busy} onClick={() => void answer('approved')}>
          {t('approve')}
        </Button>
        <Button disabled={note.trim() === ''} onClick={() => void answer('sent-back')}>
          {t('sendBack')}
        </Button>
        <Button disabled={note.trim() === ''} onClick={() => void answer('taken-away')}>
          {t('takeAway')}
        </Button>
      </div>
    </div>
  );
}

/** Publishing what was agreed, or taking it back. */
function Ends({ proposal, me }: { readonly proposal: ProposalView; readonly me: string }) {
  const { t } = useTranslation('agree');
  const publish = useAction('publishProposal');
  const withdraw = useAction('withdrawProposal');
  const { id, author, approvers, standing } = proposal;
  const isAuthor = author === me;
  const publishes = (isAuthor || approvers.some(({ member }) => member === me)) && standing.isAgreed && !standing.isOvertaken;
  if (!publishes && !isAuthor) return null;
  const onPublish = async () => {
    const done = await publish.run({ proposal: id, body: {} });
    succeeded(done, { toast: { kind: 'good', text: agreeLabels.published } });
  };
  const onWithdraw = async () => {
    const done = await withdraw.run({ proposal: id, body: {} });
    succeeded(done, { toast: { kind: 'good', text: agreeLabels.withdrawn } });
  };
  return (
    <div className={style.ends}>
      {publishes && (
        <Button look="main" busy={publish.busy} onClick={() => void onPublish()}>
          {t('publish')}
        </Button>
      )}
      {isAuthor && (
        <Button look="quiet" busy={withdraw.busy} onClick={() => void onWithdraw()}>
          {t('withdraw')}
        </Button>
      )}
    </div>
  );
}
