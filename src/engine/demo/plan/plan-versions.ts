import type { Day } from '#core/calendar/day.ts';
import type { Text } from '#core/text/text.ts';
import { day } from '../demo-days.ts';
import { MEDIUM_NAMES } from '../file/agency-file.ts';
import { planSheet } from './plan-sheet.ts';
import { planYaml } from './plan-text.ts';

/** A version of the demo's plan, as it was published. */
export interface DemoVersion {
  readonly name: Text;
  readonly yaml: string;
  readonly sheet: string;
  readonly reason: string;
  readonly author: string;
  /** The day it was published, and the first day it holds. */
  readonly published: Day;
  readonly holdsFrom: Day;
}

/** Slow in May (long holidays) and August (Obon), as the years before. */
const LEADS = [190, 180, 210, 210, 185, 210, 220, 200, 195, 190, 200, 210] as const;

export const ORIGINAL: DemoVersion = {
  name: { ja: '期初計画', en: 'Original plan' },
  yaml: planYaml({ sqlRateContributors: ['sales/sato'], note: '2026年3月25日の経営会議で承認' }),
  sheet: planSheet({
    revenue: [2100, 2200, 2450, 2500, 2450, 2650, 2750, 2400, 2500, 2500, 2600, 2900],
    leads: LEADS,
    budget: [
      { medium: MEDIUM_NAMES.google, months: [45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45] },
      { medium: MEDIUM_NAMES.yahoo, months: [15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15] },
      { medium: MEDIUM_NAMES.meta, months: [20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20] },
    ],
  }),
  reason: '2026年度の期初計画として公開します。検算では目標を3,500万円上回ります。この余裕は、大型案件の遅れに備えて残します。',
  author: 'marketing/tanaka',
  published: day('2026-03-27'),
  holdsFrom: day('2026-04-01'),
};

export const REVISED: DemoVersion = {
  name: { ja: '修正計画', en: 'Revised plan' },
  yaml: planYaml({
    sqlRateContributors: ['sales/sato', 'inside-sales/takahashi'],
    note: '2026年9月7日の月次定例で見直し。SQL率は営業・インサイドセールスと共同で確認する',
  }),
  sheet: planSheet({
    revenue: [2100, 2200, 2450, 2500, 2450, 2600, 2720, 2380, 2500, 2550, 2650, 2900],
    leads: LEADS,
    budget: [
      { medium: MEDIUM_NAMES.google, months: [45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45] },
      { medium: MEDIUM_NAMES.yahoo, months: [15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15] },
      { medium: MEDIUM_NAMES.meta, months: [20, 20, 20, 20, 20, 20, 30, 30, 30, 30, 30, 30] },
    ],
  }),
  reason:
    '8月のMQL判定基準の見直し後、リード数とMQL数は増えましたがSQL率が下がっています。売上の月別配分を年明けに寄せ、Meta広告の予算を10月から月10万円増やします。SQL率は営業・インサイドセールスと共同で確認します。年間目標の3億円は変えません。',
  author: 'marketing/tanaka',
  published: day('2026-09-07'),
  holdsFrom: day('2026-09-01'),
};
