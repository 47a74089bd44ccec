import type { PlanView } from '#contract/plan-view.ts';
import { usePlace } from '../app/place.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useSay } from '../ui/language.ts';
import { ThreatSection } from './threat-section.tsx';
import { threatsOf } from './threats-of.ts';

/** What shows early about a KPI, on its page; nothing where all is well or nothing can be told. */
export function LeadingNotice({ view, node }: { readonly view: PlanView; readonly node: string }) {
  const say = useSay();
  const { to } = usePlace();
  const asked = useAnswer('landing', { plan: view.id, ...(to ? { to } : {}) }, { keep: true });
  return (
    <ThreatSection
      threats={asked.data ? threatsOf(asked.data, id => id === node) : []}
      warned={({ warning }) => (
        <span>
          {say(warning.sentence)} {say(warning.shows?.sentence)}
        </span>
      )}
    />
  );
}
