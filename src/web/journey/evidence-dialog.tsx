import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnalysisPage } from '#contract/journey.ts';
import { ErrorState } from '../app/error-state.tsx';
import { usePlace } from '../app/place.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select, TextArea } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { Empty, Loading } from '../ui/states.tsx';
import { showToast } from '../ui/toasts.tsx';
import { boardLabels } from './board-labels.ts';
import own from './journey.module.css';

export interface EvidenceDialogProps {
  readonly kind: AnalysisPage;
  readonly search: string;
  readonly sentence: string;
  readonly onClose: () => void;
}

/** Which influence of the plan the answer speaks for, and in which words; written into the draft of whoever acts. [JNY-13] */
export function EvidenceDialog({ kind, search, sentence, onClose }: EvidenceDialogProps) {
  const { t } = useTranslation('board');
  const say = useSay();
  const { plan } = usePlace();
  const asked = useAnswer('plan', { plan: plan ?? '' }, { when: plan !== undefined });
  const { run, busy } = useAction('addFinding');
  const [chosen, setChosen] = useState<string>();
  const [says, setSays] = useState(sentence);
  const view = asked.data?.view;
  const nameOf = (id: string) =>
    say(view?.nodes.find(node => node.id === id)?.name ?? view?.factors.find(factor => factor.id === id)?.name) || id;
  const influences = (view?.nodes ?? []).flatMap(({ id, supports }) => supports.map(({ to }) => ({ from: id, to })));
  const influence = influences.find(edge => keyOf(edge) === chosen) ?? influences[0];
  const write = async () => {
    if (!influence || plan === undefined) return;
    const before = asked.data?.draft ?? null;
    const body = { ...influence, says, page: kind, search, revision: before?.revision ?? 0 };
    const done = await run({ plan, body });
    if (done?.kind === 'value') {
      const isNew = done.value.draft?.yaml !== before?.yaml;
      showToast({ kind: 'good', text: isNew ? boardLabels.written : boardLabels.known });
      onClose();
    }
    if (done?.kind === 'conflict') showToast({ kind: 'bad', text: boardLabels.elsewhere });
    if (done?.kind === 'problems') showToast({ kind: 'bad', text: done.problems[0]?.message ?? boardLabels.elsewhere });
  };
  return (
    <Dialog
      wide
      title={t('evidenceTitle')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="main" busy={busy} disabled={!influence || says.trim() === ''} onClick={() => void write()}>
            {t('write')}
          </Button>
        </>
      }
    >
      {asked.error ? (
        <ErrorState small error={asked.error} />
      ) : plan !== undefined && !asked.data ? (
        <Loading lines={3} />
      ) : influence ? (
        <div className={own.form}>
          <Field label={t('influence')}>
            {control => (
              <Select
                {...control}
                value={keyOf(influence)}
                options={influences.map(edge => ({
                  value: keyOf(edge),
                  label: t('influenceOf', { from: nameOf(edge.from), to: nameOf(edge.to) }),
                }))}
                onChange={event => setChosen(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('says')} hint={t('evidenceHint')}>
            {control => (
              <TextArea {...control} rows={4} maxLength={1000} value={says} onChange={event => setSays(event.target.value)} />
            )}
          </Field>
        </div>
      ) : (
        <Empty
          small
          icon="plan"
          title={t('noInfluence')}
          actions={
            <Link to="/plan" className={buttonClass()}>
              {t('toPlan')}
            </Link>
          }
        />
      )}
    </Dialog>
  );
}

function keyOf({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from} ${to}`;
}
