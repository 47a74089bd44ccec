import { createStore, type Store } from './store.ts';

/** A choice that this browser remembers; where nothing can be kept (private windows) it lives as long as the page. */
export function remembered<T extends string>(key: string, read: (text: string | null) => T): Store<T> {
  const store = createStore(read(readKey(key)));
  return {
    ...store,
    set: value => {
      writeKey(key, value);
      store.set(value);
    },
  };
}

function readKey(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function writeKey(key: string, value: string): void {
  try {
    if (value === '') localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage is switched off: the choice holds for this page only.
  }
}
