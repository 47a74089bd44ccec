import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Stands } from '../app/standing-page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople } from '../app/workspace-context.ts';
import { buttonClass } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { Empty, Loading } from '../ui/states.tsx';
import style from './executive.module.css';
import { usePeriodName } from './period-name.ts';

const MOST = 4;

/** What people said about the last month that is over, and who has not said anything yet. */
export function CommentsCard({ stands }: { readonly stands: Stands }) {
  const { t } = useTranslation('progress');
  const say = useSay();
  const people = usePeople();
  const nameOfPeriod = usePeriodName();
  const plan = stands.view.id;
  const missing = useAnswer('missingComments', { plan });
  const period = missing.data?.period;
  const written = useAnswer('comments', { plan, ...(period ? { period: [period] } : {}) }, { when: period !== undefined });
  const comments = (written.data?.comments ?? []).toSorted(
    (a, b) => lightRank(stands, a.kpi.node) - lightRank(stands, b.kpi.node),
  );
  const count = missing.data;
  return (
    <Section
      title={t('comments')}
      note={
        count &&
        t('commentsCount', {
          period: nameOfPeriod(count.period),
          written: count.written,
          all: count.written + count.missing.length,
        })
      }
    >
      {!written.data && <Loading lines={3} />}
      {count && count.missing.length > 0 && (
        <div className={style.missing}>
          {count.missing.map(({ node, name, owner }) => (
            <Link key={node} to="/progress/kpi/$node" params={{ node }} hash="comments" className={buttonClass('plain', true)}>
              {t('missingBy', { name: say(name), owner: people.nameOf(owner) })}
            </Link>
          ))}
        </div>
      )}
      {written.data && comments.length === 0 && <Empty small title={t('noComments')} />}
      <ul className={style.list}>
        {comments.slice(0, MOST).map(comment => (
          <li key={comment.id} className={style.comment}>
            <div className={style.commentHead}>
              <Link to="/progress/kpi/$node" params={{ node: comment.kpi.node }}>
                {say(stands.nodeOf(comment.kpi.node)?.name) || comment.kpi.node}
              </Link>
              <span className="dim">{people.nameOf(comment.author)}</span>
            </div>
            <p>
              <b>{t('cause')}</b>
              {comment.cause}
            </p>
            {comment.countermeasure && (
              <p>
                <b>{t('countermeasure')}</b>
                {comment.countermeasure}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const RANKS = { behind: 0, near: 1, met: 2, undefined: 3, 'no-target': 4, 'no-data': 5 } as const;

/** What is furthest behind comes first. */
function lightRank(stands: Stands, node: string): number {
  const found = stands.progress.nodes.find(one => one.node === node);
  return found ? RANKS[found.state] : 9;
}
