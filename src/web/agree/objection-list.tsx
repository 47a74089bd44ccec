import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '#contract/agreement.ts';
import type { PlanView } from '#contract/plan-view.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { actingMember } from '../app/acting.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { localMoment } from '../ui/local-moment.ts';
import { Pill, Tag } from '../ui/pill.tsx';
import { Fine } from '../ui/states.tsx';
import { useStore } from '../ui/store.ts';
import { agreeLabels } from './agree-labels.ts';
import style from './agreement.module.css';
import { ObjectDialog, ReplyDialog } from './objection-dialogs.tsx';

type Objection = ProposalView['objections'][number];

/** What people have against a proposal, and what they were answered. */
export function ObjectionList({ proposal, view }: { readonly proposal: ProposalView; readonly view: PlanView | null }) {
  const { t } = useTranslation('agree');
  const [isObjecting, setObjecting] = useState(false);
  const { objections } = proposal;
  return (
    <Section
      title={t('objections')}
      note={objections.length > 0 ? t('objectionsNote') : undefined}
      tools={
        <Button small onClick={() => setObjecting(true)}>
          {t('object')}
        </Button>
      }
    >
      {objections.length === 0 ? (
        <Fine>{t('objectionsNone')}</Fine>
      ) : (
        <ol className={style.objections}>
          {objections.map(objection => (
            <ObjectionItem key={objection.id} objection={objection} proposal={proposal} view={view} />
          ))}
        </ol>
      )}
      {isObjecting && <ObjectDialog proposal={proposal} view={view} onClose={() => setObjecting(false)} />}
    </Section>
  );
}

const REPLIES = { changed: 'changed', kept: 'kept', withdrawn: 'withdrawnKind' } as const;

function ObjectionItem({
  objection,
  proposal,
  view,
}: {
  readonly objection: Objection;
  readonly proposal: ProposalView;
  readonly view: PlanView | null;
}) {
  const { t } = useTranslation('agree');
  const say = useSay();
  const people = usePeople();
  const { lang, calendar } = useFigures();
  const me = useStore(actingMember);
  const takeBack = useAction('replyToObjection');
  const [isReplying, setReplying] = useState(false);
  const { id, by, at, node, text, reply } = objection;
  const isOwn = by === me;
  const replies = !isOwn && (proposal.author === me || proposal.approvers.some(({ member }) => member === me));
  const onTakeBack = async () => {
    const done = await takeBack.run({ proposal: proposal.id, objection: id, body: { kind: 'withdrawn' } });
    succeeded(done, { toast: { kind: 'good', text: agreeLabels.replied } });
  };
  return (
    <li>
      <div className={style.head}>
        <Avatar name={people.nameOf(by)} />
        <b>{people.nameOf(by)}</b>
        <span className="mut">{formatDay(localMoment(at, calendar.zone).day, lang)}</span>
        <Tag>{node === null ? t('wholePlan') : say(view?.nodes.find(one => one.id === node)?.name) || node}</Tag>
        {reply === null && <Pill tone="warn">{t('unanswered')}</Pill>}
      </div>
      <p>{text}</p>
      {reply ? (
        <div className={style.reply}>
          <span>
            {people.nameOf(reply.by)} <Tag>{t(REPLIES[reply.kind])}</Tag>
          </span>
          {reply.text && <p>{reply.text}</p>}
        </div>
      ) : (
        <div className={style.buttons}>
          {replies && (
            <Button small onClick={() => setReplying(true)}>
              {t('reply')}
            </Button>
          )}
          {isOwn && (
            <Button small look="quiet" busy={takeBack.busy} onClick={() => void onTakeBack()}>
              {t('takeBack')}
            </Button>
          )}
        </div>
      )}
      {isReplying && <ReplyDialog proposal={proposal} objection={objection} onClose={() => setReplying(false)} />}
    </li>
  );
}
