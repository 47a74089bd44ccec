import { type HTMLAttributes, type ReactNode, useId } from 'react';
import style from './card.module.css';
import { classNames } from './class-names.ts';

/** A sheet of paper on the desk: the ground of everything that belongs together. */
export function Card({
  children,
  className,
  padded = true,
  ...rest
}: HTMLAttributes<HTMLDivElement> & { readonly padded?: boolean }) {
  return (
    <div {...rest} className={classNames(style.card, padded && style.padded, className)}>
      {children}
    </div>
  );
}

export interface SectionProps {
  readonly title: ReactNode;
  /** Quiet words behind the title: period, count, unit. */
  readonly note?: ReactNode;
  /** Buttons at the far end. */
  readonly tools?: ReactNode;
  readonly children?: ReactNode;
  readonly className?: string | undefined;
  readonly padded?: boolean;
}

/** A card with a heading, reachable as a region. */
export function Section({ title, note, tools, children, className, padded = true }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classNames(style.card, padded && style.padded, className)}>
      <div className={style.head}>
        <h2 id={id}>{title}</h2>
        {note && <span className={style.note}>{note}</span>}
        {tools && <div className={style.tools}>{tools}</div>}
      </div>
      {children}
    </section>
  );
}
