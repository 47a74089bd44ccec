import { useTranslation } from 'react-i18next';
import type { ConnectionView } from '#contract/connection.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { connectLabels } from './connect-labels.ts';

/** Asks before a connection is taken away. */
export function RemoveDialog({ connection, onClose }: { readonly connection: ConnectionView; readonly onClose: () => void }) {
  const { t } = useTranslation('connect');
  const { t: ui } = useTranslation('ui');
  const remove = useAction('removeConnection');
  const go = async () => {
    const answer = await remove.run({ connection: connection.id });
    if (succeeded(answer, { toast: { kind: 'good', text: connectLabels.removed } })) onClose();
  };
  return (
    <Dialog
      title={t('removeTitle', { name: connection.name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="main" danger busy={remove.busy} onClick={() => void go()}>
            {t('remove')}
          </Button>
        </>
      }
    >
      <p>{t('removeText')}</p>
    </Dialog>
  );
}
