import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { whoActs } from '../app/acting.ts';
import { Button } from '../ui/button.tsx';

export interface PublishButtonProps {
  readonly owner: string;
  readonly onOwner: (owner: string) => void;
  readonly busy: boolean;
  readonly canPublish: boolean;
  readonly onPublish: () => void;
}

/** Publishes what was begun; where nobody answers for it yet, asks who does first. */
export function PublishButton({ owner, onOwner, busy, canPublish, onPublish }: PublishButtonProps) {
  const { t } = useTranslation('begin');
  const client = useQueryClient();
  const choose = async () => {
    const who = await whoActs();
    if (who === undefined) return;
    onOwner(who);
    // Whoever has just written themselves down is among the people from now on.
    await client.invalidateQueries();
  };
  return owner === '' ? (
    <Button look="main" onClick={() => void choose()}>
      {t('ownerIsMe')}
    </Button>
  ) : (
    <Button look="main" busy={busy} disabled={!canPublish} onClick={onPublish}>
      {t('makePublished')}
    </Button>
  );
}
