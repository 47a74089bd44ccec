import type { MetricEntry } from '#contract/catalogue.ts';
import type { Text } from '#core/text/text.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useLang, useSay } from '../ui/language.ts';

/** Names of metrics and counted things, and how a unit is said. */
export interface MetricWords {
  nameOf(metric: string): string;
  thing(id: string | undefined): string;
  /** 件（リード）, %（MQL ÷ リード）, 円（注文1件あたり） */
  unit(metric: MetricEntry): string;
}

const DURATIONS: Readonly<Record<string, Text>> = {
  seconds: { ja: '秒', en: 'seconds' },
  minutes: { ja: '分', en: 'minutes' },
  hours: { ja: '時間', en: 'hours' },
  days: { ja: '日', en: 'days' },
  'business-days': { ja: '営業日', en: 'business days' },
  weeks: { ja: '週', en: 'weeks' },
  months: { ja: 'か月', en: 'months' },
  years: { ja: '年', en: 'years' },
};

export function useMetricWords(): MetricWords {
  const say = useSay();
  const lang = useLang();
  const catalogue = useAnswer('catalogue', {}).data;
  const things = new Map(catalogue?.things.map(one => [one.id, one]));
  const names = new Map(catalogue?.metrics.map(one => [one.id, one.name]));
  const thing = (id: string | undefined) =>
    id === undefined ? '' : id === 'money' ? moneyWord(lang) : say(things.get(id)?.name) || id;
  return {
    nameOf: id => say(names.get(id)) || id,
    thing,
    unit: metric => {
      const { unit } = metric;
      switch (unit.kind) {
        case 'count': {
          const counter = unit.of === undefined ? '' : (things.get(unit.of)?.counter ?? '');
          const of = thing(unit.of);
          const per = unit.per === undefined ? '' : say({ ja: `、${thing(unit.per)}1つあたり`, en: `, per ${thing(unit.per)}` });
          // What nobody has said to count is a number, with nothing in brackets behind it.
          if (of === '') return say({ ja: `数${per}`, en: `a number${per}` });
          return lang === 'ja' ? `${counter}（${of}${per}）` : `count of ${of}${per}`;
        }
        case 'ratio':
          return '%';
        case 'money':
          return unit.per === undefined
            ? moneyWord(lang)
            : say({ ja: `${moneyWord('ja')}（${thing(unit.per)}1つあたり）`, en: `${moneyWord('en')} per ${thing(unit.per)}` });
        case 'duration':
          return say(DURATIONS[unit.in]);
        case 'score':
          return say({ ja: `${unit.min}〜${unit.max}点`, en: `score, ${unit.min} to ${unit.max}` });
        case 'rank':
          return say({ ja: '順位（1位が最良）', en: 'rank, 1 is best' });
        case 'multiple':
          return say({ ja: '倍', en: 'times' });
      }
    },
  };
}

function moneyWord(lang: 'ja' | 'en'): string {
  return lang === 'ja' ? '金額' : 'money';
}
