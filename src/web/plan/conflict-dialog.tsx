import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '#contract/plan-view.ts';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Loading } from '../ui/states.tsx';
import { ChangeList } from './change-list.tsx';
import style from './conflict-dialog.module.css';
import { type PlanChange, planChanges } from './plan-changes.ts';
import { checkHere } from './plan-desk.ts';
import type { PublishConflict } from './publish-dialog.tsx';

interface Sides {
  readonly view: PlanView | null;
  readonly theirs: readonly PlanChange[];
  readonly mine: readonly PlanChange[];
}

/** Somebody else published first: what they changed, what is one's own, and which of the two shall stand. */
export function ConflictDialog({
  conflict,
  busy,
  onKeep,
  onDrop,
  onClose,
}: {
  readonly conflict: PublishConflict;
  readonly busy: boolean;
  readonly onKeep: () => void;
  readonly onDrop: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('plan');
  const people = usePeople();
  const sides = useSides(conflict);
  const { number, author, reason } = conflict.theirs.version;
  const column = (title: string, changes: readonly PlanChange[], view: PlanView | null) => (
    <section className={style.side}>
      <h3>{title}</h3>
      {changes.length > 0 ? <ChangeList changes={changes} view={view} /> : <p className="mut">{t('fieldOther')}</p>}
    </section>
  );
  return (
    <Dialog
      wide
      title={t('conflictTitle')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button danger onClick={onDrop}>
            {t('conflictDrop')}
          </Button>
          <Button look="main" busy={busy} disabled={!sides} onClick={onKeep}>
            {t('conflictKeep')}
          </Button>
        </>
      }
    >
      <p>{t('conflictText', { name: people.nameOf(author), number })}</p>
      {reason && <blockquote className={style.reason}>{reason}</blockquote>}
      {sides ? (
        <div className={style.sides}>
          {column(t('conflictTheirs'), sides.theirs, sides.view)}
          {column(t('conflictMine'), sides.mine, sides.view)}
        </div>
      ) : (
        <Loading lines={4} />
      )}
      <p className={style.warning}>{t('conflictKeepNote')}</p>
    </Dialog>
  );
}

/** What each side changed of the version both started from. */
function useSides({ base, theirs, mine }: PublishConflict): Sides | undefined {
  const { currency } = useWorkspace();
  const definitions = useAnswer('definitions', {}).data?.text;
  const [sides, setSides] = useState<Sides>();
  useEffect(() => {
    if (definitions === undefined) return;
    const read = async () => {
      const texts = [base?.texts ?? theirs.texts, theirs.texts, mine];
      const [before, there, here] = await Promise.all(texts.map(async one => (await checkHere(one, definitions, currency)).view));
      const changes = (after: PlanView | null | undefined) => (before && after ? planChanges(before, after) : []);
      setSides({ view: here ?? before ?? null, theirs: changes(there), mine: changes(here) });
    };
    void read();
  }, [base, theirs, mine, definitions, currency]);
  return sides;
}
