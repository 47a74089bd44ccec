import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../app/error-state.tsx';
import page from '../app/page.module.css';
import { Page } from '../app/page.tsx';
import { usePlace } from '../app/place.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Card } from '../ui/card.tsx';
import { Loading } from '../ui/states.tsx';
import { emptyInitiative, fieldsOf } from './initiative-fields.ts';
import { InitiativeForm } from './initiative-form.tsx';

export function NewInitiativePage() {
  const { t } = useTranslation('act');
  const navigate = useNavigate();
  const { plan } = usePlace();
  const { node } = useSearch({ from: '/initiatives/new' });
  return (
    <Page title={t('newTitle')} crumb={<Crumb />}>
      <InitiativeForm
        key={`${plan} ${node}`}
        start={emptyInitiative(node)}
        onSaved={id => void navigate({ to: '/initiatives/$initiative', params: { initiative: id } })}
        onCancel={() => void navigate({ to: '/initiatives' })}
      />
    </Page>
  );
}

export function EditInitiativePage() {
  const { t } = useTranslation('act');
  const navigate = useNavigate();
  const { initiative: id } = useParams({ from: '/initiatives/$initiative/edit' });
  const asked = useAnswer('readInitiative', { initiative: id });
  const found = asked.data?.initiative;
  const back = () => void navigate({ to: '/initiatives/$initiative', params: { initiative: id } });
  return (
    <Page title={t('editTitle')} crumb={<Crumb />}>
      {found ? (
        <InitiativeForm key={found.revision} start={fieldsOf(found)} existing={found} onSaved={back} onCancel={back} />
      ) : (
        <Card>
          {asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading lines={8} />}
        </Card>
      )}
    </Page>
  );
}

function Crumb() {
  const { t } = useTranslation('act');
  return (
    <Link to="/initiatives" className={page.crumb}>
      {t('title')}
    </Link>
  );
}
