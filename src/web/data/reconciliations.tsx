import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reconciliation } from '#core/quality/reconcile.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { qualityLabels } from './quality-labels.ts';
import type { QualityAnswer } from './quality-page.tsx';
import { useShareWords } from './quality-words.ts';
import { ReconcileDialog } from './reconcile-dialog.tsx';
import sources from './sources.module.css';

/** Measures that two sources give, which of them is official, and how far the other may be off. */
export function Reconciliations({ answer: { reconciliations } }: { readonly answer: QualityAnswer }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const share = useShareWords();
  const put = useAction('putReconciliations');
  const catalogue = useAnswer('catalogue', {});
  const [adding, setAdding] = useState(false);
  const nameOf = (id: string) => say(catalogue.data?.metrics.find(metric => metric.id === id)?.name) || id;
  const wordsOf = ({ official, other, tolerance }: Reconciliation) => ({
    official: nameOf(official),
    other: nameOf(other),
    tolerance: share(tolerance),
  });
  const save = async (list: readonly Reconciliation[]) =>
    succeeded(await put.run({ body: { reconciliations: [...list] } }), {
      toast: { kind: 'good', text: qualityLabels.reconcileSaved },
    });
  return (
    <Section
      title={t('reconciliations')}
      note={t('reconciliationsNote')}
      tools={
        <Button small onClick={() => setAdding(true)}>
          {t('reconcileAdd')}
        </Button>
      }
    >
      {reconciliations.length === 0 && <p className="mut">{t('reconciliationsNone')}</p>}
      <ul className={sources.list}>
        {reconciliations.map(one => (
          <li key={`${one.official} ${one.other}`}>
            {t('reconcileLine', wordsOf(one))}
            <IconButton
              small
              icon="close"
              name={t('reconcileRemove', wordsOf(one))}
              onClick={() => void save(reconciliations.filter(each => each !== one))}
            />
          </li>
        ))}
      </ul>
      {adding && (
        <ReconcileDialog
          onClose={() => setAdding(false)}
          onSave={async one => {
            const rest = reconciliations.filter(each => each.official !== one.official || each.other !== one.other);
            if (await save([...rest, one])) setAdding(false);
          }}
        />
      )}
    </Section>
  );
}
