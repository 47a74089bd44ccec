import { useTranslation } from 'react-i18next';
import type { InspectedTable } from '#contract/upload.ts';
import { Section } from '../ui/card.tsx';
import { classNames } from '../ui/class-names.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import style from './preview.module.css';
import { stands } from './stands.ts';

export interface TablePickerProps {
  readonly tables: readonly InspectedTable[];
  /** Place of the one whose content is shown. */
  readonly shown: number;
  /** Places of those that are not imported. */
  readonly left: ReadonlySet<number>;
  readonly onShow: (place: number) => void;
  readonly onLeave: (left: ReadonlySet<number>) => void;
}

/** Which of a file's tables are imported, and which one is looked at. */
export function TablePicker({ tables, shown, left, onShow, onLeave }: TablePickerProps) {
  const { t } = useTranslation('data');
  const say = useSay();
  const figures = useFigures();
  const nameOf = useTableName();
  const toggle = (place: number) => {
    const next = new Set(left);
    if (!next.delete(place)) next.add(place);
    onLeave(next);
  };
  return (
    <Section title={t('tables')} note={t('tablesNote')}>
      <ul className={style.tables}>
        {tables.map((table, place) => {
          const name = nameOf(table);
          return (
            <li key={`${table.address.part} ${table.address.section}`} className={classNames(place === shown && style.shown)}>
              <input type="checkbox" aria-label={name} checked={!left.has(place)} onChange={() => toggle(place)} />
              <button
                type="button"
                aria-current={place === shown}
                aria-label={t('showTable', { name })}
                onClick={() => onShow(place)}
              >
                <b>{name}</b>
                <span className="mut">{say(table.dataset.name)}</span>
                <span className="dim num">
                  {t('rowCount', {
                    count: table.rows,
                    rows: figures.value(table.rows, { unit: { kind: 'count' }, counter: null }),
                  })}
                </span>
                {stands(table) && <Pill tone="bad">{t('errorWord')}</Pill>}
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** A table by its sheet or archive entry, and its place there. */
export function useTableName(): (table: InspectedTable) => string {
  const { t } = useTranslation('data');
  return ({ address: { part, section } }) => {
    const number = t('tableNumber', { number: section + 1 });
    if (part === '') return number;
    return section === 0 ? part : `${part} · ${number}`;
  };
}
