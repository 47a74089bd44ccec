/** Id of the demo's plan. */
export const DEMO_PLAN = 'new-contracts-2026';

/** What differs between the plan as it began and as it was revised. */
export interface PlanEdition {
  readonly sqlRateContributors: readonly string[];
  readonly note: string;
}

/** plan.yaml of the demo company, in one of its editions. [DMO-10] */
export function planYaml({ sqlRateContributors, note }: PlanEdition): string {
  return `rashin: 1
plan: ${DEMO_PLAN}
name: { ja: 新規契約 2026年度, en: New contracts FY2026 }
period: 2026-04-01/2027-03-31
calendar: { zone: Asia/Tokyo, fiscal-year-starts: 4, week-starts: monday, holidays: jp }
currency: JPY
review: quarterly
# 4月1日時点の商談残のうち、受注できると営業が見ている件数。
pipeline:
  won-deals: { 2026-04: 4, 2026-05: 4, 2026-06: 5 }
spending: { metric: ad-cost, by: { medium: medium } }

areas:
  new-business:
    name: { ja: 新規顧客の獲得, en: New customers }
    owner: management/minato

goals:
  contract-revenue:
    area: new-business
    name: { ja: 年間新規契約売上, en: New contract revenue }
    aim: { ja: 中堅企業の経費精算で最初に選ばれる会社になる, en: To be the first choice of mid-size companies for expense reports }
    aim-because: { ja: 選ばれた結果は、新しく契約した金額にいちばん早く表れる, en: Being chosen shows first in what new customers sign for }
    target: 3億円 by 2027-03-31
    baseline: 2.4億円 per year
    equals: won-deals * contract-value
    tax: excluded
    recognition: ordered
    owner: sales/sato

factors:
  win-deals:
    name: { ja: 成約を高める, en: Win the deals we have }
    supports: contract-revenue
    because:
      ja: 商談まで進んだ案件を契約にできなければ、集客と商談化にかけた費用も時間も売上になりません。
      en: Unless meetings end in contracts, the money and time spent on leads and meetings never becomes revenue.
    owner: sales/sato
  make-meetings:
    name: { ja: 商談化を高める, en: Turn leads into meetings }
    supports: contract-revenue
    because:
      ja: 営業が「会いたい」と思えるリードを、関心が冷めないうちに渡せるかどうかで商談数が決まります。
      en: Meetings depend on handing sales the leads it wants to see, before their interest cools.
    owner: inside-sales/takahashi
  gather-leads:
    name: { ja: 質の高いリードを十分に集める, en: Gather enough good leads }
    supports: contract-revenue
    because:
      ja: リードは件数だけ増えても商談になりません。量の指標と質の指標を必ず対で確認します。
      en: More leads alone are not more meetings. Volume is always read beside quality.
    owner: marketing/tanaka

kpis:
  won-deals:
    under: win-deals
    name: { ja: 受注件数, en: Won deals }
    audience: { ja: 月次の経営会議の参加者, en: Management in its monthly meeting }
    decision: { ja: 今期の売上見込みを据え置くか、見直すか, en: Whether to keep this year’s revenue forecast or revise it }
    equals: meetings * win-rate
    lag: 90 days after leads
  win-rate:
    under: win-deals
    name: { ja: 成約率, en: Win rate }
    audience: { ja: 月次の経営会議の参加者, en: Management in its monthly meeting }
    decision: { ja: 提案の進め方と営業の体制を変えるか, en: Whether to change how deals are proposed and staffed }
    target: 25%
    baseline: 23%
    rhythm: monthly
    pair: won-deals
    owner: sales/sato
  contract-value:
    under: win-deals
    name: { ja: 平均契約金額, en: Average contract value }
    audience: { ja: 月次の経営会議の参加者, en: Management in its monthly meeting }
    decision: { ja: 値引きの基準と上位プランの提案を見直すか, en: Whether to revise discounts and the offer of larger plans }
    target: 500万円
    baseline: 460万円
    tax: excluded
    rhythm: monthly
    owner: sales/suzuki
  days-to-close:
    under: win-deals
    name: { ja: リードから受注までの日数, en: Days from lead to close }
    audience: { ja: 月次の経営会議の参加者, en: Management in its monthly meeting }
    decision: { ja: 検討が長引く案件に管理職が同席するか, en: Whether managers join deals that take long }
    target: 90 days
    baseline: 92 days
    rhythm: monthly
    owner: sales/sato
    supports:
      - to: won-deals
        sign: '-'
        because: { ja: 検討が長引くほど予算の凍結や担当者の異動で失注しやすくなる, en: Long decisions meet budget freezes and changes of contact }
        evidence: opinion
        belief: moderate

  meetings:
    under: make-meetings
    name: { ja: 商談数, en: Meetings }
    audience: { ja: 週次の営業・マーケ定例の参加者, en: Everybody in the weekly sales and marketing meeting }
    decision: { ja: インサイドセールスの人数と配分を変えるか, en: Whether to shift inside sales people }
    equals: sqls * meeting-rate
  meeting-rate:
    under: make-meetings
    name: { ja: 商談設定率, en: Meeting rate }
    audience: { ja: 週次の営業・マーケ定例の参加者, en: Everybody in the weekly sales and marketing meeting }
    decision: { ja: 初回の架電の手順を変えるか, en: Whether to change how first calls are made }
    target: 80%
    baseline: 78%
    rhythm: monthly
    pair: meetings
    owner: inside-sales/takahashi
  days-to-meeting:
    under: make-meetings
    name: { ja: SQLから商談設定までの日数, en: Days from SQL to meeting }
    audience: { ja: 週次の営業・マーケ定例の参加者, en: Everybody in the weekly sales and marketing meeting }
    decision: { ja: リードを渡す順番と通知の方法を変えるか, en: Whether to change how leads are handed over }
    target: 5 business days
    baseline: 5 business days
    rhythm: weekly
    owner: inside-sales/takahashi
    supports:
      - to: meeting-rate
        sign: '-'
        because: { ja: 連絡が早いほど担当者につながりやすく、商談の約束を取りやすい, en: Early calls reach the right person and get the appointment }
        evidence: correlation
        belief: strong
  sqls:
    under: make-meetings
    name: { ja: SQL数, en: SQLs }
    audience: { ja: 週次の営業・マーケ定例の参加者, en: Everybody in the weekly sales and marketing meeting }
    decision: { ja: 商談に回すリードの基準を見直すか, en: Whether to revise which leads go to sales }
    equals: mqls * sql-rate
  sql-rate:
    under: make-meetings
    name: { ja: SQL率, en: SQL rate }
    audience: { ja: 週次の営業・マーケ定例の参加者, en: Everybody in the weekly sales and marketing meeting }
    decision: { ja: MQLの判定基準を見直すか, en: Whether to revise what counts as an MQL }
    target: 50%
    baseline: 51%
    rhythm: weekly
    kind: quality
    owner: marketing/tanaka
    contributors: [${sqlRateContributors.join(', ')}]

  leads:
    under: gather-leads
    name: { ja: リード数, en: Leads }
    audience: { ja: 週次の営業・マーケ定例の参加者, en: Everybody in the weekly sales and marketing meeting }
    decision: { ja: 広告と展示会の予算をどこに動かすか, en: Where to move the budget of ads and fairs }
    target: 200 per month
    baseline: 150 per month
    rhythm: weekly
    kind: quantity
    pair: mql-rate
    owner: marketing/tanaka
  mqls:
    under: gather-leads
    name: { ja: MQL数, en: MQLs }
    audience: { ja: 週次の営業・マーケ定例の参加者, en: Everybody in the weekly sales and marketing meeting }
    decision: { ja: 育成メールの本数と内容を変えるか, en: Whether to change the nurturing mails }
    equals: leads * mql-rate
    kind: quantity
    pair: sql-rate
  mql-rate:
    under: gather-leads
    name: { ja: MQL率, en: MQL rate }
    audience: { ja: 週次の営業・マーケ定例の参加者, en: Everybody in the weekly sales and marketing meeting }
    decision: { ja: 質の低い流入元への出稿を止めるか, en: Whether to stop buying from sources of poor quality }
    target: 30%
    baseline: 32%
    rhythm: weekly
    kind: quality
    pair: leads
    owner: marketing/tanaka
  mql-cost:
    under: gather-leads
    name: { ja: MQL単価, en: Cost per MQL }
    audience: { ja: 週次の営業・マーケ定例の参加者, en: Everybody in the weekly sales and marketing meeting }
    decision: { ja: 媒体ごとの予算を増やすか、減らすか, en: Whether to spend more or less on each medium }
    target: 15,000円
    baseline: 15,500円
    tax: excluded
    rhythm: monthly
    owner: marketing/tanaka
    because: { ja: 質を落とさずに量を買える単価の上限, en: The highest price at which volume does not cost quality }
  target-account-share:
    under: gather-leads
    name: { ja: ターゲット企業率, en: Target-account share }
    audience: { ja: 月次の経営会議の参加者, en: Management in its monthly meeting }
    decision: { ja: 狙う企業の名簿と広告の配信先を見直すか, en: Whether to revise the list of companies and where ads run }
    target: 50%
    baseline: 51%
    rhythm: monthly
    owner: marketing/ito
    because: { ja: 営業が攻めたい従業員300〜2,000名の企業から来るリードの割合, en: Leads from the companies of 300 to 2,000 people that sales wants }

notes: ${note}
`;
}
