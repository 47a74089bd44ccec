import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 600px)';

/** How many units wide a drawing is made, so that its words stay readable on a phone. */
export function usePictureWidth(small = false): number {
  const isNarrow = useSyncExternalStore(
    change => {
      const query = matchMedia(NARROW);
      query.addEventListener('change', change);
      return () => query.removeEventListener('change', change);
    },
    () => matchMedia(NARROW).matches,
  );
  if (isNarrow) return 420;
  return small ? 560 : 900;
}
