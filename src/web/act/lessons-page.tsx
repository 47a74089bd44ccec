import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../app/error-state.tsx';
import { Page } from '../app/page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { Card } from '../ui/card.tsx';
import { TextInput } from '../ui/field.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import style from './act.module.css';
import { ActTabs } from './act-tabs.tsx';
import { LessonItem } from './lesson-item.tsx';

/** What closed initiatives taught, successes and failures alike; found by any word. */
export function LessonsPage() {
  const { t } = useTranslation('act');
  const navigate = useNavigate();
  const { words = '' } = useSearch({ from: '/initiatives/lessons' });
  const [typed, setTyped] = useState(words);
  const asked = useAnswer('lessons', words === '' ? {} : { words }, { keep: true });
  useEffect(() => {
    const timer = setTimeout(() => {
      if (typed === words) return;
      void navigate({
        to: '/initiatives/lessons',
        search: previous => ({ ...previous, words: typed || undefined }),
        replace: true,
      });
    }, 200);
    return () => clearTimeout(timer);
  }, [typed, words, navigate]);
  const found = asked.data?.lessons;
  return (
    <Page title={t('title')}>
      <ActTabs />
      <div className={style.bar}>
        <TextInput
          type="search"
          aria-label={t('searchLessons')}
          placeholder={t('searchPlaceholder')}
          value={typed}
          style={{ maxWidth: 360 }}
          onChange={event => setTyped(event.target.value)}
        />
        {found && <span className="mut">{t('lessonsCount', { count: found.length })}</span>}
      </div>
      <Card>
        {!found ? (
          asked.error ? (
            <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
          ) : (
            <Loading />
          )
        ) : found.length === 0 ? (
          <Empty icon="lamp" title={t('lessonsNone')}>
            {words === '' && t('lessonsEmptyText')}
          </Empty>
        ) : (
          <ul className={style.list}>
            {found.map(lesson => (
              <li key={lesson.id}>
                <LessonItem lesson={lesson} />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Page>
  );
}
