import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '#core/calendar/format-day.ts';
import { usePlace } from '../app/place.ts';
import { progressInput } from '../app/standing.ts';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { Light } from '../progress/light.tsx';
import { measureOf } from '../progress/node-words.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Empty } from '../ui/states.tsx';
import act from './act.module.css';
import style from './initiative.module.css';
import type { InitiativeAnswer } from './initiative-page.tsx';
import { useInitiativeWords } from './initiative-words.ts';
import { ToDoDialog } from './to-do-dialog.tsx';
import { ToDoItem } from './to-do-item.tsx';

/** Who, when, how much; the KPIs it moves where they stand; its to-dos. */
export function InitiativeFacts({ answer }: { readonly answer: InitiativeAnswer }) {
  const { t } = useTranslation('act');
  const say = useSay();
  const figures = useFigures();
  const people = usePeople();
  const words = useInitiativeWords();
  const place = usePlace();
  const { today } = useWorkspace();
  const { initiative, toDos } = answer;
  const standing = useAnswer('progress', progressInput(place), { when: place.plan !== undefined });
  const progress = standing.data?.state === 'standing' ? standing.data.nodes : [];
  const before = useAnswer('readInitiative', { initiative: initiative.follows ?? '' }, { when: initiative.follows !== null });
  const [isAdding, setAdding] = useState(false);
  const { cost, start, startedOn, due, closing, contributors, details } = initiative;
  const day = (value: typeof due) => formatDay(value, figures.lang);
  return (
    <>
      <Section title={t('facts')}>
        <dl className={style.facts}>
          <dt>{t('owner')}</dt>
          <dd>
            <b>{people.nameOf(initiative.owner)}</b>
          </dd>
          {contributors.length > 0 && (
            <>
              <dt>{t('contributors')}</dt>
              <dd>{contributors.map(id => people.nameOf(id)).join(say({ ja: '、', en: ', ' }))}</dd>
            </>
          )}
          {(startedOn ?? start) && (
            <>
              <dt>{t('start')}</dt>
              <dd>{day(startedOn ?? start ?? due)}</dd>
            </>
          )}
          <dt>{t('due')}</dt>
          <dd className={closing === null && due < today ? 'bad' : undefined}>
            {day(due)}
            {closing === null && due < today && ` ${t('overdue')}`}
          </dd>
          {cost && (
            <>
              <dt>{t('cost')}</dt>
              <dd>{figures.value(cost.amount, { unit: { kind: 'money', currency: cost.currency }, counter: null })}</dd>
            </>
          )}
          {details.effort && (
            <>
              <dt>{t('effort')}</dt>
              <dd>{details.effort}</dd>
            </>
          )}
          {details.difficulty && (
            <>
              <dt>{t('difficulty')}</dt>
              <dd>{t(details.difficulty)}</dd>
            </>
          )}
          {before.data && initiative.follows && (
            <>
              <dt>{t('follows')}</dt>
              <dd>
                <Link to="/initiatives/$initiative" params={{ initiative: initiative.follows }}>
                  {before.data.initiative.title}
                </Link>
              </dd>
            </>
          )}
        </dl>
      </Section>
      <Section title={t('kpis')}>
        <ul className={style.kpis}>
          {initiative.kpis.map(({ plan, node }) => {
            const found = progress.find(one => one.node === node);
            const view = words.nodes.find(({ id }) => id === node);
            return (
              <li key={`${plan} ${node}`}>
                <Link to="/progress/kpi/$node" params={{ node }} className={act.name}>
                  {words.nameOf(node)}
                </Link>
                {found && view && <span className="mut num">{figures.observed(found[found.main].actual, measureOf(view))}</span>}
                <span>{found && <Light progress={found} />}</span>
              </li>
            );
          })}
        </ul>
      </Section>
      <Section
        title={t('toDos')}
        tools={
          <Button small icon="plus" onClick={() => setAdding(true)}>
            {t('addToDo')}
          </Button>
        }
      >
        {toDos.length === 0 && <Empty small title={t('noToDos')} />}
        <ul className={act.list}>
          {toDos.map(toDo => (
            <li key={toDo.id}>
              <ToDoItem toDo={toDo} />
            </li>
          ))}
        </ul>
        {isAdding && <ToDoDialog initiative={initiative.id} onClose={() => setAdding(false)} />}
      </Section>
    </>
  );
}
