import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { BenchmarkCompare } from './benchmark-compare.tsx';
import style from './catalogue.module.css';
import type { Entry } from './entry-page.tsx';
import { useMetricWords } from './metric-words.ts';

/** What is usual, and who says so. */
export function EntryBenchmark({ entry: { metric } }: { readonly entry: Entry }) {
  const { t } = useTranslation('catalogue');
  const say = useSay();
  const { benchmark } = metric;
  return (
    <Section title={t('benchmark')}>
      {benchmark ? (
        <>
          <p className={style.benchmark}>{say(benchmark.text)}</p>
          <p className={style.fine}>
            {t('benchmarkSource', { source: sourceWords(benchmark.source, t('ruleOfThumb'), t('workedExample')) })}
          </p>
          <p className={style.fine}>{t('benchmarkNote')}</p>
          <BenchmarkCompare metric={metric} />
        </>
      ) : (
        <p className="mut">{t('benchmarkNone')}</p>
      )}
    </Section>
  );
}

/** The kind of a source in the reader's language; what follows it is a name. */
function sourceWords(source: string, rule: string, example: string): string {
  if (source.startsWith('rule of thumb')) return rule;
  return source.startsWith('worked example') ? example : source;
}

/** Where tools show it. */
export function EntrySources({ entry: { metric, sources, recordedIn } }: { readonly entry: Entry }) {
  const { t } = useTranslation('catalogue');
  const say = useSay();
  return (
    <Section title={t('sources')}>
      {recordedIn && <p>{say(recordedIn)}</p>}
      {sources.length > 0 ? (
        <dl className={style.tools}>
          {sources.map(({ tool, shown }) => [
            <dt key={`${tool.en} t`}>{say(tool)}</dt>,
            <dd key={`${tool.en} d`}>{say(shown)}</dd>,
          ])}
        </dl>
      ) : (
        !recordedIn && <p className="mut">{t(metric.formula === null ? 'sourcesNone' : 'sourcesComputed')}</p>
      )}
    </Section>
  );
}

/** Why it may stand badly, and what is usually done about that. */
export function EntryCauses({ entry: { causes } }: { readonly entry: Entry }) {
  const { t } = useTranslation('catalogue');
  const say = useSay();
  const { nameOf } = useMetricWords();
  return (
    <Section title={t('causes')}>
      {causes.length === 0 && <p className="mut">{t('causesNone')}</p>}
      <ul className={style.causes}>
        {causes.map(({ id, via, cause, measures }) => (
          <li key={id}>
            <h3>{say(cause)}</h3>
            {via !== null && <p className={style.fine}>{t('causeVia', { metric: nameOf(via) })}</p>}
            <ul>
              {measures.map(({ action, watch }) => (
                <li key={action.en}>
                  <span>{say(action)}</span>
                  <span className={style.watch}>
                    {t('watch')}
                    {say({ ja: '：', en: ': ' })}
                    {watch.map(metric => (
                      <Link key={metric} to="/catalogue/$metric" params={{ metric }}>
                        {nameOf(metric)}
                      </Link>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {causes.length > 0 && (
        <Link to="/initiatives/new" className={buttonClass('plain', true)}>
          {t('propose')}
        </Link>
      )}
    </Section>
  );
}
