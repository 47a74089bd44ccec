import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Opens a node in the tree, with the whole tree around it; nothing closes what is open. */
export function useShowNode(): (node: string | undefined) => void {
  const navigate = useNavigate();
  return useCallback(
    node =>
      void navigate({
        to: '/plan',
        search: previous => ({ ...previous, node }),
        replace: node === undefined,
        resetScroll: false,
      }),
    [navigate],
  );
}
