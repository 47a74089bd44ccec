import { remembered } from './remembered.ts';
import { createStore, type Store } from './store.ts';

/** `system` follows the operating system. */
export type ThemeChoice = 'system' | 'light' | 'dark';

export const themeChoice = remembered<ThemeChoice>('rashin.theme', text =>
  text === 'light' || text === 'dark' ? text : 'system',
);

/** What is shown now; charts read their colours again when it changes. */
export const shownTheme: Store<'light' | 'dark'> = createStore<'light' | 'dark'>('light');

/** Keeps the page in the chosen theme, also when the operating system's changes. */
export function followTheme(): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const choice = themeChoice.get();
    const shown = choice === 'system' ? (system.matches ? 'dark' : 'light') : choice;
    document.documentElement.dataset.theme = shown;
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', shown === 'dark' ? '#0f1317' : '#f7f6f3');
    shownTheme.set(shown);
  };
  system.addEventListener('change', apply);
  themeChoice.subscribe(apply);
  apply();
}
