import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireProblem } from '#contract/problem.ts';
import { isInTheWay } from '#core/plan/publishable.ts';
import { Button } from '../ui/button.tsx';
import { IgnoreForm } from './ignore-form.tsx';
import style from './panel.module.css';
import { settleOf } from './settle-finding.ts';
import { useSettleWords } from './settle-words.ts';
import type { Planning } from './use-planning.ts';

/** What can be done about a finding where it stands: have it settled, or say why it is meant to be so. [LNT-23, LNT-32] */
export function FindingActions({ found, planning }: { readonly found: WireProblem; readonly planning: Planning }) {
  const { t } = useTranslation('finding');
  const { t: help } = useTranslation('help');
  const [open, setOpen] = useState<'settle' | 'ignore'>();
  const words = useSettleWords(planning);
  const settle = settleOf(planning)(found);
  const canIgnore = found.severity !== 'error' && !isInTheWay(found);
  if (!settle && !canIgnore) return null;
  const close = () => setOpen(undefined);
  return (
    <>
      {open === undefined && (
        <div className={style.actions}>
          {settle && (
            <Button small onClick={() => setOpen('settle')}>
              {help('settle')}
            </Button>
          )}
          {canIgnore && (
            <Button look="link" className={style.meant} onClick={() => setOpen('ignore')}>
              {t('meant')}
            </Button>
          )}
        </div>
      )}
      {open === 'settle' && settle && (
        <div className={style.preview}>
          <p>
            {words(found)} <span className="dim">{t('settleAgain')}</span>
          </p>
          <div className={style.actions}>
            <Button
              small
              look="main"
              onClick={() => {
                close();
                settle();
              }}
            >
              {t('settleDo')}
            </Button>
            <Button small look="quiet" onClick={close}>
              {t('cancel')}
            </Button>
          </div>
        </div>
      )}
      {open === 'ignore' && <IgnoreForm found={found} planning={planning} onClose={close} />}
    </>
  );
}
