import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MetricEntry } from '#contract/catalogue.ts';
import style from './channel-stages.module.css';
import { DOMAINS } from './domain-labels.ts';

const STAGES = ['awareness', 'interest', 'consideration', 'conversion', 'retention', 'advocacy', 'outcome'] as const;

export interface ChannelStagesProps {
  readonly metrics: readonly MetricEntry[];
  /** Ids of the metrics the plan uses. */
  readonly inPlan: ReadonlySet<string>;
}

/** Fields by stages: how many metrics there are to choose from, and how many the plan has. Each cell leads to its metrics. [CAT-S4] */
export function ChannelStages({ metrics, inPlan }: ChannelStagesProps) {
  const { t } = useTranslation('catalogue');
  const { t: domain } = useTranslation('domain');
  return (
    <details className={style.grid}>
      <summary>{t('grid')}</summary>
      <p className={style.note}>{t('gridNote')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={style.scroll} tabIndex={0} aria-label={t('grid')}>
        <table>
          <thead>
            <tr>
              <td />
              {STAGES.map(stage => (
                <th key={stage} scope="col">
                  {t(stage)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {DOMAINS.map(field => (
              <tr key={field}>
                <th scope="row">{domain(field)}</th>
                {STAGES.map(stage => {
                  const here = metrics.filter(metric => metric.stage === stage && metric.domains.includes(field));
                  const used = here.filter(({ id }) => inPlan.has(id)).length;
                  return (
                    <td key={stage} className={used > 0 ? style.used : undefined}>
                      {here.length > 0 && (
                        <Link
                          to="/catalogue"
                          search={{ domain: field, stage }}
                          resetScroll={false}
                          aria-label={t('gridCell', { field: domain(field), stage: t(stage), count: here.length, used })}
                        >
                          {used > 0 ? `${used} / ${here.length}` : here.length}
                        </Link>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
