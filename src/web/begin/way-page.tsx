import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { Icon } from '../ui/icon.tsx';
import style from './begin.module.css';

/** One of the ways to begin a plan, with the way back to the others. */
export function WayPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation('begin');
  return (
    <Page title={title}>
      <Link to="/plan/new" className={style.back}>
        <Icon name="left" size={15} />
        {t('back')}
      </Link>
      {children}
    </Page>
  );
}
