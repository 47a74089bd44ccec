import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useSay } from '../ui/language.ts';
import { Banner } from '../ui/states.tsx';
import type { Entry } from './entry-page.tsx';
import { ownMetricLabels } from './own-metric-labels.ts';

/** Changes or removes a metric of the workspace's own. */
export function OwnMetricTools({ entry: { metric } }: { readonly entry: Entry }) {
  const { t } = useTranslation('own');
  const say = useSay();
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const base = useAnswer('definitions', {}).data?.number;
  const remove = useAction('removeOwnMetric');
  const run = async () => {
    if (base === undefined) return;
    const answer = await remove.run({ metric: metric.id, base });
    const toast = { kind: 'good' as const, text: ownMetricLabels.removed };
    const isDone = succeeded(answer, {
      toast,
      onProblems: ([first]) => {
        setRefusal(first && say(first.message));
        return [];
      },
    });
    if (isDone) void navigate({ to: '/catalogue', search: {} });
  };
  return (
    <>
      <Link to="/catalogue/$metric/edit" params={{ metric: metric.id }} className={buttonClass('plain')}>
        {t('edit')}
      </Link>
      <Button look="quiet" onClick={() => setAsked(true)}>
        {t('remove')}
      </Button>
      {isAsked && (
        <Dialog
          title={t('removeTitle', { name: say(metric.name) })}
          onClose={() => {
            setAsked(false);
            setRefusal(undefined);
          }}
          foot={
            <>
              <Button onClick={() => setAsked(false)}>{t('cancel')}</Button>
              <Button
                look="main"
                busy={remove.busy}
                disabled={base === undefined || refusal !== undefined}
                onClick={() => void run()}
              >
                {t('remove')}
              </Button>
            </>
          }
        >
          {refusal === undefined ? <p>{t('removeText')}</p> : <Banner tone="warn">{refusal}</Banner>}
        </Dialog>
      )}
    </>
  );
}
