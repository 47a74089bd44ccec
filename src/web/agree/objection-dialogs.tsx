import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '#contract/agreement.ts';
import type { PlanView } from '#contract/plan-view.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select, TextArea } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { Segmented } from '../ui/segmented.tsx';
import { agreeLabels } from './agree-labels.ts';
import style from './agreement.module.css';

/** Says what somebody has against a proposal, as a whole or against one KPI. */
export function ObjectDialog({
  proposal,
  view,
  onClose,
}: {
  readonly proposal: ProposalView;
  readonly view: PlanView | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('agree');
  const say = useSay();
  const { run, busy } = useAction('objectToProposal');
  const [node, setNode] = useState('');
  const [text, setText] = useState('');
  const send = async () => {
    const done = await run({ proposal: proposal.id, body: { node: node === '' ? null : node, text } });
    if (succeeded(done, { toast: { kind: 'good', text: agreeLabels.objected } })) onClose();
  };
  return (
    <AnswerDialog title={t('objectTitle')} onClose={onClose} busy={busy} isReady={text.trim() !== ''} onSend={() => void send()}>
      <div className={style.fields}>
        <Field label={t('objectAbout')}>
          {control => (
            <Select
              {...control}
              value={node}
              options={[
                { value: '', label: t('wholePlan') },
                ...(view?.nodes ?? []).map(({ id, name }) => ({ value: id, label: say(name) || id })),
              ]}
              onChange={event => setNode(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('objectText')} required hint={t('objectHint')}>
          {control => <TextArea {...control} value={text} onChange={event => setText(event.target.value)} />}
        </Field>
      </div>
    </AnswerDialog>
  );
}

/** Answers an objection: what becomes of the plan, and why. */
export function ReplyDialog({
  proposal,
  objection,
  onClose,
}: {
  readonly proposal: ProposalView;
  readonly objection: ProposalView['objections'][number];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('agree');
  const { run, busy } = useAction('replyToObjection');
  const [kind, setKind] = useState<'kept' | 'changed'>('kept');
  const [text, setText] = useState('');
  const send = async () => {
    const done = await run({ proposal: proposal.id, objection: objection.id, body: { kind, text } });
    if (succeeded(done, { toast: { kind: 'good', text: agreeLabels.replied } })) onClose();
  };
  return (
    <AnswerDialog title={t('replyTitle')} onClose={onClose} busy={busy} isReady={text.trim() !== ''} onSend={() => void send()}>
      <blockquote className={style.quoted}>{objection.text}</blockquote>
      <div className={style.fields}>
        <div>
          <span className={style.label}>{t('replyKind')}</span>
          <Segmented
            label={t('replyKind')}
            value={kind}
            options={[
              { value: 'kept', label: t('kept') },
              { value: 'changed', label: t('changed') },
            ]}
            onChange={setKind}
          />
        </div>
        <Field label={t('replyText')} required>
          {control => <TextArea {...control} value={text} onChange={event => setText(event.target.value)} />}
        </Field>
      </div>
    </AnswerDialog>
  );
}

/** What both have: the way out, and sending once something is written. */
function AnswerDialog({
  title,
  isReady,
  busy,
  onSend,
  onClose,
  children,
}: {
  readonly title: string;
  readonly isReady: boolean;
  readonly busy: boolean;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('agree');
  const { t: ui } = useTranslation('ui');
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button look="quiet" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button look="main" busy={busy} disabled={!isReady} onClick={onSend}>
            {t('objectDo')}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
