import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { showToast } from '../ui/toasts.tsx';
import style from './repair.module.css';
import { repairLabels } from './repair-labels.ts';
import { useRepairLines, useRepairTitle } from './repair-lines.tsx';
import { largestChange } from './repair-words.ts';
import type { Planning } from './use-planning.ts';
import type { RepairFound } from './use-repair.ts';

/** The smallest combination of changes with which a goal is reached, in one line, and the button that makes it. */
export function RepairBest({ found, planning }: { readonly found: RepairFound; readonly planning: Planning }) {
  const { t } = useTranslation('repair');
  const linesOf = useRepairLines(planning.nodeOf);
  const titleOf = useRepairTitle();
  const { value, isOld } = found;
  if (!value) return <p className={style.best}>{t('looking')}</p>;
  const [offer] = value.answer.offers;
  const lines = linesOf(value.after[0] ?? []);
  if (!offer || lines.length < 2) return null;
  const few = lines.length <= SHOWN ? lines : lines.slice(0, SHOWN);
  return (
    <div className={style.best}>
      <span>
        <b>{titleOf(lines)}</b>{' '}
        <small>
          {t('smallest')} · {t('atMost', { share: largestShare(lines) })}
        </small>
        <br />
        {few.map(({ node, name, before, after, change }) => (
          <i key={node} className="num">
            {name} {before} → <b>{after}</b> <small>{change}</small>
          </i>
        ))}
        {few.length < lines.length && '…'}
      </span>
      <Button disabled={isOld} onClick={() => void applyOffer(offer.texts, planning)}>
        {t('apply')}
      </Button>
    </div>
  );
}

const SHOWN = 6;

/** +4.4%: the largest change of several, with its sign. */
export function largestShare(lines: readonly { readonly factor: number; readonly change: string }[]): string {
  const size = largestChange(lines.map(({ factor }) => factor));
  return lines.find(({ factor }) => Math.abs(factor - 1) >= size - 1e-12)?.change ?? '';
}

/** Writes an offer into the draft: one edit, taken back in one step. */
export async function applyOffer(texts: { readonly yaml: string; readonly sheet: string }, { desk }: Planning): Promise<void> {
  await desk.write({ yaml: texts.yaml, sheet: texts.sheet });
  showToast({ kind: 'good', text: repairLabels.applied });
}
