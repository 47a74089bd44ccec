import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import style from './pill.module.css';

/** How something stands. Colour is never alone: each tone has a shape, and words stand beside it. */
export type Tone = 'good' | 'warn' | 'bad' | 'none' | 'accent';

export const SHAPES: Readonly<Record<Tone, string>> = { good: '●', warn: '◆', bad: '■', none: '○', accent: '▸' };

export function Pill({ tone, children, plain }: { readonly tone: Tone; readonly children: ReactNode; readonly plain?: boolean }) {
  return (
    <span className={classNames(style.pill, style[tone], plain && style.plain)}>
      <span className={style.shape} aria-hidden="true">
        {SHAPES[tone]}
      </span>
      {children}
    </span>
  );
}

export function Tag({
  children,
  hypothesis,
  title,
}: {
  readonly children: ReactNode;
  readonly hypothesis?: boolean;
  readonly title?: string;
}) {
  return (
    <span className={classNames(style.tag, hypothesis && style.hypothesis)} title={title}>
      {children}
    </span>
  );
}
