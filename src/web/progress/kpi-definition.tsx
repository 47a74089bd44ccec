import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDay } from '#core/calendar/format-day.ts';
import { buttonClass } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useLang, useSay } from '../ui/language.ts';
import { Empty } from '../ui/states.tsx';
import style from './kpi.module.css';
import { type KpiProps, nodeIn } from './kpi-props.ts';
import { useNodeWords } from './node-words.ts';

/** What the number means, what it is made from, and where the data come from. */
export function KpiDefinition({ kpi, view }: KpiProps) {
  const { t } = useTranslation('progress');
  const { t: catalogue } = useTranslation('catalogue');
  const say = useSay();
  const lang = useLang();
  const words = useNodeWords();
  const { node, source, metric } = kpi;
  const [current, ...earlier] = kpi.definitions;
  const formula = words.formula(node, id => say(nodeIn(view, id)?.name) || id);
  const basis = words.basis(kpi.basis);
  const facts: readonly (readonly [string, string])[] = [
    [t('why'), formula.replace(/^= /, '')],
    [t('numerator'), say(current?.numerator)],
    [t('denominator'), say(current?.denominator)],
    [t('measuredBy'), say(current?.measurement)],
    [t('basis'), basis],
    [t('mode'), say(current?.mode)],
    [t('population'), say(node.population)],
    [t('aliases'), [...(metric?.aliases ?? node.aliases)].slice(0, 6).join(say({ ja: '、', en: ', ' }))],
  ];
  return (
    <Section title={t('definition')}>
      <p>{say(node.meaning) || say(metric?.meaning)}</p>
      <dl className={style.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => [<dt key={`${label} t`}>{label}</dt>, <dd key={`${label} d`}>{value}</dd>])}
        {kpi.allocation && kpi.allocation.rules.length > 0 && (
          <>
            <dt>{t('allocation')}</dt>
            <dd>
              {kpi.allocation.rules.map(({ metric: cost, rule }) => (
                <div key={say(cost)}>{say({ ja: `${cost.ja}：${rule.ja}`, en: `${cost.en}: ${rule.en}` })}</div>
              ))}
            </dd>
          </>
        )}
        {current && current.datasets.length > 0 && (
          <>
            <dt>{t('source')}</dt>
            <dd>
              {current.datasets.map(dataset => (
                <div key={dataset.id}>
                  {say(dataset.name)}
                  {dataset.through && (
                    <span className="dim"> {t('through', { day: formatDay(dataset.through, lang, 'month-day') })}</span>
                  )}
                </div>
              ))}
            </dd>
          </>
        )}
      </dl>
      {metric && (
        <Link to="/catalogue/$metric" params={{ metric: metric.id }} className={buttonClass('link')}>
          {catalogue('toEntry')}
        </Link>
      )}
      {source.by === 'none' && (
        <Empty small icon="data" title={t('notMeasured')}>
          {source.missing.length > 0 ? t('notMeasuredMissing', { names: source.missing.join(', ') }) : t('notMeasuredText')}
        </Empty>
      )}
      {earlier.length > 0 && (
        <details>
          <summary className={style.subhead}>{t('earlierDefinitions', { count: earlier.length })}</summary>
          <ul className={style.list}>
            {earlier.map(definition => (
              <li key={definition.since ?? 'first'}>
                <span className="dim">
                  {definition.since ? t('since', { day: formatDay(definition.since, lang) }) : t('atFirst')}
                </span>{' '}
                {say(definition.measurement)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
