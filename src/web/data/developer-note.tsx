import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../ui/button.tsx';
import style from './sources.module.css';

/** The texts behind the data, folded away from those who do not need them. */
export function DeveloperNote() {
  const { t } = useTranslation('data');
  return (
    <details className={style.developers}>
      <summary>{t('developers')}</summary>
      <div>
        <p className="mut">{t('developersText')}</p>
        <Link to="/data/definitions" className={buttonClass('plain', true)}>
          {t('openTexts')}
        </Link>
      </div>
    </details>
  );
}
