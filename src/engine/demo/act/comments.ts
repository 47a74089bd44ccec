import type { CommentText } from '#core/act/comment.ts';
import type { Day } from '#core/calendar/day.ts';
import { day } from '../demo-days.ts';

/** What an owner wrote about a KPI and a month. */
export interface DemoComment extends CommentText {
  readonly node: string;
  /** `2026-10` */
  readonly month: string;
  readonly by: string;
  readonly on: Day;
}

const TANAKA = 'marketing/tanaka';
const ITO = 'marketing/ito';
const TAKAHASHI = 'inside-sales/takahashi';
const SATO = 'sales/sato';
const SUZUKI = 'sales/suzuki';

/** Causes and countermeasures of past months. In October, two are not written yet: the meeting rate and the cost per MQL. */
export const COMMENTS: readonly DemoComment[] = [
  ...inMonth('2026-04', day('2026-05-08'), [
    [
      'contract-revenue',
      SATO,
      '前期からの商談残を5件受注し、計画を上回った。',
      '5月に決着予定の15件は提案が遅れているため、見積の提出日を先に決める。',
    ],
    [
      'leads',
      TANAKA,
      '計画190件に対して150件。昨年度末に配信した広告の反応が落ちている。',
      '広告の訴求を「月末の経費精算」に差し替え、6月の展示会で不足分を補う。',
    ],
    ['sql-rate', TANAKA, '52%で目標を上回った。デモ申込と問い合わせからのSQLが安定している。', '現在の判定基準を続ける。'],
    [
      'mql-cost',
      TANAKA,
      '15,704円で上限を超えた。MQLが42件と少なかった。',
      '反応の落ちた広告を止め、比較検討の検索広告に寄せる。',
    ],
  ]),
  ...inMonth('2026-05', day('2026-06-05'), [
    [
      'contract-revenue',
      SATO,
      '決着した15件のうち受注は3件で、計画に届かなかった。大型連休で決裁が延びた案件が多い。',
      '延びた案件の決裁日程を確認し、6月中に契約する。',
    ],
    ['leads', TANAKA, '大型連休で前半の反応が少なかった。', 'ウェビナーを月2回に増やし、連休のない月に集客を寄せる。'],
  ]),
  ...inMonth('2026-06', day('2026-07-07'), [
    [
      'contract-revenue',
      SATO,
      '受注は4件で、累計の遅れが広がった。失注の理由は時期尚早と価格が多い。',
      '7月に決着予定の24件を週次で確認し、決裁者との面談を早める。',
    ],
    [
      'leads',
      TANAKA,
      '展示会で名刺を24件獲得したが、計画の210件には届かなかった。',
      '資料DLフォームの入力項目が多いという声がある。8月上旬に項目を減らして効果を確かめる。',
    ],
    [
      'days-to-meeting',
      TAKAHASHI,
      '5月中旬に始めた当番制の効果で、3.0営業日まで短くなった。',
      '当番表を月初に配り、運用を続ける。',
    ],
  ]),
  ...inMonth('2026-07', day('2026-08-06'), [
    [
      'contract-revenue',
      SATO,
      '6件を受注し、単月では計画を大きく上回った。5〜6月に延びた案件が決着した。',
      'お盆で商談が減るため、見積の回答期限を8月上旬に置く。',
    ],
    [
      'leads',
      TANAKA,
      '計画210件に対して175件。資料DLの申込率が上がらない。',
      '8月5日にフォームを9項目から5項目に減らし、あわせてMQLの判定基準を60点から45点に見直す。',
    ],
    ['sql-rate', TANAKA, '51%で目標どおり。', '判定基準の見直し後は、スコア別にSQL率を確認する。'],
    ['meeting-rate', TAKAHASHI, '月末に引き受けたSQLが多く、商談の設定が8月にずれた。', 'ずれた分は8月の第1週に設定する。'],
  ]),
  ...inMonth('2026-08', day('2026-09-04'), [
    [
      'contract-revenue',
      SATO,
      '5件を受注し、単月の計画を上回った。累計の遅れはほぼなくなった。',
      '9月に決着予定の23件のうち、見積済みの案件を優先する。',
    ],
    ['win-rate', SATO, '26%で目標を上回った。', '導入効果の試算を渡した案件の成約が多いため、手順を広げる。'],
    ['contract-value', SUZUKI, '505万円で目標どおり。', '利用人数の多い企業への提案条件を営業会議で共有する。'],
    ['days-to-close', SATO, '平均73日で目標の90日以内。', '継続する。'],
    ['meeting-rate', TAKAHASHI, '7月末のSQLの設定が加わり、83%と高かった。', '継続する。'],
    ['days-to-meeting', TAKAHASHI, '3.9営業日。夏季休暇で少し延びたが目標以内。', '休暇明けの週に再連絡する一覧を作る。'],
    [
      'sql-rate',
      TANAKA,
      'MQLの判定基準を45点に下げた8月5日以降、資料DLだけのリードがMQLに入り、SQL率が43%に下がった。',
      '9月はスコア45〜59点のMQLを分けて集計し、営業と判定理由をそろえる。',
    ],
    ['leads', TANAKA, 'フォームの短縮で資料DLが大きく増え、今期初めて計画を上回った。', '増えたリードの質を対で確認する。'],
    [
      'mql-rate',
      TANAKA,
      '資料DLが増えた分、MQLになる割合は27%に下がった。件数は57件に増えている。',
      'メールでの育成シナリオを資料DL向けに用意する。',
    ],
    ['mql-cost', TANAKA, '14,704円で上限以内。Meta広告の比率を上げている。', '予算の超過に注意しながら続ける。'],
    [
      'target-account-share',
      ITO,
      '資料DLの増加で中小企業の割合が増え、49%に下がった。',
      'Meta広告の配信対象を従業員300名以上に絞る。',
    ],
  ]),
  ...inMonth('2026-09', day('2026-10-06'), [
    [
      'contract-revenue',
      SATO,
      '6件を受注し、単月の計画を上回った。ただし商談は月20件前後から増えておらず、10月以降に決着する案件が足りない。',
      '商談数を増やすため、SQL率の回復をマーケティング部・インサイドセールス部と共同で進める。',
    ],
    ['win-rate', SATO, '26%で目標を上回った。導入効果の試算を出した案件の成約が多い。', '試算の手順を全員に広げる。'],
    ['contract-value', SUZUKI, '442万円。300万円台の契約が2件あった。', '10月から最低利用人数の条件を案内する。'],
    ['days-to-close', SATO, '平均73日で目標以内。', '継続する。'],
    ['meeting-rate', TAKAHASHI, '81%で目標どおり。', '継続する。'],
    ['days-to-meeting', TAKAHASHI, '3.4営業日で目標以内。', '継続する。'],
    [
      'sql-rate',
      TANAKA,
      '43%。スコア45〜59点のMQLはSQLになる割合が2割ほどで、全体を押し下げている。60点以上は従来とほぼ変わらない。',
      '営業と判定理由を確認し、判定基準をもう一度見直す。',
    ],
    ['leads', TANAKA, '計画を上回った。秋の資料DLキャンペーンを9月14日に開始した。', '件数だけを追わず、SQL率と対で報告する。'],
    [
      'mql-rate',
      TANAKA,
      '29%。リードの増加に対してMQLの増え方が小さい。',
      '資料DL後のメールにデモ動画を入れ、スコアの上がり方を見る。',
    ],
    [
      'mql-cost',
      TANAKA,
      '13,169円で上限以内だが、Meta広告は予算の20万円を超えて32万円かかった。',
      '修正計画のとおり、10月からMeta広告の予算を月30万円にする。',
    ],
    [
      'target-account-share',
      ITO,
      '48%。配信対象を絞ったが、資料DLの増加が上回った。',
      '企業規模の項目をフォームに戻す案を検討する。',
    ],
  ]),
  ...inMonth('2026-10', day('2026-11-06'), [
    [
      'contract-revenue',
      SATO,
      '受注は4件で計画に届かず、累計は計画の97%。決着した商談が16件と少ないことが要因で、成約率と契約金額は悪くない。',
      'SQL率の回復を最優先にする。12月までの商談数の見込みを毎週確認する。',
    ],
    ['win-rate', SATO, '25%で目標どおり。', '導入効果の試算を続ける。'],
    ['contract-value', SUZUKI, '727万円の契約があり、平均は558万円に上がった。', '同じ業種の企業に提案を広げる。'],
    ['days-to-close', SATO, '平均75日で目標以内。', '継続する。'],
    [
      'days-to-meeting',
      TAKAHASHI,
      '3.2営業日で目標以内。SQLが32件と多かったが、当番制で対応できた。',
      '同じ体制を11月も続ける。',
    ],
    [
      'sql-rate',
      TANAKA,
      '41%。「量は達成、質が低下」の状態が3か月続いている。差し戻しの理由は「情報収集の段階」が最も多い。',
      '11月9日から差し戻しの理由を営業と毎週すり合わせ、12月に判定基準を60点へ戻すか決める。',
    ],
    ['leads', TANAKA, '秋のキャンペーンの効果で243件。計画220件を上回った。', 'キャンペーン終了後の件数を確認する。'],
    [
      'mql-rate',
      TANAKA,
      '28%。キャンペーンで増えた資料DLの多くが、まだ情報収集の段階にある。',
      '資料DLから30日以内のデモ案内を試す。',
    ],
    [
      'target-account-share',
      ITO,
      '48%。Meta広告経由の資料DLで対象外の企業が多い。',
      '12月からターゲット企業300社への個別配信を始める。',
    ],
  ]),
];

function inMonth(
  month: string,
  on: Day,
  comments: readonly (readonly [node: string, by: string, cause: string, countermeasure: string])[],
): readonly DemoComment[] {
  return comments.map(([node, by, cause, countermeasure]) => ({ node, month, by, on, cause, countermeasure }));
}
