import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodOf } from '#core/calendar/period.ts';
import { useAnswer } from '../app/use-answer.ts';
import { CommentEditor } from '../progress/comment-editor.tsx';
import { usePeriodName } from '../progress/period-name.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Loading } from '../ui/states.tsx';
import { toneOfChange } from './explained.ts';
import type { WhyProps } from './why-answer.tsx';

/** What can be made of the answer: the KPI's comment, an initiative on what weighs most, a try at changing it. */
export function WhyUse({ answer, node }: WhyProps) {
  const { t } = useTranslation('analyse');
  const say = useSay();
  const [isWriting, setWriting] = useState(false);
  const worst = answer.factors.find(({ kind, share }) => kind === 'driver' && toneOfChange(share, node.direction) === 'bad');
  return (
    <>
      {answer.after.kind === 'measured' && (
        <Button icon="comment" onClick={() => setWriting(true)}>
          {t('writeCause')}
        </Button>
      )}
      {worst && (
        <Link to="/initiatives/new" search={{ node: worst.node }} className={buttonClass()}>
          {t('newInitiative', { name: say(worst.name) })}
        </Link>
      )}
      <Link to="/progress/kpi/$node" params={{ node: node.id }} className={buttonClass('quiet')}>
        {t('toKpi', { name: say(node.name) })}
      </Link>
      {isWriting && <CauseDialog answer={answer} onClose={() => setWriting(false)} />}
    </>
  );
}

/** The answer as the cause of the KPI's comment; what is written there already stays above it. */
function CauseDialog({ answer, onClose }: { readonly answer: WhyProps['answer']; readonly onClose: () => void }) {
  const { t } = useTranslation('analyse');
  const say = useSay();
  const { calendar } = useFigures();
  const nameOfPeriod = usePeriodName();
  const period = periodOf(answer.after.range.to, 'month', calendar).to.slice(0, 7);
  const asked = useAnswer('comments', { plan: answer.plan, node: answer.node, period: [period] });
  const [comment] = asked.data?.comments ?? [];
  const name = say(answer.name);
  return (
    <Dialog title={t('writeCauseOf', { name, period: nameOfPeriod(period) })} onClose={onClose}>
      {asked.data ? (
        <CommentEditor
          kpi={{ plan: answer.plan, node: answer.node }}
          period={period}
          comment={comment}
          suggested={say(answer.sentence)}
          onDone={onClose}
          onCancel={onClose}
        />
      ) : (
        <Loading lines={4} />
      )}
    </Dialog>
  );
}
