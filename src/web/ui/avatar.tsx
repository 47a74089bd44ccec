import { initials } from '#core/share/initials.ts';
import style from './avatar.module.css';
import { classNames } from './class-names.ts';

/** A person as a letter in a circle; the name is given beside it or on hover. */
export function Avatar({ name, large }: { readonly name: string | undefined; readonly large?: boolean }) {
  return (
    <span className={classNames(style.avatar, large && style.large, !name && style.nobody)} title={name} aria-hidden="true">
      {name ? initials(name) : '?'}
    </span>
  );
}
