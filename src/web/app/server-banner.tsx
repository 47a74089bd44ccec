import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Banner } from '../ui/states.tsx';
import { isUnreached } from './answer-error.ts';
import { useAction } from './use-action.ts';
import { useAnswer } from './use-answer.ts';
import { useWorkspace } from './workspace-context.ts';

/** Says over every page when the server is gone, or its data are damaged. */
export function ServerBanner() {
  const { t } = useTranslation('app');
  const { t: words } = useTranslation('ui');
  const client = useQueryClient();
  const { degraded } = useWorkspace();
  const rebuild = useAction('rebuildData');
  const workspace = useAnswer('workspace', {});
  const gone = isUnreached(workspace.error);
  const [seen, setSeen] = useState(() => Date.now());
  useEffect(() => {
    if (workspace.dataUpdatedAt > 0) setSeen(workspace.dataUpdatedAt);
  }, [workspace.dataUpdatedAt]);
  if (gone) {
    const time = new Date(seen).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
    return (
      <Banner tone="warn">
        <span>{t('unreached', { time })}</span>
        <Button small icon="refresh" onClick={() => void client.invalidateQueries()}>
          {words('tryAgain')}
        </Button>
      </Banner>
    );
  }
  if (!degraded) return null;
  return (
    <Banner tone="bad">
      <span>{t('degraded')}</span>
      <Button small busy={rebuild.busy} onClick={() => void rebuild.run({})}>
        {rebuild.busy ? t('rebuilding') : t('rebuild')}
      </Button>
    </Banner>
  );
}
