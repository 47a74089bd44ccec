import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ExplainAnswer } from '#contract/explain.ts';
import type { NodeView, PlanView } from '#contract/plan-view.ts';
import { formatDayRange } from '#core/calendar/format-day.ts';
import { ErrorState } from '../app/error-state.tsx';
import { usePlace } from '../app/place.ts';
import { useAnswer } from '../app/use-answer.ts';
import { buttonClass } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { Fine, Loading } from '../ui/states.tsx';
import { Waterfall } from '../ui/waterfall.tsx';
import { difference, explainedMeasure, useWaterfall } from './explained.ts';
import { periodTo } from './why-choices.ts';

/** What made a node's actual value differ from its plan; nothing for a node without a formula. */
export function VarianceCard({
  view,
  node,
  title,
}: {
  readonly view: PlanView;
  readonly node: NodeView;
  /** Of the card; the usual one when absent. */
  readonly title?: string;
}) {
  const { t } = useTranslation('analyse');
  const { to } = usePlace();
  const has = node.equals !== null;
  const input = { plan: view.id, node: node.id, ...periodTo(node, to, view) };
  const asked = useAnswer('explain', input, { when: has, keep: true });
  if (!has) return null;
  const own = asked.data?.node === node.id ? asked.data : undefined;
  return own ? (
    <Explained answer={own} node={node} title={title ?? t('planVariance')} />
  ) : (
    <Section title={title ?? t('planVariance')}>
      {asked.error ? (
        <ErrorState small error={asked.error} onRetry={() => void asked.refetch()} />
      ) : (
        <Loading lines={6} label={t('working')} />
      )}
    </Section>
  );
}

function Explained({ answer, node, title }: { readonly answer: ExplainAnswer; readonly node: NodeView; readonly title: string }) {
  const { t } = useTranslation('analyse');
  const figures = useFigures();
  const { axisNote, ...picture } = useWaterfall(answer, node);
  const days = formatDayRange(answer.after.range, figures.lang);
  const sum = t('sumMatches', { change: difference(figures, answer.change, explainedMeasure(answer, node)) });
  return (
    <Section
      title={title}
      note={[days, axisNote, sum].filter(Boolean).join(figures.lang === 'ja' ? '・' : ' · ')}
      tools={
        <Link to="/analysis/why" search={{ node: node.id }} className={buttonClass('quiet', true)}>
          {t('seeWhy')}
        </Link>
      }
    >
      {answer.factors.length === 0 || answer.change === 0 ? <Fine>{t('noDifference')}</Fine> : <Waterfall {...picture} />}
    </Section>
  );
}
