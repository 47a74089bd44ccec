import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { ErrorState } from '../app/error-state.tsx';
import { usePlace } from '../app/place.ts';
import type { Stands } from '../app/standing-page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { Card } from '../ui/card.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import style from './analyse.module.css';
import { QuestionPage } from './question-page.tsx';
import { WhyAnswer } from './why-answer.tsx';
import { periodTo } from './why-choices.ts';
import { WhyForm } from './why-form.tsx';

/** Why is a number what it is, and not what it was or was meant to be? */
export function WhyPage() {
  const { t } = useTranslation('analyse');
  return <QuestionPage title={t('whyTitle')}>{stands => <Why stands={stands} />}</QuestionPage>;
}

function Why({ stands }: { readonly stands: Stands }) {
  const { t } = useTranslation('analyse');
  const { node: wanted } = useSearch({ from: '/analysis/why' });
  const { nodes } = stands.view;
  const node = nodes.find(({ id }) => id === wanted) ?? nodes.find(({ role }) => role === 'goal');
  return node ? (
    <WhyOf key={node.id} node={node} stands={stands} />
  ) : (
    <Card>
      <Empty icon="target" title={t('noGoal')} />
    </Card>
  );
}

function WhyOf({ node, stands }: { readonly node: NodeView; readonly stands: Stands }) {
  const { t } = useTranslation('analyse');
  const search = useSearch({ from: '/analysis/why' });
  const { to } = usePlace();
  const { view } = stands;
  const isForecast = search.from === 'forecast';
  const period = isForecast ? undefined : (search.period ?? periodTo(node, to, view).period);
  const asked = useAnswer(
    'explain',
    {
      plan: view.id,
      node: node.id,
      ...(search.from ? { from: search.from } : {}),
      ...(search.against ? { against: search.against } : {}),
      ...(period ? { period } : {}),
      ...(search.by && !isForecast ? { by: search.by } : {}),
      ...(search.method ? { method: search.method } : {}),
    },
    { keep: true },
  );
  return (
    <>
      <Card>
        <WhyForm node={node} stands={stands} />
      </Card>
      {asked.error ? (
        <Card>
          <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
        </Card>
      ) : asked.data ? (
        <div className={asked.isPlaceholderData ? style.busy : undefined} aria-busy={asked.isPlaceholderData}>
          <WhyAnswer answer={asked.data} node={node} stands={stands} />
        </div>
      ) : (
        <Card>
          <Loading lines={8} label={t('working')} />
        </Card>
      )}
    </>
  );
}
