import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../ui/button.tsx';
import { Field, TextArea } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import style from './comment.module.css';
import { progressLabels } from './progress-labels.ts';

export type Comment = ResponseOf<Api['comments']>['comments'][number];

export interface CommentEditorProps {
  readonly kpi: { readonly plan: string; readonly node: string };
  readonly period: string;
  /** What is there already; absent for a new one. */
  readonly comment?: Comment | undefined;
  /** Proposed as the cause, below what is there. */
  readonly suggested?: string;
  readonly onDone: () => void;
  readonly onCancel?: (() => void) | undefined;
}

/** Cause and countermeasure of a KPI in a period, written where one reads them. */
export function CommentEditor({ kpi, period, comment, suggested, onDone, onCancel }: CommentEditorProps) {
  const { t } = useTranslation('progress');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const create = useAction('createComment');
  const edit = useAction('editComment');
  const [cause, setCause] = useState([comment?.cause, suggested].filter(Boolean).join('\n'));
  const [countermeasure, setCountermeasure] = useState(comment?.countermeasure ?? '');
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    const words = { cause, countermeasure };
    const answer = comment
      ? await edit.run({ comment: comment.id, body: { ...words, revision: comment.revision } })
      : await create.run({ body: { ...words, kpi, period } });
    const outcome = {
      toast: { kind: 'good' as const, text: progressLabels.saved },
      onProblems: (problems: readonly { readonly message: { readonly ja: string; readonly en: string } }[]) => {
        setProblem(say(problems[0]?.message));
        return [];
      },
    };
    if (succeeded(answer, outcome)) onDone();
  };
  return (
    <form
      className={style.editor}
      onSubmit={event => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={t('cause')} problem={problem}>
        {control => (
          <TextArea {...control} value={cause} placeholder={t('causeHint')} onChange={event => setCause(event.target.value)} />
        )}
      </Field>
      <Field label={t('countermeasure')}>
        {control => (
          <TextArea
            {...control}
            value={countermeasure}
            placeholder={t('countermeasureHint')}
            onChange={event => setCountermeasure(event.target.value)}
          />
        )}
      </Field>
      <div className={style.buttons}>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {ui('cancel')}
          </Button>
        )}
        <Button
          type="submit"
          look="main"
          busy={create.busy || edit.busy}
          disabled={cause.trim() === '' && countermeasure.trim() === ''}
        >
          {ui('save')}
        </Button>
      </div>
    </form>
  );
}
