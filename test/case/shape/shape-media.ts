import type { Shape } from './shape.ts';

/** Analytics, search, advertising, mail, ranks, surveys, costs: aggregates. */
export const MEDIA_SHAPES: readonly Shape[] = [
  {
    name: 'GA4 探索: period in one line, total row with its label at the end',
    text: `# ----------------------------------------
# みほん探索
# 自由形式-自由形式 1
# 20260817-20260913
# ----------------------------------------

ページパス + クエリ文字列,表示回数
,54334,総計
/a?x=1,54000
/b,334
`,
    recognised: 'ga4',
    dataset: 'ga4-by-page-path',
    days: ['2026-08-17', '2026-09-13'],
    rows: 2,
    totals: { views: '54334' },
    skipped: { comment: 5, blank: 1, total: 1 },
    onlyText: true,
  },
  {
    name: 'GA4 standard report with the old names of its columns and three ways to write durations',
    text: `# ----------------------------------------
# トラフィック獲得
# アカウント: みほん
# プロパティ: みほんサイト
# ----------------------------------------
#
# すべてのユーザー
# 開始日: 20260401
# 終了日: 20260430
セッションのデフォルト チャネル グループ,セッション,エンゲージのあったセッション数,エンゲージメント率,セッションあたりの平均エンゲージメント時間,イベント数,コンバージョン,合計収益
Organic Search,"1,200",800,66.7%,1分09秒,5000,12.5,"120,000"
Paid Search,300,100,0.333,1:09,900,3.5,30000
,"1,500",900,60.0%,69,5900,16,150000
`,
    recognised: 'ga4',
    dataset: 'ga4-by-session-channel-group',
    days: ['2026-04-01', '2026-04-30'],
    rows: 2,
    totals: { sessions: '1500', 'engaged-sessions': '900', events: '5900', 'key-events': '16.0', 'total-revenue': '150000' },
    skipped: { comment: 9, total: 1 },
    onlyText: true,
  },
  {
    name: 'Search Console, one table by date, English',
    text: `Date,Clicks,Impressions,CTR,Position
2026-04-01,10,2000,0.5%,12.3
2026-04-02,15,2500,0.6%,11.9
`,
    recognised: 'search-console',
    dataset: 'search-console-by-date',
    days: ['2026-04-01', '2026-04-02'],
    rows: 2,
    totals: { clicks: '25', impressions: '4500' },
  },
  {
    name: 'Google広告: title and period above, missing values, several totals below',
    // Costs 1,234.5 + 765.5, conversions 0.33 + 1.00.
    text: `キャンペーン レポート
"2026年4月1日 - 2026年4月2日"
日,キャンペーン,通貨コード,表示回数,クリック数,費用,平均クリック単価,コンバージョン,コンバージョン単価
2026-04-01,指名,JPY,"1,000",100,"1,234.5",12.35,0.33,"3,740.91"
2026-04-02,一般,JPY,500, --,765.5, --,1.00,765.5
 --,合計: キャンペーン,JPY,"1,500",100,2000,20,1.33,1503.76
 --,合計: アカウント,JPY,"1,500",100,2000,20,1.33,1503.76
`,
    recognised: 'google-ads',
    dataset: 'google-ads-by-campaign',
    days: ['2026-04-01', '2026-04-02'],
    rows: 2,
    totals: { impressions: '1500', clicks: '100', cost: '2000.0', conversions: '1.33' },
    skipped: { preamble: 2, total: 2 },
  },
  {
    name: 'Yahoo!広告, display',
    text: `アカウント名,キャンペーン名,広告グループ名,日,デバイス,インプレッション数,クリック数,クリック率,コスト,平均CPC,総コンバージョン数
みほん,指名,A,2026/04/01,PC,1000,50,5.00%,2500,50,2
みほん,指名,A,2026/04/01,スマートフォン,3000,60,2.00%,1800,30,1
`,
    recognised: 'yahoo-ads',
    dataset: 'yahoo-ads-by-ad-group-device',
    days: ['2026-04-01', '2026-04-01'],
    rows: 2,
    totals: { impressions: '4000', clicks: '110', cost: '4300', 'all-conversions': '3' },
  },
  {
    name: 'Meta: a breakdown whose totals stand among the rows of each day, full-width brackets in the heading',
    // Ages 18-24 and 25-34 add up to All on both days: cost 1,000 + 3,000, impressions 200 + 300.
    text: `日,キャンペーン名,年齢,インプレッション,クリック(すべて),消化金額（JPY）,結果
2026-04-01,春,All,200,30,"1,000",3
2026-04-01,春,18-24,80,10,400,
2026-04-01,春,25-34,120,20,600,3
2026-04-02,春,All,300,40,"3,000",
2026-04-02,春,18-24,100,15,"1,000",
2026-04-02,春,25-34,200,25,"2,000",
`,
    recognised: 'meta-ads',
    dataset: 'meta-ads-by-campaign-age',
    days: ['2026-04-01', '2026-04-02'],
    rows: 4,
    totals: { impressions: '500', clicks: '70', cost: '4000', results: '3' },
    skipped: { total: 2 },
  },
  {
    name: 'LINE広告',
    text: `日,キャンペーン名,インプレッション数,クリック数,CV（LINE Tagクリック）,ご利用金額
2026/04/01,春,5000,40,2,"3,200"
2026/04/02,春,4000,30,1,"2,800"
`,
    recognised: 'line-ads',
    dataset: 'line-ads-by-campaign',
    days: ['2026-04-01', '2026-04-02'],
    rows: 2,
    totals: { impressions: '9000', clicks: '70', conversions: '3', cost: '6000' },
  },
  {
    name: 'Microsoft広告, a mix of Japanese and English headings',
    text: `日付,Campaign name,インプレッション,クリック数,コンバージョン,Spend
2026/04/01,春,100,10,1,500.5
2026/04/02,春,200,20,0,499.5
`,
    recognised: 'microsoft-ads',
    dataset: 'microsoft-ads-by-campaign',
    days: ['2026-04-01', '2026-04-02'],
    rows: 2,
    totals: { impressions: '300', clicks: '30', conversions: '1', cost: '1000.0' },
  },
  {
    name: 'X広告',
    text: `Time period,Ad Group name,Impressions,Clicks,Leads,Spend
2026-04-01,G1,1000,12,3,1200.25
2026-04-01,G2,500,3,0,299.75
`,
    recognised: 'x-ads',
    dataset: 'x-ads-by-ad-group',
    days: ['2026-04-01', '2026-04-01'],
    rows: 2,
    totals: { impressions: '1500', clicks: '15', leads: '3', cost: '1500.00' },
  },
  {
    name: 'Criteo, with an ideographic space in a heading',
    text: `日,　キャンペーン,表示回数,クリック数,コンバージョン（現在のモデル）,費用
2026/04/01,再訪,10000,80,2.5,"8,000"
2026/04/02,再訪,12000,90,1.5,"9,000"
`,
    recognised: 'criteo',
    dataset: 'criteo-by-campaign',
    days: ['2026-04-01', '2026-04-02'],
    rows: 2,
    totals: { impressions: '22000', clicks: '170', conversions: '4.0', cost: '17000' },
  },
  {
    name: 'an affiliate network: occurred, approved, rejected',
    text: `発生日,発生件数,承認件数,否認件数,確定報酬
2026/04/01,12,8,1,"8,000円"
2026/04/02,10,5,2,"5,000円"
`,
    recognised: 'affiliate',
    dataset: 'affiliate',
    days: ['2026-04-01', '2026-04-02'],
    rows: 2,
    totals: { conversions: '22', 'approved-conversions': '13', 'rejected-conversions': '3', 'approved-reward': '13000' },
  },
  {
    name: 'a mail tool, Japanese',
    text: `配信日時,メール名,件名,配信数,到達数,エラー数,開封数,開封率,クリック数,クリック率,配信停止数
2026/04/01 10:00,春の案内,春の新作です,"10,000","9,800",200,"2,450",25.00%,490,5.00%,12
2026/04/15 10:00,中旬便,中旬のお知らせ,"9,900","9,750",150,"1,950",20.00%,195,2.00%,8
合計,,,"19,900","19,550",350,"4,400",22.51%,685,3.50%,20
`,
    recognised: 'mail-sends',
    dataset: 'mail-sends',
    days: ['2026-04-01', '2026-04-15'],
    rows: 2,
    totals: { sent: '19900', delivered: '19550', bounced: '350', opened: '4400', clicked: '685', unsubscribed: '20' },
    skipped: { total: 1 },
  },
  {
    name: 'a mail tool, English: unique opens beside all opens',
    text: `Title,Subject,List,Send Date,Send Weekday,Total Recipients,Successful Deliveries,Soft Bounces,Hard Bounces,Total Bounces,Unique Opens,Open Rate,Total Opens,Unique Clicks,Click Rate,Total Clicks,Unsubscribes,Abuse Complaints
Spring,New in spring,All,"Apr 01, 2026 10:00 am",Wednesday,1000,990,6,4,10,300,30.3%,450,60,6.1%,80,2,0
Mid,Mid-April,All,"Apr 15, 2026 10:00 am",Wednesday,1010,1000,5,5,10,250,25%,400,50,5%,70,3,1
`,
    recognised: 'mail-sends',
    dataset: 'mail-sends',
    days: ['2026-04-01', '2026-04-15'],
    rows: 2,
    totals: {
      sent: '2010',
      delivered: '1990',
      'soft-bounced': '11',
      'hard-bounced': '9',
      bounced: '20',
      opened: '550',
      'total-opens': '850',
      clicked: '110',
      'total-clicks': '150',
      unsubscribed: '5',
      complaints: '1',
    },
  },
  {
    name: 'ranks of keywords, some out of the list',
    text: `計測日,検索キーワード,検索エンジン,デバイス,順位,前回順位,検索ボリューム,ランクインURL
2026/04/01,羅針盤,Google,PC,3,5,"12,100",https://mihon.example/compass
2026/04/01,方位磁石,Google,PC,圏外,88,"2,400",
2026/04/01,地図 作り方,Google,PC,-,-,320,
`,
    recognised: 'keyword-ranks',
    dataset: 'keyword-ranks-by-engine-device',
    days: ['2026-04-01', '2026-04-01'],
    rows: 3,
    totals: {},
  },
  {
    name: 'results of a survey with n and the limits of the interval',
    text: `調査月,設問,回答数,平均,95%信頼区間下限,95%信頼区間上限
2026年4月,総合満足度,120,4.12,3.98,4.26
2026年4月,使いやすさ,118,3.85,3.69,4.01
`,
    recognised: 'survey-results',
    dataset: 'survey-results',
    days: ['2026-04-01', '2026-04-30'],
    rows: 2,
    totals: { answers: '238' },
  },
  {
    name: 'costs with eras, full-width digits, a unit in the heading, subtotals and remarks',
    // 1,200 + 350.5 + 80 − 30 thousand yen
    text: `費用一覧（単位：千円）
計上日,勘定科目,取引先,金額（千円）,摘要
令和8年4月1日,広告宣伝費,㈱みほん広告,"１，２００",①春
R8.4.10,広告宣伝費,れい印刷,350.5,
小計,,,"1,550.5",
2026/4/20,販売促進費,髙﨑企画,80,景品～追加
2026年4月30日,販売促進費,髙﨑企画,△30,値引
合計,,,"1,600.5",
※ 消費税を除く
`,
    recognised: 'cost-sheet',
    dataset: 'costs',
    days: ['2026-04-01', '2026-04-30'],
    rows: 4,
    totals: { cost: '1600500' },
    skipped: { preamble: 1, total: 2, footer: 1 },
  },
];
