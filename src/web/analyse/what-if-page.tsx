import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AskInput } from '../app/ask.ts';
import { ErrorState } from '../app/error-state.tsx';
import { usePlace } from '../app/place.ts';
import type { Stands } from '../app/standing-page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { Card } from '../ui/card.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import { QuestionPage } from './question-page.tsx';
import { WhatIfDesk } from './what-if-desk.tsx';

/** What would the goals be if drivers were different? */
export function WhatIfPage() {
  const { t } = useTranslation('analyse');
  return <QuestionPage title={t('whatIfTitle')}>{stands => <WhatIf stands={stands} />}</QuestionPage>;
}

function WhatIf({ stands }: { readonly stands: Stands }) {
  const { t } = useTranslation('analyse');
  const { node: wanted, base = 'plan' } = useSearch({ from: '/analysis/what-if' });
  const { to } = usePlace();
  const { nodes, id: plan } = stands.view;
  const node = nodes.find(({ id, equals }) => id === wanted && equals) ?? nodes.find(({ role }) => role === 'goal');
  const body: AskInput<'whatIf'>['body'] = {
    base,
    ...(to ? { to } : {}),
    elasticities: node ? [node.id] : [],
    ...(node ? { tornado: { node: node.id } } : {}),
  };
  const asked = useAnswer('whatIf', { plan, body }, { when: node !== undefined, keep: true });
  if (!node) {
    return (
      <Card>
        <Empty icon="target" title={t('noGoal')} />
      </Card>
    );
  }
  return asked.data && !asked.error ? (
    <WhatIfDesk answer={asked.data} node={node} stands={stands} />
  ) : (
    <Card>
      {asked.error ? (
        <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
      ) : (
        <Loading lines={8} label={t('working')} />
      )}
    </Card>
  );
}
