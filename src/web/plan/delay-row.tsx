import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { planLags } from '#contract/lag.ts';
import { learnedFrom, learnedLagOf } from '#contract/learned-lag-of.ts';
import type { NodeView } from '#contract/plan-view.ts';
import { daysOf } from '#core/calendar/duration.ts';
import { formatDuration } from '#core/calendar/format-duration.ts';
import { parseLag, sharesOfLag } from '#core/plan/lag.ts';
import { Button } from '../ui/button.tsx';
import { Field, TextArea } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import { showToast } from '../ui/toasts.tsx';
import style from './schedule.module.css';
import { scheduleLabels } from './schedule-labels.ts';

type Evidence = ResponseOf<typeof planLags>['lags'][number];
type Learned = NonNullable<Evidence['learned']>;

/** The delay of one edge: what the plan counts with, where that comes from, and what could be learned. */
export function DelayRow({
  node,
  name,
  evidence,
  onAdopt,
}: {
  readonly node: NodeView;
  readonly name: string;
  readonly evidence: Evidence | undefined;
  readonly onAdopt: (text: string) => Promise<boolean>;
}) {
  const { t } = useTranslation('schedule');
  const say = useSay();
  const { lang } = useFigures();
  const [dates, setDates] = useState('');
  const typed = parseLag(node.lag?.text ?? '');
  const shares = typed.ok ? sharesOfLag(typed.lag) : [];
  const most = Math.max(...shares.map(({ share }) => Number(share)));
  const fromDates = dates.trim() === '' ? undefined : learnedFrom(dates);
  const shown = fromDates ? learnedLagOf(fromDates) : undefined;
  const isUsed = (learned: Learned) => node.lag?.text.startsWith(learned.text) ?? false;
  const adopt = (text: string) => {
    void onAdopt(text).then(done => {
      if (done) showToast({ kind: 'good', text: scheduleLabels.delayTaken });
    });
  };
  const counted = (learned: Learned) => ({
    ...learned,
    converted: learned.converted.toLocaleString(lang),
    open: learned.open.toLocaleString(lang),
  });
  const offer = (learned: Learned) => (
    <Button small disabled={isUsed(learned)} onClick={() => adopt(learned.text)}>
      {t(isUsed(learned) ? 'delayInUse' : 'delayAdopt')}
    </Button>
  );
  return (
    <li>
      <h3>
        {name}
        <Pill tone="none">{t(evidence?.learned && isUsed(evidence.learned) ? 'delayLearned' : 'delayTyped')}</Pill>
      </h3>
      <ul className={style.bars}>
        {shares.map(({ share, takes }) => (
          <li key={`${takes.amount} ${takes.in}`}>
            <span>{t('delayAfter', { time: formatDuration(takes, lang) })}</span>
            <i style={{ inlineSize: `${Math.max(2, (Number(share) / most) * 100)}%` }} />
            <b className="num">{Math.round(Number(share) * 1000) / 10}%</b>
          </li>
        ))}
      </ul>
      {shares.length > 1 && typed.ok && <p className="mut">{t('delayMean', { days: Math.round(daysOf(typed.lag)) })}</p>}
      {evidence?.learned && (
        <p>
          {t('delayEvidence', { ...counted(evidence.learned), dataset: say(evidence.dataset?.name) })} {offer(evidence.learned)}
        </p>
      )}
      {evidence && !evidence.learned && <p className="mut">{t(evidence.dataset ? 'delayNobody' : 'delayNoData')}</p>}
      <details>
        <summary>{t('delayFromDates')}</summary>
        <Field
          label={t('delayDates')}
          hint={t('delayDatesHint')}
          problem={dates.trim() !== '' && !shown ? t('delayDatesBad') : undefined}
        >
          {control => <TextArea {...control} rows={4} value={dates} onChange={event => setDates(event.target.value)} />}
        </Field>
        {shown && (
          <p>
            {t('delayFound', counted(shown))} {offer(shown)}
          </p>
        )}
      </details>
    </li>
  );
}
