import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../app/error-state.tsx';
import pageStyle from '../app/page.module.css';
import { Page } from '../app/page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { Card } from '../ui/card.tsx';
import { Select } from '../ui/field.tsx';
import { Loading } from '../ui/states.tsx';
import style from './definitions.module.css';
import { MappingDesk } from './mapping-desk.tsx';
import { MetricsDesk } from './metrics-desk.tsx';

const NEW = '+';

/** The texts behind the data, for those who write them: metrics.yaml and the mappings. */
export function DefinitionsPage() {
  const { t } = useTranslation('data');
  const navigate = useNavigate();
  const { mapping } = useSearch({ from: '/data/definitions' });
  const definitions = useAnswer('definitions', {});
  const mappings = useAnswer('mappings', {});
  const stored = mappings.data?.mappings ?? [];
  const chosen = stored.find(({ name }) => name === mapping);
  const choose = (name: string) =>
    void navigate({ to: '/data/definitions', search: previous => ({ ...previous, mapping: name === '' ? undefined : name }) });
  const error = definitions.error ?? mappings.error;
  return (
    <Page
      title={t('definitionsTitle')}
      crumb={
        <Link to="/data" className={pageStyle.crumb}>
          {t('sources')} ›
        </Link>
      }
    >
      <div className={style.bar}>
        <Select
          small
          aria-label={t('whichText')}
          value={mapping ?? ''}
          options={[
            { value: '', label: t('metricsYaml') },
            ...stored.map(({ name }) => ({ value: name, label: t('mappingYaml', { name }) })),
            { value: NEW, label: t('newMapping') },
          ]}
          onChange={event => choose(event.target.value)}
        />
      </div>
      {!definitions.data || !mappings.data ? (
        <Card>{error ? <ErrorState error={error} onRetry={() => void definitions.refetch()} /> : <Loading lines={10} />}</Card>
      ) : mapping === undefined ? (
        <MetricsDesk key={definitions.data.number} stored={definitions.data} />
      ) : (
        <MappingDesk key={`${mapping} ${chosen?.number ?? 0}`} stored={chosen} onStored={choose} />
      )}
    </Page>
  );
}
