import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { SHAPES, type Tone } from './pill.tsx';
import style from './states.module.css';

export interface EmptyProps {
  readonly title: string;
  readonly icon?: IconName;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly small?: boolean | undefined;
}

/** Nothing here: says why, and what to do about it. */
export function Empty({ title, icon, children, actions, small }: EmptyProps) {
  return (
    <div className={classNames(style.state, small && style.small)}>
      {icon && <Icon name={icon} size={small ? 20 : 28} />}
      <strong>{title}</strong>
      {children && <div className={style.words}>{children}</div>}
      {actions && <div className={style.actions}>{actions}</div>}
    </div>
  );
}

/** All is well here, in one quiet line. */
export function Fine({ children }: { readonly children: ReactNode }) {
  return (
    <p className={style.fine}>
      <Icon name="check" />
      {children}
    </p>
  );
}

/** Grey lines where text will be; appears only when it takes longer than a blink. */
export function Loading({ lines = 4, label }: { readonly lines?: number; readonly label?: string }) {
  const { t } = useTranslation('ui');
  return (
    <div className={style.bones} role="status" aria-label={label ?? t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <Bone key={line} width={`${[92, 78, 86, 64][line % 4]}%`} />
      ))}
    </div>
  );
}

export function Bone({ width = '100%', height = 14 }: { readonly width?: string; readonly height?: number }) {
  return <span className={style.bone} style={{ width, height }} />;
}

/** A line over the page about its whole state. */
export function Banner({
  tone,
  children,
}: {
  readonly tone: Extract<Tone, 'warn' | 'bad' | 'none'>;
  readonly children: ReactNode;
}) {
  return (
    <div className={classNames(style.banner, style[tone])} role="status">
      <span className={tone} aria-hidden="true">
        {SHAPES[tone]}
      </span>
      {children}
    </div>
  );
}
