import { useTranslation } from 'react-i18next';
import { createStore, useStore } from '../ui/store.ts';
import { SheetDesk } from './sheet-desk.tsx';
import { SheetDrop } from './sheet-drop.tsx';
import type { GivenSheets } from './sheet-source.ts';
import { WayPage } from './way-page.tsx';

/** Lives as long as the page is open, so that a look elsewhere loses nothing. */
const given = createStore<GivenSheets | undefined>(undefined);

/** A plan from the sheet of KPIs that a team keeps: pasted or dropped, confirmed, made. */
export function SheetPage() {
  const { t } = useTranslation('begin');
  const sheets = useStore(given);
  return (
    <WayPage title={t('sheetTitle')}>
      {sheets ? (
        <SheetDesk key={sheets.key} given={sheets} onLeave={() => given.set(undefined)} />
      ) : (
        <SheetDrop onSheets={given.set} />
      )}
    </WayPage>
  );
}
