import { useTranslation } from 'react-i18next';
import { usePlace } from '../app/place.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Section } from '../ui/card.tsx';
import { Empty } from '../ui/states.tsx';
import act from './act.module.css';
import { LessonItem } from './lesson-item.tsx';

/** What earlier initiatives on the same KPIs taught, while a new one is being written. */
export function RecallCard({ nodes }: { readonly nodes: readonly string[] }) {
  const { t } = useTranslation('act');
  const { plan } = usePlace();
  const asked = useAnswer('lessons', plan ? { plan } : {}, { when: nodes.length > 0 });
  const found = (asked.data?.lessons ?? []).filter(lesson => lesson.kpis.some(kpi => nodes.includes(kpi.node)));
  return (
    <Section title={t('recall')} note={t('recallNote')}>
      {nodes.length === 0 && <Empty small icon="lamp" title={t('recallFirst')} />}
      {nodes.length > 0 && asked.data && found.length === 0 && <Empty small icon="lamp" title={t('recallNone')} />}
      <ul className={act.list}>
        {found.slice(0, 6).map(lesson => (
          <li key={lesson.id}>
            <LessonItem lesson={lesson} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
