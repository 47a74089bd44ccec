import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { HouseStyleContext } from '../ui/figures.ts';
import { useStore } from '../ui/store.ts';
import { Toasts } from '../ui/toasts.tsx';
import { whoIsAsked } from './acting.ts';
import { ErrorState } from './error-state.tsx';
import { paletteOpen } from './palette-open.ts';
import { Rail } from './rail.tsx';
import style from './shell.module.css';
import { useAnswer } from './use-answer.ts';
import { WhoDialog } from './who-dialog.tsx';
import { WorkspaceProvider } from './workspace-context.ts';

const Palette = lazy(() => import('./palette.tsx').then(({ Palette }) => ({ default: Palette })));

/** What stands around every page: the rail, the palette, the question who acts, the toasts. */
export function Shell() {
  const { t } = useTranslation('app');
  const workspace = useAnswer('workspace', {}, { every: 60_000 });
  const isToRead = useLocation().pathname.startsWith('/published/');
  const isPaletteOpen = useStore(paletteOpen);
  const asked = useStore(whoIsAsked);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      paletteOpen.set(!paletteOpen.get());
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  const { data } = workspace;
  const { format, calendar } = data ?? {};
  const houseStyle = useMemo(() => (format && calendar ? { format, calendar } : undefined), [format, calendar]);
  if (!data || !houseStyle) {
    return (
      <div className={style.boot}>
        {workspace.error && <ErrorState error={workspace.error} onRetry={() => void workspace.refetch()} />}
      </div>
    );
  }
  return (
    <WorkspaceProvider value={data}>
      <HouseStyleContext value={houseStyle}>
        <a href="#main" className={style.skip}>
          {t('skip')}
        </a>
        <div className={isToRead ? undefined : style.app}>
          {!isToRead && <Rail />}
          <div className={style.column}>
            <Outlet />
          </div>
        </div>
        {isPaletteOpen && (
          <Suspense fallback={null}>
            <Palette onClose={() => paletteOpen.set(false)} />
          </Suspense>
        )}
        {asked && <WhoDialog onAnswer={asked} />}
        <Toasts />
      </HouseStyleContext>
    </WorkspaceProvider>
  );
}
