import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { useSay } from '../ui/language.ts';
import { shareText } from './lights-text.ts';

type Support = NodeView['supports'][number];

export const EVIDENCE_LABELS = {
  none: 'evidenceNone',
  opinion: 'evidenceOpinion',
  correlation: 'evidenceCorrelation',
  experiment: 'evidenceExperiment',
} as const satisfies Readonly<Record<Support['evidence'], string>>;

export const BELIEF_LABELS = {
  weak: 'beliefWeak',
  moderate: 'beliefModerate',
  strong: 'beliefStrong',
} as const satisfies Readonly<Record<NonNullable<Support['belief']>, string>>;

/** Stated influences that differ between two states, in words: only of what differs. */
export function useSupportWords(nameOf: (id: string) => string) {
  const { t } = useTranslation('design');
  const say = useSay();
  const words = (support: Support, other: Support | undefined): string => {
    const { to, sign, because, evidence, belief, rate, lag, findings } = support;
    const differs = (key: keyof Support) => JSON.stringify(support[key]) !== JSON.stringify(other?.[key]);
    const parts = [
      ...(differs('because') && because ? [say(because)] : []),
      ...(differs('evidence') ? [`${t('evidence')}: ${t(EVIDENCE_LABELS[evidence])}`] : []),
      ...(differs('belief') ? [`${t('belief')}: ${t(belief ? BELIEF_LABELS[belief] : 'beliefNone')}`] : []),
      ...(differs('rate') && rate !== null ? [`${t('linkRate')}: ${shareText(rate)}`] : []),
      ...(differs('lag') && lag ? [`${t('linkLag')}: ${lag.text}`] : []),
      ...(differs('findings') ? findings.map(({ says }) => say(says)) : []),
    ];
    const what = t(sign === '+' ? 'influenceUp' : 'influenceDown', { name: nameOf(to) });
    return parts.length > 0 ? `${what}${say({ ja: '（', en: ' (' })}${parts.join(' · ')}${say({ ja: '）', en: ')' })}` : what;
  };
  return (before: readonly Support[], after: readonly Support[]): { readonly before: string; readonly after: string } => {
    const side = (own: readonly Support[], others: readonly Support[]) =>
      own
        .flatMap(support => {
          const other = others.find(({ to }) => to === support.to);
          return JSON.stringify(other) === JSON.stringify(support) ? [] : [words(support, other)];
        })
        .join(say({ ja: '、', en: ', ' }));
    return { before: side(before, after), after: side(after, before) };
  };
}
