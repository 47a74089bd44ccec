import { expect, test } from 'vitest';
import type { Text } from '../text/text.ts';
import { activationTable } from './activation-table.ts';
import { activationText } from './activation-text.ts';
import { channelTable, creditsOf } from './channel-table.ts';
import { channelText } from './channel-text.ts';
import { cohortText } from './cohort-text.ts';
import { cohortTriangle } from './cohort-triangle.ts';
import { flowText } from './flow-text.ts';
import { compareFunnels } from './funnel-comparison.ts';
import { funnelComparisonText } from './funnel-comparison-text.ts';
import { funnelTable, funnelWhatIf } from './funnel-table.ts';
import { funnelText, whatIfText } from './funnel-text.ts';
import { timeText } from './journey-words.ts';
import { repeatRateName, repeatRates } from './repeat-rate.ts';
import { repeatText } from './repeat-text.ts';
import { stageTable } from './stage-table.ts';
import { stageText } from './stage-text.ts';

const DAY = 86_400_000;
const SHOP = named('訪問', 'Visit', '閲覧', 'View', 'カート', 'Cart', '購入', 'Purchase');

test('[ANA-19] [JRN-17] a funnel in words', () => {
  expect(funnelText(funnelTable(row(10_000, 6_000, 900, 360), 5_000), SHOP)).toMatchInlineSnapshot(`
    {
      "en": "Of 10,000 people at "Visit", 360 reached "Purchase" (3.6%, 95% range 3.3–4.0%). Most were lost between "View" and "Cart": 5,100 people of 6,000 (85.0%). Had they gone on like the others, they would have brought ¥10.2M.",
      "ja": "「訪問」をした10,000人のうち、「購入」まで進んだのは360人（3.6%、95%の幅 3.3〜4.0%）です。最も多く離脱したのは「閲覧」から「カート」の間で、6,000人のうち5,100人（85.0%）です。この人たちがほかの人と同じ割合で先へ進んでいれば、1,020万円になっていた計算です。",
    }
  `);
  expect(funnelText(funnelTable(row(0, 0)), SHOP.slice(0, 2))).toMatchInlineSnapshot(`
    {
      "en": "Nobody did "Visit".",
      "ja": "「訪問」をした人はいません。",
    }
  `);
  expect(funnelText(funnelTable(row(1)), SHOP.slice(0, 1))).toMatchInlineSnapshot(`
    {
      "en": "1 person did "Visit".",
      "ja": "「訪問」をした人は1人です。",
    }
  `);
});

test('[ANA-19] [JRN-18] what if in words', () => {
  const better = funnelWhatIf(row(10_000, 6_000, 900, 360), 3, 0.6, 5_000);
  const step = { name: SHOP[3] ?? { ja: '', en: '' }, from: 0.4, to: 0.6 };
  expect(better && whatIfText(better, step)).toMatchInlineSnapshot(`
    {
      "en": "If 60.0% instead of 40.0% went on to "Purchase" and later rates stayed, 540 people would complete (+180, +¥900,000).",
      "ja": "「購入」に進む割合が40.0%から60.0%になり、後の割合が変わらなければ、完了は540人になります（+180人、+900,000円）。",
    }
  `);
});

test('[JRN-19] two funnels in words', () => {
  const sides = { a: { ja: 'PC', en: 'PC' }, b: { ja: 'スマートフォン', en: 'Phone' } };
  expect(funnelComparisonText(compareFunnels(row(80, 48), row(70, 56)), SHOP, sides)).toMatchInlineSnapshot(`
    {
      "en": "They differ most in going on to "View": "PC" 60.0% (48 of 80), "Phone" 80.0% (56 of 70), a difference of +20.0 pts (95% range +5.2 pts to +33.4 pts).",
      "ja": "差が最も大きいのは「閲覧」に進む割合で、「PC」60.0%（80人中48人）に対して「スマートフォン」80.0%（70人中56人）、差は+20.0pt（95%の幅 +5.2pt〜+33.4pt）です。",
    }
  `);
  expect(funnelComparisonText(compareFunnels(row(80, 48), row(70, 43)), SHOP, sides)).toMatchInlineSnapshot(`
    {
      "en": "Between "PC" and "Phone" there is no difference beyond chance.",
      "ja": "「PC」と「スマートフォン」の間に、偶然では説明できない差はありません。",
    }
  `);
  expect(funnelComparisonText(compareFunnels(row(8, 4), row(70, 43)), SHOP, sides)).toMatchInlineSnapshot(`
    {
      "en": "There are too few people (under 30) to compare "PC" with "Phone".",
      "ja": "人数が少ないため（30人未満）、「PC」と「スマートフォン」は比べられません。",
    }
  `);
});

test('[ANA-18] [JRN-24] cohorts in words', () => {
  const answer = {
    cohorts: [
      { people: 100, cells: [cell(100), cell(60), cell(45)] },
      { people: 120, cells: [cell(120), cell(84)] },
      { people: 9, cells: [cell(9)] },
    ],
  };
  expect(cohortText(cohortTriangle(answer, [0, 30, 60, 90], 90), 'month')).toMatchInlineSnapshot(`
    {
      "en": "1 month later, 65.5% came back on average (144 of 220 people, 95% range 59.0–71.4%, over 2 cohorts). 2 months later, 45.0% came back on average (45 of 100 people, 95% range 35.6–54.8%, over 1 cohort).",
      "ja": "1ヶ月後に戻った人は平均65.5%（220人中144人、95%の幅 59.0〜71.4%、2つの期間）です。2ヶ月後に戻った人は平均45.0%（100人中45人、95%の幅 35.6〜54.8%、1つの期間）です。",
    }
  `);
  expect(cohortText(cohortTriangle(answer, [0, 30, 60, 90], 80), 'week')).toMatchInlineSnapshot(`
    {
      "en": "1 week later, 60.0% came back on average (60 of 100 people, 95% range 50.2–69.1%, over 1 cohort). 3 cells are blank because the period is not over.",
      "ja": "1週間後に戻った人は平均60.0%（100人中60人、95%の幅 50.2〜69.1%、1つの期間）です。終わっていない期間の3マスは空欄です。",
    }
  `);
  expect(cohortText(cohortTriangle(answer, [0, 30, 60, 90], 30), 'day')).toMatchInlineSnapshot(`
    {
      "en": "No later period is over yet, so who came back cannot be measured.",
      "ja": "次の期間がまだ終わっていないため、戻った割合はまだ測れません。",
    }
  `);
});

test('[MEA-22] [DES-68] repeat rates in words', () => {
  const name = repeatRateName({ base: 'first', window: 60 * DAY }, 'month');
  const [measured, open, nobody] = repeatRates({
    buckets: [
      { people: 400, again: 140, immature: 12 },
      { people: 0, again: 0, immature: 25 },
      { people: 0, again: 0, immature: 0 },
    ],
  });
  expect(measured && repeatText(measured, name)).toMatchInlineSnapshot(`
    {
      "en": "Repeat rate (first-timers of each month, within 60 days of the first time): 35.0% (140 of 400 people, 95% range 30.5–39.8%). 12 more are left out because the window is still open.",
      "ja": "リピート率（各月の初めての人、初回から60日以内）：35.0%（400人中140人、95%の幅 30.5〜39.8%）です。ほかの12人は期間が終わっていないため、含めていません。",
    }
  `);
  expect(open && repeatText(open, name)).toMatchInlineSnapshot(`
    {
      "en": "Repeat rate (first-timers of each month, within 60 days of the first time): not yet measurable. The window of all 25 people is still open.",
      "ja": "リピート率（各月の初めての人、初回から60日以内）：まだ測れません。25人全員の期間が終わっていません。",
    }
  `);
  expect(nobody && repeatText(nobody, name)).toMatchInlineSnapshot(`
    {
      "en": "Repeat rate (first-timers of each month, within 60 days of the first time): there is nobody to measure.",
      "ja": "リピート率（各月の初めての人、初回から60日以内）：対象の人がいません。",
    }
  `);
});

test('[ANA-20] [JRN-73] stages in words', () => {
  const stages = [
    { reached: 200, here: 90, age: { median: 12 * DAY, p90: 30 * DAY, oldest: 90.4 * DAY }, value: 0 },
    { reached: 60, here: 30, age: { median: DAY, p90: DAY, oldest: DAY }, value: 3_000_000 },
    { reached: 6, here: 0, age: null, value: 0 },
  ];
  expect(stageText(stageTable({ stages }), named('リード', 'Lead', 'MQL', 'MQL', '受注', 'Won'))).toMatchInlineSnapshot(`
    {
      "en": "Of 200 people at "Lead", 6 came to "Won" (3.0%, 95% range 1.4–6.4%). 120 people are on the way, worth ¥3.00M in all. The largest group, 90, is at "Lead": half of them for 12 days or more, the longest for 90.4 days.",
      "ja": "「リード」の200人のうち、「受注」に達したのは6人（3.0%、95%の幅 1.4〜6.4%）です。途中にいるのは120人（金額の合計300万円）です。最も多いのは「リード」の90人で、半数は12日以上とどまり、最も長い人は90.4日です。",
    }
  `);
  expect(stageText(stageTable({ stages: [] }), named('リード', 'Lead'))).toMatchInlineSnapshot(`
    {
      "en": "Nobody entered "Lead".",
      "ja": "「リード」に入った人はいません。",
    }
  `);
});

test('[ANA-40] [JRN-81] activation in words', () => {
  const names = { did: { ja: '主要機能の利用', en: 'Key feature' }, outcome: { ja: '解約', en: 'Cancelled' }, within: 30 * DAY };
  const rows = activationTable({
    immature: 0,
    thresholds: [
      { atLeast: 3, did: { people: 1_000, outcome: 10 }, didNot: { people: 1_000, outcome: 50 } },
      { atLeast: 1, did: { people: 200, outcome: 60 }, didNot: { people: 200, outcome: 20 } },
      { atLeast: 9, did: { people: 12, outcome: 1 }, didNot: { people: 1_988, outcome: 59 } },
    ],
  });
  expect(rows.map(each => activationText(each, names))).toMatchInlineSnapshot(`
    [
      {
        "en": "Of those who did "Key feature" at least 3 times within 30 days, 1.0% had "Cancelled" (10 of 1,000), of the others 5.0% (50 of 1,000). The difference is −4.0 pts (95% range −5.6 pts to −2.6 pts), −80% relative; chance alone makes one as large in less than 0.1% of cases. They may differ in other ways, so this is no proof of a cause.",
        "ja": "「主要機能の利用」を30日以内に3回以上した人の「解約」は1.0%（1,000人中10人）、しなかった人は5.0%（1,000人中50人）です。差は−4.0pt（95%の幅 −5.6pt〜−2.6pt）、比で−80%、偶然だけでこれ以上の差がつく確率は0.1%未満です。もともとの違いによることもあり、原因とは限りません。",
      },
      {
        "en": "Of those who did "Key feature" at least once within 30 days, 30.0% had "Cancelled" (60 of 200), of the others 10.0% (20 of 200). The difference is +20.0 pts (95% range +12.3 pts to +27.5 pts), 3.0 times as many; chance alone makes one as large in less than 0.1% of cases. They may differ in other ways, so this is no proof of a cause.",
        "ja": "「主要機能の利用」を30日以内に1回以上した人の「解約」は30.0%（200人中60人）、しなかった人は10.0%（200人中20人）です。差は+20.0pt（95%の幅 +12.3pt〜+27.5pt）、3.0倍、偶然だけでこれ以上の差がつく確率は0.1%未満です。もともとの違いによることもあり、原因とは限りません。",
      },
      {
        "en": "12 did "Key feature" at least 9 times within 30 days and 1,988 did not; with fewer than 30 on a side they cannot be compared.",
        "ja": "「主要機能の利用」を30日以内に9回以上した人が12人、しなかった人が1,988人で、どちらかが30人に満たないため比べられません。",
      },
    ]
  `);
});

test('[ANA-21] [JRN-47] attribution in words', () => {
  const answer = {
    conversions: 12,
    value: 0,
    untouched: { conversions: 2, value: 0 },
    rows: [credited('Ads', 7, 3), credited('SNS', 3, 7), credited(null, 0, 0)],
  };
  const rows = channelTable({ models: [creditsOf(answer, 0), creditsOf(answer, 1)] });
  expect(channelText(rows, answer)).toMatchInlineSnapshot(`
    {
      "en": "Which channel is credited with the most depends on the model: of the 10 conversions with a touch, "Ads" has 3–7, "SNS" has 3–7. Of 12 conversions 2 had no touch within the lookback.",
      "ja": "貢献が最も大きい経路はモデルによって変わります。接点のある成果10件のうち、「Ads」は3〜7件、「SNS」は3〜7件です。成果12件のうち2件は、さかのぼる期間に接点がありません。",
    }
  `);
  expect(
    channelText(channelTable({ models: [creditsOf(answer, 0)] }), { ...answer, untouched: { conversions: 0, value: 0 } }),
  ).toMatchInlineSnapshot(`
    {
      "en": ""Ads" is credited with the most: 7 of the 12 conversions with a touch.",
      "ja": "貢献が最も大きいのは「Ads」で、接点のある成果12件のうち7件です。",
    }
  `);
  expect(channelText([], { conversions: 0, untouched: { conversions: 0, value: 0 } })).toMatchInlineSnapshot(`
    {
      "en": "There are no conversions.",
      "ja": "対象の成果がありません。",
    }
  `);
});

test('[JRN-85] flows in words', () => {
  const answer = { people: 100, sequences: [{ steps: ['cart', null], people: 40 }], others: 0 };
  expect(flowText(answer, { ja: '訪問', en: 'Visit' }, 'before')).toMatchInlineSnapshot(`
    {
      "en": "Before "Visit" the most frequent is "(not given) → cart": 40 of 100 people (40.0%, 95% range 30.9–49.8%).",
      "ja": "「訪問」の前で最も多いのは「（指定なし） → cart」で、100人中40人（40.0%、95%の幅 30.9〜49.8%）です。",
    }
  `);
  expect(
    flowText({ ...answer, sequences: [{ steps: [], people: 40 }] }, { ja: '訪問', en: 'Visit' }, 'after'),
  ).toMatchInlineSnapshot(`
    {
      "en": "After "Visit" most often nothing was done: 40 of 100 people (40.0%, 95% range 30.9–49.8%).",
      "ja": "「訪問」の後に何もしていない人が最も多く、100人中40人（40.0%、95%の幅 30.9〜49.8%）です。",
    }
  `);
  expect(flowText({ people: 0, sequences: [], others: 0 }, { ja: '訪問', en: 'Visit' }, 'after')).toMatchInlineSnapshot(`
    {
      "en": "Nobody did "Visit".",
      "ja": "「訪問」をした人はいません。",
    }
  `);
});

test('[JRN-16] times in the unit that reads best', () => {
  expect([0, 500, 90_000, 5_400_000, DAY, 12.34 * DAY].map(ms => timeText(ms, 'en'))).toEqual([
    '0 seconds',
    '0.5 seconds',
    '1.5 minutes',
    '1.5 hours',
    '1 day',
    '12.3 days',
  ]);
});

function named(...words: readonly string[]): readonly Text[] {
  return words.flatMap((ja, index) => (index % 2 === 0 ? [{ ja, en: words[index + 1] ?? '' }] : []));
}

function row(...reached: readonly number[]) {
  return { reached, times: reached.slice(1).map(() => null) };
}

function cell(people: number) {
  return { people, events: people, value: 0 };
}

function credited(channel: string | null, ...conversions: readonly number[]) {
  return { slice: [channel], touches: 1, credits: conversions.map(count => ({ conversions: count, value: 0 })) };
}
