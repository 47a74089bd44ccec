import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionView } from '#contract/connection.ts';
import type { WireProblem } from '#contract/problem.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import type { AskAnswer } from '../app/ask.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Banner, Loading } from '../ui/states.tsx';
import style from './connect.module.css';

type Tried = Extract<AskAnswer<'tryConnection'>, { readonly kind: 'value' }>['value'];

/** Asks the service for one day and shows what came back, or why nothing did. */
export function TryDialog({ connection, onClose }: { readonly connection: ConnectionView; readonly onClose: () => void }) {
  const { t } = useTranslation('connect');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const { lang } = useFigures();
  const { run } = useAction('tryConnection', { refresh: false });
  const [tried, setTried] = useState<Tried>();
  const [problems, setProblems] = useState<readonly WireProblem[]>();
  const hasAsked = useRef(false);
  useEffect(() => {
    if (hasAsked.current) return;
    hasAsked.current = true;
    void run({ connection: connection.id }).then(answer => {
      if (answer?.kind === 'value') setTried(answer.value);
      else if (answer?.kind === 'problems') setProblems(answer.problems);
      else onClose();
    });
  }, [run, connection.id, onClose]);
  return (
    <Dialog
      wide
      title={tried ? t('tried', { name: connection.name, day: formatDay(tried.day, lang) }) : connection.name}
      onClose={onClose}
      foot={<Button onClick={onClose}>{ui('close')}</Button>}
    >
      {!tried && !problems && <Loading lines={3} label={t('trying')} />}
      {problems && (
        <Banner tone="bad">
          <b>{t('triedFailed')}</b>
          {problems.map(problem => (
            <p key={problem.code}>{say(problem.message)}</p>
          ))}
        </Banner>
      )}
      {tried && <Rows tried={tried} />}
    </Dialog>
  );
}

function Rows({ tried: { headings, rows, count, isAll } }: { readonly tried: Tried }) {
  const { t } = useTranslation('connect');
  if (rows.length === 0) return <p>{t('triedNone')}</p>;
  return (
    <>
      <p>
        {t('triedRows', { count, shown: rows.length })} {!isAll && t('triedMore')}
      </p>
      <section className={style.sample} aria-label={t('try')}>
        <table>
          <thead>
            <tr>
              {headings.map(heading => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.join('\t')}>
                {headings.map((heading, place) => (
                  <td key={heading}>{row[place]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
