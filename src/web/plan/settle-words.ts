import { useTranslation } from 'react-i18next';
import type { WireProblem } from '#contract/problem.ts';
import { parseDay } from '#core/calendar/day.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { usePeople } from '../app/workspace-context.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import type { Planning } from './use-planning.ts';

const EDITS = {
  'deadline-missing': 'settleDeadline',
  'ignore-unused': 'settleIgnore',
  'pair-undeclared': 'settlePair',
  'ratio-averaged': 'settleRatio',
  'watched-with-target': 'settleWatch',
  'influence-of-part': 'settleInfluence',
  'contributor-is-owner': 'settleContributor',
} as const;

/** What the edit that settles a finding will change, in words, before it is made. [LNT-32] */
export function useSettleWords({ nodeOf }: Planning): (found: WireProblem) => string {
  const { t } = useTranslation('finding');
  const say = useSay();
  const people = usePeople();
  const { lang } = useFigures();
  return ({ code, params }) => {
    const name = (id: unknown) => say(nodeOf(String(id ?? ''))?.name) || String(id ?? '');
    const end = parseDay(String(params.end ?? ''));
    return isSettled(code)
      ? t(EDITS[code], {
          name: name(params.node ?? params.goal),
          partner: name(params.partner),
          to: name(params.to),
          day: end ? formatDay(end, lang) : '',
          rule: String(params.rule ?? ''),
          owner: people.nameOf(String(params.owner ?? '')),
        })
      : t('settleOther');
  };
}

function isSettled(code: string): code is keyof typeof EDITS {
  return Object.hasOwn(EDITS, code);
}
