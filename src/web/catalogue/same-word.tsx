import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MetricEntry } from '#contract/catalogue.ts';
import type { Text } from '#core/text/text.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { Tag } from '../ui/pill.tsx';
import style from './catalogue.module.css';
import { FormulaLinks } from './formula-links.tsx';
import { useMetricWords } from './metric-words.ts';

/** The metrics that share a word, side by side: what each divides by what. */
export function SameWord({
  homonym,
  current,
}: {
  readonly homonym: { readonly word: string; readonly metrics: readonly string[]; readonly because: Text };
  readonly current?: string;
}) {
  const { t } = useTranslation('catalogue');
  const say = useSay();
  const words = useMetricWords();
  const all = useAnswer('catalogue', {}).data?.metrics ?? [];
  const metrics = homonym.metrics.flatMap(id => all.find(metric => metric.id === id) ?? []);
  return (
    <Section title={t('sameWord', { word: homonym.word })}>
      <p className={style.because}>{say(homonym.because)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={style.scroll} tabIndex={0} aria-label={t('sameWord', { word: homonym.word })}>
        <table className={style.same}>
          <thead>
            <tr>
              <td />
              {metrics.map(metric => (
                <th key={metric.id} scope="col">
                  <Link to="/catalogue/$metric" params={{ metric: metric.id }} aria-current={metric.id === current || undefined}>
                    {say(metric.name)}
                  </Link>
                  {metric.id === current && <Tag>{t('thisOne')}</Tag>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('formula')}</th>
              {metrics.map(({ id, formula }) => (
                <td key={id}>{formula === null ? '—' : <FormulaLinks text={formula} plain />}</td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('denominator')}</th>
              {metrics.map(metric => (
                <td key={metric.id}>{words.thing(denominatorOf(metric)) || '—'}</td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('definition')}</th>
              {metrics.map(({ id, meaning }) => (
                <td key={id}>{say(meaning)}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
    </Section>
  );
}

/** What a rate or a price is divided by. */
export function denominatorOf({ unit }: MetricEntry): string | undefined {
  switch (unit.kind) {
    case 'ratio':
      return unit.over;
    case 'money':
    case 'count':
      return unit.per;
    case 'duration':
    case 'score':
    case 'rank':
    case 'multiple':
      return undefined;
  }
}
