import { useEffect } from 'react';
import { actingMember } from '../app/acting.ts';
import { ask } from '../app/ask.ts';
import { useStore } from '../ui/store.ts';

/** Notes that the acting member opened the page of a goal or KPI; of a reader nobody knows nothing is noted. [LNT-07] */
export function useSeeingNode(plan: string | undefined, node: string | undefined): void {
  const member = useStore(actingMember);
  useEffect(() => {
    if (plan === undefined || node === undefined || member === '') return;
    void ask('seeNode', { plan, node, body: {} });
  }, [plan, node, member]);
}
