import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { WireProblem } from '#contract/problem.ts';
import type { InspectedTable, UploadView } from '#contract/upload.ts';
import { formatDayRange } from '#core/calendar/format-day.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import style from './preview.module.css';
import { COUNT } from './preview-facts.tsx';
import { previewLabels } from './preview-labels.ts';
import { stands } from './stands.ts';
import { forgetUpload } from './upload-queue.ts';

export interface CommitCardProps {
  readonly upload: UploadView;
  readonly tables: readonly InspectedTable[];
  readonly chosen: readonly InspectedTable[];
  readonly problems: readonly WireProblem[];
  readonly busy: boolean;
}

/** What is about to be imported, in one look, and the two ways out. */
export function CommitCard({ upload, tables, chosen, problems, busy }: CommitCardProps) {
  const { t } = useTranslation('data');
  const say = useSay();
  const figures = useFigures();
  const navigate = useNavigate();
  const commit = useAction('commitUpload');
  const discard = useAction('discardUpload', { refresh: false });
  const rows = chosen.reduce((sum, table) => sum + table.rows, 0);
  const blocked = chosen.some(stands) || problems.some(({ severity }) => severity === 'error');
  const nothingNew = chosen.length > 0 && chosen.every(({ duplicateOf }) => duplicateOf !== null);
  const importThem = async () => {
    const body = chosen.length === tables.length ? {} : { tables: chosen.map(({ address }) => address) };
    succeeded(await commit.run({ upload: upload.id, body }));
  };
  const throwAway = async () => {
    if (!succeeded(await discard.run({ upload: upload.id }), { toast: { kind: 'good', text: previewLabels.discarded } })) return;
    forgetUpload(upload.id);
    void navigate({ to: '/data/import' });
  };
  return (
    <Card className={style.commit}>
      <h2>{t('commitTitle')}</h2>
      <ul>
        {chosen.map(table => (
          <li key={`${table.address.part} ${table.address.section}`}>
            <b>{say(table.dataset.name)}</b>
            <span className="mut num">
              {table.rows > 0 && t('rowCount', { count: table.rows, rows: figures.value(table.rows, COUNT) })}
              {table.period && ` · ${formatDayRange(table.period, figures.lang)}`}
            </span>
          </li>
        ))}
      </ul>
      {chosen.length === 0 && <p className="mut">{t('commitNone')}</p>}
      {blocked && <p className="bad">■ {t('commitBlocked')}</p>}
      {nothingNew && !blocked && <p className="mut">○ {t('changesDuplicate')}</p>}
      <Button
        look={nothingNew ? 'plain' : 'main'}
        busy={commit.busy}
        disabled={blocked || busy || chosen.length === 0}
        onClick={() => void importThem()}
      >
        {nothingNew
          ? t('commitAgain')
          : rows === 0
            ? t('commitPlain')
            : t('commit', { count: rows, rows: figures.value(rows, COUNT) })}
      </Button>
      <Button look="quiet" busy={discard.busy} onClick={() => void throwAway()}>
        {t('discard')}
      </Button>
    </Card>
  );
}
