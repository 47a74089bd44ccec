import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireProblem } from '#contract/problem.ts';
import { actingMember } from '../app/acting.ts';
import { useAction } from '../app/use-action.ts';
import { usePeople } from '../app/workspace-context.ts';
import { usePeriodName } from '../progress/period-name.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Banner } from '../ui/states.tsx';
import { useStore } from '../ui/store.ts';
import { showToast } from '../ui/toasts.tsx';
import { ProblemList } from './problem-list.tsx';
import { measureOfLine, type ValueDesk } from './use-value-desk.ts';
import { valueLabels } from './value-labels.ts';
import style from './values.module.css';

/** What would change, cell by cell, in whose name; nothing is stored before it was seen here. */
export function ValueReview({
  desk,
  plan,
  onClose,
}: {
  readonly desk: ValueDesk;
  readonly plan: string | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('data');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const figures = useFigures();
  const nameOf = usePeriodName();
  const people = usePeople();
  const client = useQueryClient();
  const who = people.nameOf(useStore(actingMember)) || t('reviewWho');
  const put = useAction('putValues', { refresh: false });
  const [problems, setProblems] = useState<readonly WireProblem[]>([]);
  const [isStale, setStale] = useState(false);
  const { changes, rows } = desk;
  const fresh = rows.filter(({ metric, source }) => source === 'none' && changes.some(cell => cell.metric === metric));
  const save = async () => {
    setProblems([]);
    const body = { cells: changes, ...(plan === undefined ? {} : { plan }) };
    const answer = await put.run({ body });
    if (answer?.kind === 'problems') setProblems(answer.problems);
    else if (answer?.kind === 'conflict') {
      setStale(true);
      await client.invalidateQueries();
    } else if (answer?.kind === 'value') {
      showToast({ kind: 'good', text: valueLabels.valuesSaved });
      onClose();
      await client.invalidateQueries();
      desk.drop();
    }
  };
  return (
    <Dialog
      wide
      title={t('reviewTitle')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="main" busy={put.busy} disabled={changes.length === 0} onClick={() => void save()}>
            {t('reviewSave')}
          </Button>
        </>
      }
    >
      <div className={style.review}>
        <p>{t('reviewText', { count: changes.length, who })}</p>
        {isStale && <Banner tone="warn">{t('reviewConflict')}</Banner>}
        {problems.length > 0 && (
          <Banner tone="bad">
            <ProblemList problems={problems} />
            {problems.some(({ code }) => code === 'entry-month-final') && <Link to="/data/closing">{t('closing')}</Link>}
          </Banner>
        )}
        <table className={style.changes}>
          <thead>
            <tr>
              <th scope="col">{t('valueRow')}</th>
              <th scope="col">{t('valueMonth')}</th>
              <th scope="col" className={style.end}>
                {t('reviewBefore')}
              </th>
              <th scope="col" className={style.end}>
                {t('reviewAfter')}
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ metric, month, before, value }) => {
              const line = rows.find(one => one.metric === metric);
              if (!line) return null;
              const shown = (one: string | null) =>
                one === null ? (
                  <span className="dim">{t('reviewEmpty')}</span>
                ) : (
                  figures.value(one, measureOfLine(line), { exact: true })
                );
              return (
                <tr key={`${metric} ${month}`}>
                  <td>{say(line.name)}</td>
                  <td>{nameOf(month)}</td>
                  <td className={style.end}>{shown(before)}</td>
                  <td className={style.end}>
                    <b>{shown(value)}</b>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {fresh.length > 0 && (
          <p className="mut">{t('reviewNew', { names: fresh.map(({ name }) => say(name)).join(say({ ja: '、', en: ', ' })) })}</p>
        )}
      </div>
    </Dialog>
  );
}
