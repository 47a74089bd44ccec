import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../app/error-state.tsx';
import { Page } from '../app/page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { ProgressTabs } from '../progress/progress-tabs.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import { BoardCard } from './board-card.tsx';
import own from './journey.module.css';

/** The analytical dashboard: answers that were pinned, worked out anew. [JNY-12] */
export function BoardPage() {
  const { t } = useTranslation('board');
  const { t: progress } = useTranslation('progress');
  const { t: journey } = useTranslation('journey');
  const asked = useAnswer('savedAnalyses', {});
  const pinned = (asked.data?.analyses ?? [])
    .filter(({ pinnedAt }) => pinnedAt !== null)
    .toSorted((a, b) => ((a.pinnedAt ?? '') < (b.pinnedAt ?? '') ? -1 : 1));
  const contents = useAnswer('journeyContents', {}, { when: pinned.length > 0 });
  const error = asked.error ?? contents.error;
  return (
    <Page title={progress('title')}>
      <ProgressTabs />
      {error ? (
        <Card>
          <ErrorState error={error} onRetry={() => void asked.refetch()} />
        </Card>
      ) : !asked.data || (pinned.length > 0 && !contents.data) ? (
        <Card>
          <Loading lines={8} label={journey('working')} />
        </Card>
      ) : contents.data && pinned.length > 0 ? (
        <div className={own.board}>
          {pinned.map(analysis => (
            <BoardCard key={analysis.id} analysis={analysis} contents={contents.data} />
          ))}
        </div>
      ) : (
        <Card>
          <Empty
            icon="analyse"
            title={t('boardEmpty')}
            actions={
              <Link to="/analysis" className={buttonClass('main')}>
                {t('toAnalysis')}
              </Link>
            }
          >
            {t('boardHint')}
          </Empty>
        </Card>
      )}
    </Page>
  );
}
