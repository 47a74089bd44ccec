import { type ClipboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { measureOf } from '../progress/node-words.ts';
import { usePeriodName } from '../progress/period-name.ts';
import { useFigures } from '../ui/figures.ts';
import style from './panel.module.css';
import { StoredField } from './stored-field.tsx';
import type { Planning } from './use-planning.ts';

/** Targets of single months, changed where they stand; a row copied in a spreadsheet can be pasted into any month. */
export function MonthTargets({ node, planning }: { readonly node: NodeView; readonly planning: Planning }) {
  const { t } = useTranslation('plan');
  const figures = useFigures();
  const nameOf = usePeriodName();
  const { view, desk } = planning;
  const given = Object.keys(node.months).length > 0;
  const [open, setOpen] = useState(given);
  const header = desk.texts?.sheet.split(/\r?\n/, 1)[0]?.split(',') ?? [];
  const months = (view?.months ?? []).filter(({ key }) => header.includes(key));
  if (months.length === 0 || (node.equals !== null && !given)) return null;
  const shown = (month: string) => figures.plain(node.months[month], measureOf(node));
  const set = (values: Readonly<Record<string, string>>) => void desk.edit({ kind: 'months', node: node.id, months: values });
  const onPaste = (event: ClipboardEvent, from: number) => {
    const cells = event.clipboardData
      .getData('text')
      .trim()
      .split(/[\t\r\n]+/);
    if (cells.length < 2) return;
    event.preventDefault();
    set(Object.fromEntries(months.slice(from, from + cells.length).map(({ key }, place) => [key, cells[place]?.trim() ?? ''])));
  };
  return (
    <details className={style.months} open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        {t('byMonth')}
        {!given && <span>{t('byMonthNone')}</span>}
      </summary>
      <div className={style.grid}>
        {months.map(({ key }, place) => (
          <div key={key} onPasteCapture={event => onPaste(event, place)}>
            <StoredField label={shortMonth(nameOf(key))} value={shown(key)} onStore={value => set({ [key]: value })} />
          </div>
        ))}
      </div>
    </details>
  );
}

/** 2026年10月 in a narrow column: the year only where it helps. */
function shortMonth(name: string): string {
  return name.replace(/^20(\d\d)年/, '$1年');
}
