import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ConnectionRunView, ConnectionView } from '#contract/connection.ts';
import { formatDay, formatDayRange } from '#core/calendar/format-day.ts';
import { ErrorState } from '../app/error-state.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { localMoment } from '../ui/local-moment.ts';
import { Pill } from '../ui/pill.tsx';
import { Loading } from '../ui/states.tsx';
import style from './connect.module.css';
import { connectionState, STATE_TONES, STATE_WORDS } from './connection-state.ts';

/** What came of the pulls of a connection, newest first. */
export function LogDialog({ connection, onClose }: { readonly connection: ConnectionView; readonly onClose: () => void }) {
  const { t } = useTranslation('connect');
  const { t: ui } = useTranslation('ui');
  const asked = useAnswer('connectionRuns', { connection: connection.id, limit: 30 });
  const runs = asked.data?.runs;
  return (
    <Dialog
      wide
      title={t('logTitle', { name: connection.name })}
      onClose={onClose}
      foot={<Button onClick={onClose}>{ui('close')}</Button>}
    >
      {!runs && (asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading lines={5} />)}
      {runs?.length === 0 && <p className="dim">{t('logNone')}</p>}
      <ol className={style.log}>
        {runs?.map((run, place) => (
          <Entry key={run.id} run={run} isRunning={place === 0 && connection.isRunning} />
        ))}
      </ol>
    </Dialog>
  );
}

function Entry({ run, isRunning }: { readonly run: ConnectionRunView; readonly isRunning: boolean }) {
  const { t } = useTranslation('connect');
  const say = useSay();
  const people = usePeople();
  const { lang } = useFigures();
  const { calendar } = useWorkspace();
  const state = connectionState({ isRunning, lastRun: run });
  const { day, time } = localMoment(run.startedAt, calendar.zone);
  return (
    <li>
      <div className={style.when}>
        <b className="num">
          {formatDay(day, lang)} {time}
        </b>
        <Pill tone={STATE_TONES[state]}>{t(STATE_WORDS[state])}</Pill>
        <span className="mut">{run.by === 'schedule' ? t('bySchedule') : people.nameOf(run.by)}</span>
        {run.from && run.to && <span className="mut">{formatDayRange({ from: run.from, to: run.to }, lang)}</span>}
        <span className="mut">
          {t('logRows', { rows: run.rows.toLocaleString('en-US'), requests: run.requests.toLocaleString('en-US') })}
        </span>
        {run.batches.map(batch => (
          <Link key={batch} to="/data/imports/$batch" params={{ batch }} className="num">
            {batch.slice(-6)}
          </Link>
        ))}
      </div>
      {run.problems.map(problem => (
        <p
          key={`${problem.code} ${say(problem.message)}`}
          className={`${style.said} ${problem.severity === 'error' ? 'bad' : 'mut'}`}
        >
          {say(problem.message)}
        </p>
      ))}
    </li>
  );
}
