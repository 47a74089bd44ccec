import type { Day } from '#core/calendar/day.ts';
import { day } from '../demo-days.ts';

export interface DemoToDo {
  readonly title: string;
  readonly note: string;
  readonly owner: string;
  readonly due: Day;
  /** Who wrote it down, and when. */
  readonly by: string;
  readonly on: Day;
  readonly done: Day | null;
}

/** Small tasks: some done, one overdue, some due around the next meeting. */
export const TO_DOS: readonly DemoToDo[] = [
  {
    title: '9月のSQLの差し戻し理由を一覧にする',
    note: 'スコア45〜59点と60点以上に分ける',
    owner: 'inside-sales/takahashi',
    due: day('2026-10-16'),
    by: 'marketing/tanaka',
    on: day('2026-10-05'),
    done: day('2026-10-15'),
  },
  {
    title: 'Meta広告の配信対象を従業員300名以上に絞る',
    note: '',
    owner: 'marketing/ito',
    due: day('2026-10-20'),
    by: 'marketing/tanaka',
    on: day('2026-10-05'),
    done: day('2026-10-19'),
  },
  {
    title: '導入効果の試算シートを全員に配る',
    note: '使い方の説明を15分、月曜の朝会で行う',
    owner: 'sales/suzuki',
    due: day('2026-11-13'),
    by: 'sales/sato',
    on: day('2026-11-02'),
    done: day('2026-11-12'),
  },
  {
    title: '10月の商談設定率の要因を書く',
    note: '9月末のSQLの商談が10月にずれた影響を分けて書く',
    owner: 'inside-sales/takahashi',
    due: day('2026-11-18'),
    by: 'marketing/tanaka',
    on: day('2026-11-09'),
    done: null,
  },
  {
    title: 'MQL判定基準の見直し後の2週間の数字をまとめる',
    note: '11月24日の定例で確認する',
    owner: 'marketing/tanaka',
    due: day('2026-11-24'),
    by: 'sales/sato',
    on: day('2026-11-16'),
    done: null,
  },
  {
    title: '大型案件2件の決裁日程を顧客に確認する',
    note: '',
    owner: 'sales/sato',
    due: day('2026-11-24'),
    by: 'sales/sato',
    on: day('2026-11-16'),
    done: null,
  },
  {
    title: 'ターゲット企業300社のリストを確定する',
    note: '営業の担当割りもあわせて決める',
    owner: 'marketing/ito',
    due: day('2026-11-27'),
    by: 'marketing/tanaka',
    on: day('2026-11-16'),
    done: null,
  },
  {
    title: '12月の広告費を前倒しするか決める',
    note: '3月末までに受注になるのは12月までのリード',
    owner: 'marketing/tanaka',
    due: day('2026-12-01'),
    by: 'management/minato',
    on: day('2026-11-16'),
    done: null,
  },
];
