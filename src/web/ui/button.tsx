import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import style from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `main`: the one thing most people come for. `quiet`: without a frame. `link`: a word in a text. */
  readonly look?: 'plain' | 'main' | 'quiet' | 'link';
  readonly small?: boolean;
  readonly danger?: boolean;
  readonly icon?: IconName;
  /** Work is under way: it cannot be pressed again. */
  readonly busy?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children?: ReactNode;
}

export function Button({ look = 'plain', small, danger, icon, busy, children, className, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={classNames(buttonClass(look, small), danger && style.danger, busy && style.busy, className)}
    >
      {icon && <Icon name={icon} size={small ? 14 : 16} />}
      {children}
    </button>
  );
}

/** A button that shows only a drawing; its name is spoken and shown on hover. */
export function IconButton({
  name,
  icon,
  small,
  className,
  look = 'quiet',
  ...rest
}: Omit<ButtonProps, 'children'> & { readonly name: string; readonly icon: IconName }) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={name}
      title={name}
      className={classNames(buttonClass(look, small), style.icon, className)}
    >
      <Icon name={icon} size={small ? 15 : 18} />
    </button>
  );
}

/** The same look for links that act like buttons. */
export function buttonClass(look: NonNullable<ButtonProps['look']> = 'plain', small?: boolean): string {
  return look === 'link'
    ? (style.link ?? '')
    : classNames(style.button, look === 'main' && style.main, look === 'quiet' && style.quiet, small && style.small);
}
