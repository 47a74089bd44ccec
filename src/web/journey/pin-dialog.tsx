import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnalysisPage, SavedAnalysis } from '#contract/journey.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { showToast } from '../ui/toasts.tsx';
import { boardLabels } from './board-labels.ts';

/** Keeps the page's choices under a name and puts them on the board; those that are kept already are only put there. */
export function PinDialog({
  kind,
  search,
  kept,
  onClose,
}: {
  readonly kind: AnalysisPage;
  readonly search: string;
  readonly kept: SavedAnalysis | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('board');
  const { t: journey } = useTranslation('journey');
  const save = useAction('saveAnalysis', { refresh: false });
  const pin = useAction('pinAnalysis');
  const [name, setName] = useState<string>(kept?.name ?? journey(`${kind}Title`));
  const run = async () => {
    const saved = kept ? undefined : await save.run({ body: { name, page: kind, search } });
    const analysis = kept ?? (saved?.kind === 'value' ? saved.value.analysis : undefined);
    if (!analysis) return;
    const done = await pin.run({ analysis: analysis.id, body: { pinned: true, revision: analysis.revision } });
    if (done?.kind !== 'value') return;
    showToast({ kind: 'good', text: boardLabels.pinned });
    onClose();
  };
  return (
    <Dialog
      title={t('pin')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="main" busy={save.busy || pin.busy} disabled={name.trim() === ''} onClick={() => void run()}>
            {t('pin')}
          </Button>
        </>
      }
    >
      <Field label={t('pinName')} hint={t('pinHint')}>
        {control => (
          <TextInput
            {...control}
            value={name}
            maxLength={200}
            readOnly={kept !== undefined}
            onChange={event => setName(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
