/** metrics.yaml of the demo company: where its rows come from and what its numbers mean. [DMO-11] */
export const METRICS_YAML = `rashin: 1

datasets:
  lead-stages:
    kind: event
    name: { ja: CRMのステージ履歴, en: CRM stage history }
    time: occurred-at
    person: lead-id
    source: { ja: CRMから出力したステージ履歴, en: CRM stage history export }
    owner: inside-sales/takahashi
    refresh: monthly
    columns:
      occurred-at:    { type: timestamp, name: { ja: 発生日時, en: Occurred at } }
      lead-id:        { type: text, hashed: yes, name: { ja: リードID, en: Lead ID } }
      company-code:   { type: text, name: { ja: 企業コード, en: Company code } }
      stage:          { type: text, name: { ja: ステージ, en: Stage } }
      channel:        { type: text, name: { ja: チャネル, en: Channel } }
      entry:          { type: text, name: { ja: きっかけ, en: Entry } }
      target-account: { type: text, name: { ja: ターゲット企業, en: Target account } }
      score:          { type: integer, additive: no, name: { ja: スコア, en: Score } }
      won-amount:     { type: decimal, currency: JPY, name: { ja: 受注金額（税抜）, en: Won amount (excl. tax) } }
      loss-reason:    { type: text, name: { ja: 失注理由, en: Reason of loss } }

  hand-overs:
    kind: event
    name: { ja: CRMの引き渡し一覧, en: CRM hand-over list }
    time: handed-over-on
    person: lead-id
    source: { ja: CRMから出力した引き渡し一覧, en: CRM hand-over list export }
    owner: inside-sales/takahashi
    refresh: monthly
    columns:
      handed-over-on: { type: date, name: { ja: 引き渡し日, en: Handed over on } }
      lead-id:        { type: text, hashed: yes, name: { ja: リードID, en: Lead ID } }
      channel:        { type: text, name: { ja: チャネル, en: Channel } }
      entry:          { type: text, name: { ja: きっかけ, en: Entry } }
      target-account: { type: text, name: { ja: ターゲット企業, en: Target account } }
      score:          { type: integer, additive: no, name: { ja: スコア, en: Score } }
      verdict:        { type: text, name: { ja: 判定, en: Verdict } }
      judged-on:      { type: date, name: { ja: 判定日, en: Judged on } }

  contracts:
    kind: event
    name: { ja: 契約一覧, en: Contracts }
    time: signed-on
    source: { ja: 営業企画の契約一覧（Excel）, en: Contract list of sales planning (Excel) }
    owner: sales/suzuki
    refresh: monthly
    columns:
      contract-no:  { type: text, name: { ja: 契約番号, en: Contract number } }
      signed-on:    { type: date, name: { ja: 契約日, en: Signed on } }
      lead-id:      { type: text, hashed: yes, name: { ja: リードID, en: Lead ID } }
      company-code: { type: text, name: { ja: 企業コード, en: Company code } }
      product:      { type: text, name: { ja: プラン, en: Product } }
      channel:      { type: text, name: { ja: チャネル, en: Channel } }
      entry:        { type: text, name: { ja: きっかけ, en: Entry } }
      amount:       { type: decimal, currency: JPY, name: { ja: 契約金額（税抜）, en: Contract amount (excl. tax) } }

  ad-costs:
    kind: aggregate
    name: { ja: 広告費（媒体別・日別）, en: Ad cost by medium and day }
    source: { ja: 広告代理店の日別レポート, en: Daily report of the ad agency }
    owner: marketing/ito
    refresh: monthly
    columns:
      medium:      { type: text, name: { ja: 媒体, en: Medium } }
      impressions: { type: integer, name: { ja: 表示回数, en: Impressions } }
      clicks:      { type: integer, name: { ja: クリック数, en: Clicks } }
      cost:        { type: decimal, currency: JPY, name: { ja: 費用（税抜）, en: Cost (excl. tax) } }

  ga4-by-session-channel-group-device-category:
    kind: aggregate
    name: { ja: Googleアナリティクス4（チャネル・デバイス別）, en: Google Analytics 4 by channel and device }
    source: { ja: Googleアナリティクス4の探索, en: Google Analytics 4 exploration }
    owner: marketing/kobayashi
    refresh: monthly
    columns:
      session-channel-group: { type: text, name: { ja: チャネル グループ, en: Channel group } }
      device-category:       { type: text, name: { ja: デバイス カテゴリ, en: Device category } }
      sessions:              { type: integer, name: { ja: セッション, en: Sessions } }
      active-users:          { type: integer, additive: no, name: { ja: アクティブ ユーザー, en: Active users } }
      key-events:            { type: decimal, name: { ja: キーイベント, en: Key events } }

  google-ads-by-campaign:
    kind: aggregate
    name: { ja: Google広告（キャンペーン別）, en: Google Ads by campaign }
    source: { ja: Google広告のキャンペーン レポート, en: Google Ads campaign report }
    owner: marketing/ito
    refresh: monthly
    columns:
      campaign:    { type: text, name: { ja: キャンペーン, en: Campaign } }
      impressions: { type: integer, name: { ja: 表示回数, en: Impressions } }
      clicks:      { type: integer, name: { ja: クリック数, en: Clicks } }
      cost:        { type: decimal, currency-in: currency, name: { ja: 費用, en: Cost } }
      currency:    { type: text, name: { ja: 通貨コード, en: Currency code } }
      conversions: { type: decimal, name: { ja: コンバージョン, en: Conversions } }

  yahoo-ads-by-campaign:
    kind: aggregate
    name: { ja: Yahoo!広告（キャンペーン別）, en: Yahoo! JAPAN Ads by campaign }
    source: { ja: Yahoo!広告のキャンペーンレポート, en: Yahoo! JAPAN Ads campaign report }
    owner: marketing/ito
    refresh: monthly
    columns:
      campaign:    { type: text, name: { ja: キャンペーン名, en: Campaign name } }
      impressions: { type: integer, name: { ja: インプレッション数, en: Impressions } }
      clicks:      { type: integer, name: { ja: クリック数, en: Clicks } }
      cost:        { type: decimal, currency: JPY, name: { ja: コスト, en: Cost } }
      conversions: { type: decimal, name: { ja: コンバージョン数, en: Conversions } }

  meta-ads-by-campaign:
    kind: aggregate
    name: { ja: Meta広告（キャンペーン別）, en: Meta Ads by campaign }
    source: { ja: Meta広告マネージャの日別レポート, en: Meta Ads Manager daily report }
    owner: marketing/ito
    refresh: monthly
    columns:
      campaign:    { type: text, name: { ja: キャンペーン名, en: Campaign name } }
      impressions: { type: integer, name: { ja: インプレッション, en: Impressions } }
      link-clicks: { type: integer, name: { ja: リンクのクリック, en: Link clicks } }
      cost:        { type: decimal, currency: JPY, name: { ja: 消化金額, en: Amount spent } }
      results:     { type: decimal, name: { ja: 結果, en: Results } }

  opportunities:
    kind: event
    name: { ja: 商談, en: Opportunities }
    time: close-date
    source: { ja: Salesforceの商談レポート, en: Salesforce opportunity report }
    owner: sales/suzuki
    refresh: weekly
    columns:
      close-date:  { type: date, name: { ja: 完了予定日, en: Close Date } }
      account:     { type: text, name: { ja: 取引先名, en: Account Name } }
      opportunity: { type: text, name: { ja: 商談名, en: Opportunity Name } }
      stage:       { type: text, name: { ja: フェーズ, en: Stage } }
      amount:      { type: decimal, currency: JPY, name: { ja: 金額, en: Amount } }
      probability: { type: decimal, additive: no, name: { ja: 確度(%), en: Probability (%) } }
      lead-source: { type: text, name: { ja: リードソース, en: Lead Source } }
      next-step:   { type: text, name: { ja: 次のステップ, en: Next Step } }

  site-log:
    kind: event
    name: { ja: サイト行動ログ, en: Site log }
    time: occurred-at
    person: visitor-id
    source: { ja: タグ管理ツールの行動ログ（計測に同意した訪問者）, en: Log of the tag tool (visitors who agreed to be measured) }
    owner: marketing/kobayashi
    refresh: monthly
    columns:
      occurred-at: { type: timestamp, name: { ja: 日時, en: Occurred at } }
      visitor-id:  { type: text, hashed: yes, name: { ja: 訪問者ID, en: Visitor ID } }
      session-id:  { type: text, name: { ja: セッションID, en: Session ID } }
      action:      { type: text, name: { ja: 行動, en: Action } }
      channel:     { type: text, name: { ja: チャネル, en: Channel } }

  order-lines:
    kind: event
    name: { ja: みなとストアの注文, en: Orders of Minato Store }
    time: ordered-at
    person: customer-id
    source: { ja: みなとストアの注文一覧, en: Order list of Minato Store }
    owner: marketing/kobayashi
    refresh: monthly
    columns:
      ordered-at:  { type: timestamp, name: { ja: 注文日時, en: Ordered at } }
      customer-id: { type: text, hashed: yes, name: { ja: 顧客ID, en: Customer ID } }
      order-id:    { type: text, name: { ja: 注文番号, en: Order ID } }
      channel:     { type: text, name: { ja: チャネル, en: Channel } }
      product:     { type: text, name: { ja: 商品, en: Product } }
      quantity:    { type: integer, name: { ja: 数量, en: Quantity } }
      line-total:  { type: decimal, currency: JPY, name: { ja: 金額（税抜）, en: Amount (excl. tax) } }

metrics:
  # リードから商談まで
  leads:                { from: lead-stages, count: rows, where: { stage: リード獲得 } }
  target-account-leads: { from: lead-stages, count: rows, where: { stage: リード獲得, target-account: 対象 } }
  target-account-share: { equals: target-account-leads / leads }
  mqls:                 { from: lead-stages, count: rows, where: { stage: MQL } }
  mql-rate:             { equals: mqls / leads }
  mql-cost:             { equals: ad-cost / mqls }
  sqls:                 { from: lead-stages, count: rows, where: { stage: SQL } }
  # SQL率は引き渡し月ベース。営業がまだ判定していない分は分母に入れない。
  judged-hand-overs:
    name: { ja: 判定済みの引き渡し件数, en: Hand-overs judged by sales }
    from: hand-overs
    count: rows
    where: { verdict: [SQL, 差し戻し] }
    unit: count of mql
  accepted-hand-overs:
    name: { ja: SQLになった引き渡し件数, en: Hand-overs accepted as SQL }
    from: hand-overs
    count: rows
    where: { verdict: SQL }
    unit: count of sql
  sql-rate:
    equals: accepted-hand-overs / judged-hand-overs
    numerator: { ja: 営業がSQLと認めた件数（引き渡し月ベース）, en: hand-overs accepted as SQL (by month of hand-over) }
    denominator: { ja: 営業が判定した引き渡し件数, en: hand-overs that sales has judged }
    mode: { ja: 引き渡し月ベース, en: by month of hand-over }
  meetings:             { from: lead-stages, count: rows, where: { stage: 商談設定 } }
  meeting-rate:         { equals: meetings / sqls }
  days-to-meeting:
    from: lead-stages
    between: { by: lead-id, from: { stage: SQL }, to: { stage: 商談設定 } }
    in: business-days
    take: mean

  # 受注
  contract-revenue:     { from: contracts, sum: amount, tax: excluded, recognition: ordered }
  won-deals:            { from: contracts, count: rows }
  contract-value:       { equals: contract-revenue / won-deals, tax: excluded }
  closed-deals:
    name: { ja: 決着した商談の件数, en: Deals won or lost }
    from: lead-stages
    count: rows
    where: { stage: [受注, 失注] }
    unit: count of meeting
  win-rate:
    equals: won-deals / closed-deals
    numerator: { ja: 受注した件数, en: deals won }
    denominator: { ja: 受注または失注で決着した商談, en: deals won or lost }
  days-to-close:
    from: lead-stages
    between: { by: lead-id, from: { stage: リード獲得 }, to: { stage: 受注 } }
    in: days
    take: mean
  open-deal-amount:
    name: { ja: 商談残（完了予定日ベース）, en: Open pipeline by expected close date }
    meaning: { ja: まだ決着していない商談の金額を、完了予定日の月に置いた合計です。, en: Amounts of open deals by the month in which they are expected to close. }
    from: opportunities
    sum: amount
    where: { stage: [初回商談, 提案, 見積, 最終交渉] }
  weighted-deal-amount:
    name: { ja: 商談残（確度別）, en: Weighted open pipeline }
    meaning: { ja: まだ決着していない商談の金額に確度を掛けた合計です。, en: Amounts of open deals times their probability. }
    from: opportunities
    sum: amount * probability
    where: { stage: [初回商談, 提案, 見積, 最終交渉] }

  # サイトと広告
  sessions:             { from: ga4-by-session-channel-group-device-category, sum: sessions }
  conversions:          { from: ga4-by-session-channel-group-device-category, sum: key-events }
  cvr:                  { equals: conversions / sessions }
  ad-cost:              { from: ad-costs, sum: cost, tax: excluded }
  impressions:          { from: ad-costs, sum: impressions }
  clicks:               { from: ad-costs, sum: clicks }
  ctr:                  { equals: clicks / impressions }
  cpc:                  { equals: ad-cost / clicks, tax: excluded }
`;
