import type { Shape } from './shape.ts';

/** Leads, deals, cards, badges, webinars, friends: one row per person or thing. */
export const PEOPLE_SHAPES: readonly Shape[] = [
  {
    name: 'a list of leads with a column per stage: a row per stage that was reached, the amount on the last',
    // L1 reached 4 stages, L2 two, L3 one: 7 rows.
    text: `リードID,会社名,氏名,流入経路,獲得日,MQL日,SQL日,受注日,受注金額
L1,㈱みほん,見本 太郎,Web,2026/4/1,2026/4/3,2026/4/10,2026/5/20,"1,200,000"
L2,（株）れい,例 花子,展示会,2026/4/2,2026/4/9,,,
L3,髙﨑商店,例 次郎,紹介,2026/4/30,,,,
`,
    recognised: 'staged-leads',
    dataset: 'lead-stages',
    days: ['2026-04-01', '2026-05-20'],
    rows: 7,
    totals: { amount: '1200000' },
    withheld: ['氏名'],
  },
  {
    name: 'HubSpot contacts with the days of their life cycle',
    text: `Record ID,First Name,Last Name,Email,Lifecycle Stage,Create Date,Became a Marketing Qualified Lead Date,Became a Customer Date,Original Source
101,Taro,Mihon,taro@mihon.example,customer,2026-04-01 09:00,2026-04-05 10:00,2026-06-01 08:00,Organic Search
102,Hanako,Rei,hanako@rei.example,lead,2026-04-02 09:00,,,Paid Search
`,
    recognised: 'staged-leads',
    dataset: 'lead-stages',
    days: ['2026-04-01', '2026-06-01'],
    rows: 4,
    totals: {},
    withheld: ['First Name', 'Last Name', 'Email'],
  },
  {
    name: 'HubSpot contacts as they stand, with many columns of their own',
    text: `レコードID,名,姓,Eメール,電話番号,コンタクト担当者,リードステータス,作成日,ライフサイクルステージ,HubSpotスコア,好きな色,最終アクティビティー日,備考欄
201,太郎,見本,taro@mihon.example,090-0000-0001,担当A,新規,2026-04-01 09:00,リード,12,赤,2026-04-02,あ
202,花子,例,hanako@rei.example,090-0000-0002,担当B,接触中,2026-04-03 10:30,MQL,40,青,2026-04-05,い
`,
    recognised: 'leads',
    dataset: 'leads',
    days: ['2026-04-01', '2026-04-03'],
    rows: 2,
    totals: {},
    withheld: ['名', '姓', 'Eメール', '電話番号'],
  },
  {
    name: 'a history of stages',
    text: `リードID,変更日時,変更前ステージ,変更後ステージ,編集者
L1,2026-04-01 10:00,,リード獲得,担当A
L1,2026-04-03 11:00,リード獲得,MQL,担当A
L1,2026-04-20 11:00,MQL,リード獲得,担当B
`,
    recognised: 'lead-history',
    dataset: 'lead-stages',
    days: ['2026-04-01', '2026-04-20'],
    rows: 3,
    totals: {},
  },
  {
    name: 'HubSpot deals',
    text: `Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Create Date
9001,Mihon new,Closed Won,2026-05-20 12:00,Owner A,"1,200,000",Sales,2026-04-10 09:00
9002,Rei add-on,Proposal,2026-06-30 12:00,Owner B,300000.50,Sales,2026-04-12 09:00
`,
    recognised: 'hubspot-deals',
    dataset: 'opportunities',
    days: ['2026-04-10', '2026-04-12'],
    rows: 2,
    totals: { amount: '1500000.50' },
  },
  {
    name: 'kintone records with a table inside: the amount of a record once',
    // Record 1 has three lines, record 2 one: 500,000 + 80,000.
    text: `レコードの開始行,レコード番号,会社名,案件名,ステータス,見積金額,受注予定日,作成日時,明細_商品,明細_数量
*,1,株式会社みほん,みほん導入,提案,500000,2026-05-31,2026-04-01 09:00,本体,1
,1,株式会社みほん,みほん導入,提案,500000,2026-05-31,2026-04-01 09:00,保守,12
,1,株式会社みほん,みほん導入,提案,500000,2026-05-31,2026-04-01 09:00,研修,2
*,2,れい合同会社,れい更新,受注,80000,2026-04-30,2026-04-02 09:00,保守,12
`,
    recognised: 'kintone-deals',
    dataset: 'opportunities',
    days: ['2026-04-01', '2026-04-02'],
    rows: 4,
    totals: { amount: '580000' },
  },
  {
    name: 'a list of deals of any SFA, with a title and a total',
    text: `商談一覧（2026年4月）
案件ID,案件名,会社名,商談フェーズ,商談金額（千円）,確度,登録日,受注予定日
D-1,みほん導入,㈱みほん,受注,"1,200",100%,2026/04/01,2026/04/28
D-2,れい追加,（株）れい,提案,300.5,50%,2026/04/15,2026/06/30
`,
    recognised: 'deals',
    dataset: 'opportunities',
    days: ['2026-04-01', '2026-04-15'],
    rows: 2,
    totals: { amount: '1500500' },
    skipped: { preamble: 1 },
  },
  {
    name: 'business cards of Sansan',
    text: `名刺ID,会社名,部署名,役職,氏名,Eメール,TEL,郵便番号,住所,名刺交換日,名刺所有者,タグ
C1,㈱みほん,営業部,部長,髙橋 太郎,taro@mihon.example,03-0000-0001,100-0001,東京都千代田区みほん1-1,2026/04/10,担当A,展示会
C2,れい（株）,情報部,課長,﨑 花子,hanako@rei.example,06-0000-0002,530-0001,大阪府大阪市れい2-2,2026/04/11,担当B,訪問
`,
    recognised: 'business-cards',
    dataset: 'business-cards',
    days: ['2026-04-10', '2026-04-11'],
    rows: 2,
    totals: {},
    withheld: ['氏名', 'TEL', '郵便番号', '住所'],
  },
  {
    name: 'badges read at a stand: one visitor on two days',
    text: `読取日時,来場者番号,会社名,部署,役職,氏名,メールアドレス,端末名,ランク
2026/05/13 10:01:05,V0001,㈱みほん,企画,主任,見本 太郎,taro@mihon.example,端末1,A
2026/05/13 10:05:40,V0002,れい（株）,営業,,例 花子,hanako@rei.example,端末1,B
2026/05/14 15:20:00,V0001,㈱みほん,企画,主任,見本 太郎,taro@mihon.example,端末2,A
`,
    recognised: 'badge-scans',
    dataset: 'badge-scans',
    days: ['2026-05-13', '2026-05-14'],
    rows: 3,
    totals: {},
    withheld: ['氏名', 'メールアドレス'],
  },
  {
    name: 'attendees of a webinar below the tables about the meeting and its hosts',
    text: `出席者レポート
レポートの作成日:,2026/04/21 10:00:00
トピック,ウェビナーID,実際の開始時刻,実際の所要時間(分),登録者数
みほん入門,123 4567 8901,2026/04/17 14:00:00,60,3
出席者の詳細
出席済み,ユーザー名,名,姓,メールアドレス,登録時間,承認ステータス,参加時刻,退出時刻,セッション時間(分),国/地域名
はい,見本太郎,太郎,見本,taro@mihon.example,2026/04/10 09:00:00,承認済み,2026/04/17 13:58:00,2026/04/17 14:20:00,22,日本
はい,見本太郎,太郎,見本,taro@mihon.example,2026/04/10 09:00:00,承認済み,2026/04/17 14:25:00,2026/04/17 15:00:00,35,日本
いいえ,例花子,花子,例,hanako@rei.example,2026/04/11 09:00:00,承認済み,--,--,--,日本
はい,見本次郎,次郎,見本,jiro@mihon.example,2026/04/12 09:00:00,承認済み,2026/04/17 14:00:00,2026/04/17 15:00:00,60,日本
`,
    recognised: 'webinar-people',
    dataset: 'webinar-people',
    days: ['2026-04-10', '2026-04-12'],
    rows: 4,
    totals: {},
    skipped: { preamble: 5 },
    withheld: ['ユーザー名', '名', '姓'],
  },
  {
    name: 'registrants of a webinar, live and recorded',
    text: `申込日時,メールアドレス,会社名,セミナー名,当日参加,録画視聴,申込経路
2026-04-10 09:00,taro@mihon.example,㈱みほん,みほん入門,○,○,メルマガ
2026-04-11 09:00,hanako@rei.example,れい,みほん入門,×,○,広告
2026-04-12 09:00,jiro@mihon.example,㈱みほん,みほん入門,×,×,広告
`,
    recognised: 'webinar-people',
    dataset: 'webinar-people',
    days: ['2026-04-10', '2026-04-12'],
    rows: 3,
    totals: {},
  },
  {
    name: 'answers to a survey: recommendation 0 to 10 and satisfaction 1 to 5, known by the words of the questions',
    text: `タイムスタンプ,当社を友人や同僚にどの程度お勧めしたいですか？（0〜10）,全体としてどのくらい満足していますか（5段階）,業種,ご意見
2026/04/10 9:00:00,10,5,製造,
2026/04/10 9:30:00,9,4,製造,ありがとう
2026/04/11 10:00:00,6,3,小売,
2026/04/11 11:00:00,,4,小売,
`,
    recognised: 'survey-answers',
    dataset: 'survey-answers',
    days: ['2026-04-10', '2026-04-11'],
    rows: 4,
    totals: {},
  },
  {
    name: 'answers in words are words, and no scores',
    text: `タイムスタンプ,商品に満足していますか,おすすめ度（0〜10）
2026/04/10 9:00:00,とても満足,10
2026/04/10 9:30:00,やや不満,3
`,
    recognised: 'survey-answers',
    dataset: 'survey-answers',
    days: ['2026-04-10', '2026-04-10'],
    rows: 2,
    totals: {},
  },
  {
    name: 'Lステップ: keys above labels',
    text: `friend_id,created_at,display_name,source,tag_1
ID,友だち追加日時,LINE登録名,流入経路,セミナー参加
1001,2026/04/01 10:00:00,たろう,広告,1
1002,2026/04/02 11:30:00,はな,店頭,0
`,
    recognised: 'line-friends',
    dataset: 'line-friends',
    days: ['2026-04-01', '2026-04-02'],
    rows: 2,
    totals: { 'semina-nwv95v': '1' },
    withheld: ['LINE登録名'],
  },
];
