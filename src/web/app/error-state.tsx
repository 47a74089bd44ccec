import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/language.ts';
import { Empty } from '../ui/states.tsx';
import { AnswerError } from './answer-error.ts';

/** A part of the page that could not be had: what happened in the reader's language, and a way to try again. */
export function ErrorState({
  error,
  onRetry,
  small,
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly small?: boolean;
}) {
  const { t } = useTranslation('ui');
  const say = useSay();
  const answer = error instanceof AnswerError ? error : undefined;
  const request = answer?.failure?.request;
  return (
    <div role="alert">
      <Empty
        icon="warn"
        small={small}
        title={answer?.failure ? say(answer.failure.message) : answer?.problems.length ? t('refused') : t('broken')}
        actions={
          onRetry && (
            <Button icon="refresh" onClick={onRetry}>
              {t('tryAgain')}
            </Button>
          )
        }
      >
        {answer?.problems.map(problem => (
          <span key={`${problem.code}${problem.at.join('.')}`}>{say(problem.message)}</span>
        ))}
        {request && <span className="dim">{t('request', { id: request })}</span>}
      </Empty>
    </div>
  );
}
