import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnalysisPage } from '#contract/journey.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { EvidenceDialog } from './evidence-dialog.tsx';
import { PinDialog } from './pin-dialog.tsx';

/** What can be made of the answer: a card on the board, evidence of an influence of the plan. [JNY-12, JNY-13] */
export function AnalysisUse({ kind, sentence }: { readonly kind: AnalysisPage; readonly sentence: string }) {
  const { t } = useTranslation('board');
  const { searchStr } = useLocation();
  const asked = useAnswer('savedAnalyses', {});
  const [doing, setDoing] = useState<'pin' | 'evidence'>();
  const close = () => setDoing(undefined);
  const kept = asked.data?.analyses.find(({ page, search }) => page === kind && search === searchStr);
  return (
    <>
      {kept?.pinnedAt ? (
        <Link to="/progress/analysis" className={buttonClass()}>
          {t('toBoard')}
        </Link>
      ) : (
        <Button icon="progress" onClick={() => setDoing('pin')}>
          {t('pin')}
        </Button>
      )}
      <Button icon="link" onClick={() => setDoing('evidence')}>
        {t('evidence')}
      </Button>
      {doing === 'pin' && <PinDialog kind={kind} search={searchStr} kept={kept} onClose={close} />}
      {doing === 'evidence' && <EvidenceDialog kind={kind} search={searchStr} sentence={sentence} onClose={close} />}
    </>
  );
}
