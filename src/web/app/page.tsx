import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/class-names.ts';
import style from './page.module.css';
import { ServerBanner } from './server-banner.tsx';
import { TopTools } from './top-tools.tsx';

export interface PageProps {
  readonly title: string;
  /** Before the title: the page it belongs to. */
  readonly crumb?: ReactNode;
  /** What the page is about: plan, day, comparison. */
  readonly chips?: ReactNode;
  readonly children: ReactNode;
  /** Uses the whole width of the window. */
  readonly wide?: boolean;
  readonly className?: string | undefined;
}

/** A page with its top bar. Its title is the document's title too. */
export function Page({ title, crumb, chips, children, wide, className }: PageProps) {
  const { t } = useTranslation('app');
  const product = t('product');
  useEffect(() => {
    document.title = title === product ? product : `${title} · ${product}`;
  }, [title, product]);
  return (
    <>
      <header className={style.top}>
        <div className={style.title}>
          {crumb}
          <h1>{title}</h1>
        </div>
        <div className={style.chips}>{chips}</div>
        <TopTools />
      </header>
      <main id="main" tabIndex={-1} className={classNames(style.main, wide && style.wide, className)}>
        <ServerBanner />
        {children}
      </main>
    </>
  );
}
