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

/** A person with their name. */
export function Person({ name, nobody }: { readonly name: string | undefined; readonly nobody: string }) {
  return (
    <span className={style.person}>
      <Avatar name={name} />
      <span className={classNames(style.name, !name && 'dim')}>{name ?? nobody}</span>
    </span>
  );
}
