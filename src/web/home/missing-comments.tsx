import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../app/workspace-context.ts';
import { CommentEditor } from '../progress/comment-editor.tsx';
import { usePeriodName } from '../progress/period-name.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { Fine } from '../ui/states.tsx';
import style from './home.module.css';
import type { HomeAnswer } from './home-page.tsx';
import { MonthFigures } from './month-figures.tsx';

/** The comments that are not written yet, with the figures they are about, written right here. */
export function MissingComments({ home }: { readonly home: HomeAnswer }) {
  const { t } = useTranslation('home');
  const say = useSay();
  const people = usePeople();
  const nameOfPeriod = usePeriodName();
  const { period, written, missing } = home.comments;
  const [open, setOpen] = useState<string | undefined>(missing[0]?.node);
  return (
    <Section
      title={t('comments')}
      note={t('commentsNote', { period: nameOfPeriod(period), written, all: written + missing.length })}
    >
      {missing.length === 0 && <Fine>{t('commentsDone', { period: nameOfPeriod(period) })}</Fine>}
      <ul className={style.list}>
        {missing.map(duty => {
          const key = duty.node;
          const isOpen = open === key;
          return (
            <li key={`${duty.plan} ${key}`}>
              <div className={style.row}>
                <Link
                  to="/progress/kpi/$node"
                  params={{ node: duty.node }}
                  search={previous => ({ ...previous, plan: duty.plan })}
                  className={style.name}
                >
                  {say(duty.name)}
                </Link>
                <MonthFigures plan={duty.plan} node={duty.node} range={duty.range} />
                <span className={style.far}>
                  {home.member === null && <span className="mut">{people.nameOf(duty.owner)} </span>}
                  {!isOpen && (
                    <Button small icon="edit" onClick={() => setOpen(key)}>
                      {t('write')}
                    </Button>
                  )}
                </span>
              </div>
              {isOpen && (
                <div className={style.editor}>
                  <CommentEditor
                    kpi={{ plan: duty.plan, node: duty.node }}
                    period={duty.period}
                    onDone={() => setOpen(missing.find(other => other.node !== key)?.node)}
                    onCancel={() => setOpen(undefined)}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
