import { day, dimension, firm, mail, moment, person } from '../column-definition.ts';
import type { Preset, PresetColumn } from '../preset.ts';

const company: readonly PresetColumn[] = [
  firm('company', '会社名', 'Company', [
    '会社',
    '企業名',
    '勤務先',
    '貴社名',
    '所属',
    '所属企業名',
    'Company name',
    'Organization',
  ]),
  dimension('department', '部署名', 'Department', ['部署', '部門']),
  dimension('job-title', '役職', 'Job title', ['役職名', 'Title', 'Position']),
  dimension('industry', '業種', 'Industry', ['業界', '職種・業種']),
  dimension('job', '職種', 'Job function', ['職務']),
];

/** Business cards of Sansan, Eight and their like: one row per card, of the day on which it was exchanged. */
export const businessCards: Preset = {
  id: 'business-cards',
  version: 1,
  name: { ja: '名刺データ（Sansanなど）', en: 'Business cards (Sansan and others)' },
  dataset: { kind: 'event', id: 'business-cards', name: { ja: '名刺', en: 'Business cards' } },
  columns: [
    day('exchanged-on', '名刺交換日', 'Exchanged on', ['交換日', '名刺交換日時', 'Date exchanged', 'Exchange date']),
    day('registered-on', '登録日', 'Registered on', ['名刺登録日', '登録日時', '取込日', '名刺取込日']),
    mail(),
    dimension('card-id', '名刺ID', 'Card ID', ['名刺管理番号', 'Business card ID']),
    ...company,
    dimension('tag', 'タグ', 'Tags', ['タグ名']),
    dimension('owner', '名刺所有者', 'Owner', ['所有者', '名刺オーナー', '名刺所有者名']),
    dimension('corporate-number', '法人番号', 'Corporate number'),
  ],
  requires: [
    ['exchanged-on', 'card-id'],
    ['exchanged-on', 'registered-on'],
    ['company'],
    ['mail', 'card-id', 'job-title', 'department'],
  ],
  leastKnown: 0.1,
  period: 'row',
  replaces: 'period',
  others: 'keep',
  totals: 'labelled',
  metrics: [
    { metric: 'business-cards', needs: ['card-id'], measured: { distinct: 'card-id' } },
    { metric: 'business-cards', needs: ['company'], measured: { count: 'rows' } },
  ],
};

/**
 * Badges read at a stand of an exhibition, from the organiser's reader: a row per reading, and the same visitor may be read on several
 * days, so visitors are counted by their badge.
 */
export const badgeScans: Preset = {
  id: 'badge-scans',
  version: 1,
  name: { ja: '展示会の来場者リスト（バーコード読み取り）', en: 'Exhibition badge scans' },
  dataset: { kind: 'event', id: 'badge-scans', name: { ja: '展示会の読み取り', en: 'Badge scans' } },
  columns: [
    moment('scanned-at', '読取日時', 'Scanned at', [
      '読み取り日時',
      '読取日',
      'スキャン日時',
      'スキャン時間',
      '受付日時',
      '来場日時',
      '来場日',
      '来訪日時',
      '取得日時',
      'Scan time',
      'Scan date',
      'Timestamp',
    ]),
    person('visitor-id', '来場者ID', 'Visitor ID', [
      '来場者番号',
      '来場者コード',
      'バーコード',
      'バーコード番号',
      'QRコード',
      'QR番号',
      'バッジID',
      'バッジ番号',
      '名札番号',
      '入場者番号',
      'Badge ID',
      'Badge number',
      'Barcode',
    ]),
    mail(),
    ...company,
    dimension('exhibition', '展示会名', 'Exhibition', ['イベント名', 'Event', 'Event name']),
    dimension('terminal', '端末名', 'Device', ['端末番号', '読取端末', 'スキャナー', 'リーダー', 'Scanner']),
    dimension('rank', 'ランク', 'Rank', ['確度', '温度感', '評価', '見込み度', 'Rating']),
    dimension('staff', '対応者', 'Staff', ['担当者', '接客担当', '対応スタッフ']),
    dimension('answer', 'アンケート', 'Question', ['アンケート1', '設問1', 'ヒアリング内容']),
  ],
  requires: [['visitor-id'], ['scanned-at'], ['company', 'mail', 'exhibition', 'terminal', 'rank']],
  leastKnown: 0.2,
  period: 'row',
  replaces: 'period',
  scope: 'file',
  others: 'keep',
  totals: 'labelled',
  metrics: [
    { metric: 'booth-visitors', needs: ['visitor-id'], measured: { distinct: 'visitor-id' } },
    { metric: 'exhibition-leads', needs: ['visitor-id'], measured: { distinct: 'visitor-id' } },
  ],
};

/** Friends of a LINE official account as Lステップ exports them: keys above labels, a row per friend. */
export const lineFriends: Preset = {
  id: 'line-friends',
  version: 1,
  name: { ja: 'LINE公式アカウントの友だち（Lステップ）', en: 'Friends of a LINE account (L Step)' },
  dataset: { kind: 'event', id: 'line-friends', name: { ja: 'LINEの友だち', en: 'LINE friends' } },
  columns: [
    moment('added-at', '友だち追加日時', 'Friend since', ['友だち登録日時', '友だち追加日', '友達追加日時']),
    person('friend-id', '友だちID', 'Friend ID', ['ID', '友達ID', 'LINEユーザーID', '回答者ID', '登録ID', 'ユーザーID']),
    dimension('source', '流入経路', 'Source', ['流入元', '登録経路', '友だち追加経路']),
    dimension('scenario', '購読中シナリオ', 'Scenario', ['シナリオ', 'シナリオ名']),
    dimension('status', '対応マーク', 'Status', ['ステータス', 'ブロック', 'ユーザーブロック', 'ブロック状態']),
  ],
  requires: [['added-at'], ['friend-id']],
  leastKnown: 0.05,
  period: 'row',
  replaces: 'period',
  others: 'keep',
  totals: 'labelled',
};
