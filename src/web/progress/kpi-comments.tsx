import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '#core/calendar/format-day.ts';
import { type Period, periodOf, previousPeriod } from '#core/calendar/period.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { Field, Select } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { localMoment } from '../ui/local-moment.ts';
import { Empty } from '../ui/states.tsx';
import { showToast } from '../ui/toasts.tsx';
import style from './comment.module.css';
import { type Comment, CommentEditor } from './comment-editor.tsx';
import type { KpiProps } from './kpi-props.ts';
import { usePeriodName } from './period-name.ts';
import { progressLabels } from './progress-labels.ts';

/** What people said about the KPI, period by period; written and changed in place. */
export function KpiComments({ kpi, view }: KpiProps) {
  const { t } = useTranslation('progress');
  const nameOfPeriod = usePeriodName();
  const periods = recentMonths(kpi, view);
  const unwritten = periods.filter(period => !kpi.comments.some(comment => comment.period === period));
  const [writing, setWriting] = useState<string>();
  const ref = { plan: kpi.plan, node: kpi.node.id };
  return (
    <Section
      title={<span id="comments">{t('said')}</span>}
      tools={
        writing === undefined &&
        unwritten[0] !== undefined && (
          <Button small icon="edit" onClick={() => setWriting(unwritten[0])}>
            {t('write')}
          </Button>
        )
      }
    >
      {writing !== undefined && (
        <div className={style.item}>
          <Field label={t('period')} className={style.head}>
            {control => (
              <Select
                {...control}
                small
                value={writing}
                options={unwritten.map(value => ({ value, label: nameOfPeriod(value) }))}
                onChange={event => setWriting(event.target.value)}
              />
            )}
          </Field>
          <CommentEditor
            key={writing}
            kpi={ref}
            period={writing}
            onDone={() => setWriting(undefined)}
            onCancel={() => setWriting(undefined)}
          />
        </div>
      )}
      {kpi.comments.length === 0 && writing === undefined && <Empty small icon="comment" title={t('noComments')} />}
      <div className={style.list}>
        {kpi.comments
          .toSorted((a, b) => (a.period < b.period ? 1 : -1))
          .map(comment => (
            <CommentItem key={comment.id} comment={comment} />
          ))}
      </div>
    </Section>
  );
}

function CommentItem({ comment }: { readonly comment: Comment }) {
  const { t } = useTranslation('progress');
  const { t: ui } = useTranslation('ui');
  const { lang, calendar } = useFigures();
  const people = usePeople();
  const nameOfPeriod = usePeriodName();
  const remove = useAction('removeComment');
  const create = useAction('createComment');
  const [isEditing, setEditing] = useState(false);
  const { id, kpi, period, cause, countermeasure, revision } = comment;
  const takeAway = async () => {
    const answer = await remove.run({ comment: id, revision });
    const undo = () => void create.run({ body: { kpi, period, cause, countermeasure } });
    if (succeeded(answer)) showToast({ kind: 'good', text: progressLabels.removed, undo });
  };
  return (
    <article className={style.item}>
      <div className={style.head}>
        <strong>{nameOfPeriod(period)}</strong>
        <span className="mut">{people.nameOf(comment.author)}</span>
        <span className="dim">{formatDay(localMoment(comment.writtenAt, calendar.zone).day, lang, 'month-day')}</span>
        <span>
          <IconButton small name={ui('edit')} icon="edit" onClick={() => setEditing(true)} />
          <IconButton small name={ui('remove')} icon="trash" onClick={() => void takeAway()} />
        </span>
      </div>
      {isEditing ? (
        <CommentEditor
          kpi={kpi}
          period={period}
          comment={comment}
          onDone={() => setEditing(false)}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <dl className={style.words}>
          <div>
            <dt>{t('cause')}</dt>
            <dd>{cause || '—'}</dd>
          </div>
          <div>
            <dt>{t('countermeasure')}</dt>
            <dd>{countermeasure || '—'}</dd>
          </div>
        </dl>
      )}
    </article>
  );
}

/** The running month and those of the plan before it, newest first. */
function recentMonths({ to }: KpiProps['kpi'], { calendar, period }: KpiProps['view']): readonly string[] {
  const names: string[] = [];
  let month: Period = periodOf(to, 'month', calendar);
  while (month.to >= period.from && names.length < 12) {
    names.push(month.to.slice(0, 7));
    month = previousPeriod(month, calendar);
  }
  return names;
}
