import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { formatDay, formatDayRange } from '#core/calendar/format-day.ts';
import { usePlace } from '../app/place.ts';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Section } from '../ui/card.tsx';
import { useLang, useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import { Fine } from '../ui/states.tsx';
import style from './sources.module.css';
import type { NodesOver } from './use-nodes-over.ts';

type Oddity = ResponseOf<Api['home']>['data'][number];

/** What a person should look at: data that are late or odd, and KPIs that nothing measures. */
export function LookAt({ nodes }: { readonly nodes: NodesOver }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const people = usePeople();
  const { plan } = usePlace();
  const home = useAnswer('home', {});
  const odd = home.data?.data ?? [];
  return (
    <div className={style.look}>
      {odd.length > 0 && (
        <Section title={t('lookAt')}>
          <ul className={style.list}>
            {odd.map(oddity => (
              <li key={`${oddity.kind} ${oddity.source.dataset}`}>
                <Link to="/data/dataset/$dataset" params={{ dataset: oddity.source.dataset }} className={style.name}>
                  {say(oddity.source.name)}
                </Link>
                <OddityPill oddity={oddity} />
                <span className="mut">{people.nameOf(oddity.source.owner)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {plan !== undefined && !nodes.isLoading && (
        <Section title={t('kpisWithout')} note={nodes.unmeasured.length > 0 && t('kpisWithoutNote')}>
          {nodes.unmeasured.length === 0 ? (
            <Fine>{t('kpisWithoutNone')}</Fine>
          ) : (
            <ul className={style.list}>
              {nodes.unmeasured.map(({ node, missing }) => (
                <li key={node.id}>
                  <Link to="/progress/kpi/$node" params={{ node: node.id }} className={style.name}>
                    {say(node.name)}
                  </Link>
                  {missing.length > 0 && (
                    <span className="mut">
                      <MissingMetrics ids={missing} />
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
    </div>
  );
}

function MissingMetrics({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const asked = useAnswer('catalogue', {});
  const nameOf = (id: string) => say(asked.data?.metrics.find(metric => metric.id === id)?.name) || id;
  return t('missingMetrics', { names: ids.map(nameOf).join(say({ ja: '、', en: ', ' })) });
}

export function OddityPill({ oddity }: { readonly oddity: Oddity }) {
  const { t } = useTranslation('data');
  const lang = useLang();
  switch (oddity.kind) {
    case 'late': {
      const { daysLate, through } = oddity.source;
      const days = daysLate ?? 0;
      return (
        <Pill tone="warn" plain>
          {through === null ? t('lookNever') : t('lookLate', { count: days, days, day: formatDay(through, lang, 'month-day') })}
        </Pill>
      );
    }
    case 'gap':
      return (
        <Pill tone="warn" plain>
          {t('lookGap', { days: oddity.days.map(range => formatDayRange(range, lang)).join(lang === 'ja' ? '、' : ', ') })}
        </Pill>
      );
    case 'bad-rows':
      return (
        <Link to="/data/imports/$batch" params={{ batch: oddity.batch }}>
          <Pill tone="warn" plain>
            {t('lookBad', { count: oddity.count })}
          </Pill>
        </Link>
      );
  }
}
