import { Link } from '@tanstack/react-router';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { OUTCOMES } from '#core/act/outcome.ts';
import { useSay } from '../ui/language.ts';
import { Tag } from '../ui/pill.tsx';
import style from './act.module.css';
import { VerdictPill } from './effect-card.tsx';
import { useInitiativeWords } from './initiative-words.ts';

export type Lesson = ResponseOf<Api['lessons']>['lessons'][number];

export function LessonItem({ lesson }: { readonly lesson: Lesson }) {
  const say = useSay();
  const words = useInitiativeWords();
  const { title, initiative, outcome, verdict, kpis } = lesson;
  return (
    <article>
      <div className={style.bar} style={{ marginBottom: 2 }}>
        {initiative ? (
          <Link to="/initiatives/$initiative" params={{ initiative }} className={style.name}>
            {title}
          </Link>
        ) : (
          <b>{title}</b>
        )}
        {outcome && <Tag>{say(OUTCOMES.find(({ id }) => id === outcome)?.name)}</Tag>}
        {verdict && <VerdictPill verdict={verdict} />}
        {kpis.map(({ node }) => (
          <Link key={node} to="/progress/kpi/$node" params={{ node }} className="mut">
            {words.nameOf(node)}
          </Link>
        ))}
      </div>
      <p className="mut">{lesson.lesson}</p>
    </article>
  );
}
