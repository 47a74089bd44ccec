import { useTranslation } from 'react-i18next';
import { StandingPage } from '../app/standing-page.tsx';
import style from './analyse.module.css';
import { AnalysisTabs } from './analysis-tabs.tsx';
import { QuestionList } from './question-list.tsx';

/** The questions, with the answer in one line where it is known quickly. */
export function AnalysisPage() {
  const { t } = useTranslation('analyse');
  return (
    <StandingPage title={t('title')}>
      {stands => (
        <>
          <AnalysisTabs />
          <div className={style.page}>
            <QuestionList stands={stands} />
          </div>
        </>
      )}
    </StandingPage>
  );
}
