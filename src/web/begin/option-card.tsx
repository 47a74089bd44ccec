import type { ReactNode } from 'react';
import style from './guided.module.css';

export interface OptionCardProps {
  readonly type: 'radio' | 'checkbox';
  /** Cards of one name are alternatives. */
  readonly name: string;
  readonly checked: boolean;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly onChange: (checked: boolean) => void;
}

/** A suggestion that is taken by pressing it. */
export function OptionCard({ type, name, checked, title, children, onChange }: OptionCardProps) {
  return (
    <label className={style.option}>
      <input type={type} name={name} checked={checked} onChange={event => onChange(event.target.checked)} />
      <span>
        <strong>{title}</strong>
        {children && <span className={style.optionText}>{children}</span>}
      </span>
    </label>
  );
}
