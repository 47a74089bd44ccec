import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/class-names.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import style from './rail.module.css';

interface Stop {
  readonly key: 'home' | 'progress' | 'analyse' | 'act' | 'plan' | 'data';
  readonly to: '/' | '/progress' | '/analysis' | '/initiatives' | '/plan' | '/data';
  /** On a phone it is behind "more". */
  readonly isSecond: boolean;
}

export const STOPS: readonly Stop[] = [
  { key: 'home', to: '/', isSecond: false },
  { key: 'progress', to: '/progress', isSecond: false },
  { key: 'analyse', to: '/analysis', isSecond: true },
  { key: 'act', to: '/initiatives', isSecond: false },
  { key: 'plan', to: '/plan', isSecond: false },
  { key: 'data', to: '/data', isSecond: false },
];

/** The places of the product: a column at the left, a bar of tabs at the bottom of a phone. */
export function Rail() {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const isIn = (to: Stop['to']) => (to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`));
  const second = STOPS.filter(({ isSecond }) => isSecond);
  return (
    <nav className={style.rail} aria-label={t('places')}>
      <Link to="/" className={style.mark} aria-label={`${t('product')} ${t('home')}`}>
        <Mark />
      </Link>
      {STOPS.map(({ key, to, isSecond }) => (
        <Link
          key={key}
          to={to}
          className={classNames(style.item, isSecond && style.second)}
          aria-current={isIn(to) ? 'page' : undefined}
        >
          <Icon name={key satisfies IconName} size={20} />
          {t(key)}
        </Link>
      ))}
      {second.length > 0 && (
        <span className={style.more}>
          <Menu
            label={t('more')}
            align="end"
            entries={second.map(({ key, to }) => ({
              id: key,
              label: t(key),
              icon: key,
              onSelect: () => void navigate({ to }),
            }))}
          >
            {trigger => (
              <button
                type="button"
                {...trigger}
                className={style.item}
                aria-current={second.some(({ to }) => isIn(to)) ? 'true' : undefined}
              >
                <Icon name="more" size={20} />
                {t('more')}
              </button>
            )}
          </Menu>
        </span>
      )}
    </nav>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 34 34" width={34} height={34} aria-hidden="true">
      <circle cx={17} cy={17} r={14} fill="none" stroke="var(--line-strong)" strokeWidth={1.5} />
      <path d="M17 5l4.2 12h-8.4z" fill="var(--ai)" />
      <path d="M17 29l4.2-12h-8.4z" fill="var(--line-strong)" />
    </svg>
  );
}
