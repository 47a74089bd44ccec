import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/class-names.ts';
import style from './home.module.css';

const WHEN = ['overdue', 'today', 'soon', 'later'] as const;

/** Work by how near its date is. */
export function DueGroups<T>({
  due,
  keyOf,
  children,
}: {
  readonly due: Readonly<Record<(typeof WHEN)[number], readonly T[]>>;
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
}) {
  const { t } = useTranslation('home');
  return WHEN.filter(when => due[when].length > 0).map(when => (
    <div key={when}>
      <h3 className={classNames(style.group, style[when])}>{t(when)}</h3>
      <ul className={style.list}>
        {due[when].map(item => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
    </div>
  ));
}
