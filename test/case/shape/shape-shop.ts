import type { Shape } from './shape.ts';

/** Shops and malls. */
export const SHOP_SHAPES: readonly Shape[] = [
  {
    name: 'Shopify: what is of the order on its first line, shipping once, cancelled and refunded orders',
    // Lines: 2×1200, 1×3000 | 1×1200 | 3×500 (cancelled) | 1×3000 (refunded in part). Shipping 500 + 0 + 700 + 500, refunds 1000.
    text: `Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Billing Zip,Cancelled at,Payment Method,Refunded Amount,Source
#1001,taro@mihon.example,paid,2026-05-03 12:34:56 +0900,fulfilled,JPY,5400,500,536,5900,,0,2026-05-03 12:34:56 +0900,2,羅針盤,1200,SKU1,見本 太郎,'1000001,,クレジット,0,web
#1001,taro@mihon.example,,,,,,,,,,,2026-05-03 12:34:56 +0900,1,方位磁石,3000,SKU2,,,,,,
#1002,hanako@rei.example,paid,2026-05-04 00:05:00 +0900,fulfilled,JPY,1200,0,109,1200,HAJIME,120,2026-05-04 00:05:00 +0900,1,羅針盤,1200,SKU1,例 花子,'5300001,,クレジット,0,web
#1003,jiro@mihon.example,voided,,,JPY,1500,700,136,2200,,0,2026-05-04 09:00:00 +0900,3,地図,500,SKU3,見本 次郎,'1000002,2026-05-04 10:00:00 +0900,コンビニ,0,web
#1004,saburo@rei.example,partially_refunded,2026-05-05 08:00:00 +0900,,JPY,3000,500,318,3500,,0,2026-05-05 08:00:00 +0900,1,方位磁石,3000,SKU2,例 三郎,'5300002,,クレジット,1000,web
`,
    recognised: 'shopify-orders',
    dataset: 'shopify-orders',
    days: ['2026-05-03', '2026-05-05'],
    rows: 5,
    totals: {
      quantity: '8',
      shipping: '1700',
      tax: '1099',
      'goods-total': '11100',
      'order-total': '12800',
      coupon: '120',
      refunded: '1000',
    },
    withheld: ['Billing Name', 'Billing Zip'],
  },
  {
    name: 'order lines of a cart: shipping and points on every line of an order, a cancelled one, blank rows of Excel below',
    // Orders A-1 (2 lines), A-2 (cancelled), A-3 (2 lines apart). Shipping 550 + 550 + 0, points 100 + 0 + 30, orders 3,630 + 1,650 + 2,200.
    text: `受注番号,受注日時,会員ID,商品コード,商品名,個数,単価,送料,ポイント利用額,受注金額,受注ステータス
A-1,2026/06/01 10:00:00,M1,S-01,①羅針盤 髙級,1,"1,980",550,100,"3,630",発送済み
A-1,2026/06/01 10:00:00,M1,S-02,﨑の地図,2,"550円",550,100,"3,630",発送済み
A-2,2026/06/02 11:30:00,M2,S-02,﨑の地図,2,￥550,550,0,"1,650",キャンセル
A-3,2026/06/03 09:15:00,M1,S-03,方位磁石,1,"１，１００",0,30,"2,200",入金待ち
A-4,2026/06/03 09:20:00,,S-03,方位磁石,1,1100,660,,"1,760",
A-3,2026/06/03 09:15:00,M1,S-03,方位磁石,1,1100,0,30,"2,200",入金待ち
,,,,,,,,,,
`,
    recognised: 'order-lines',
    dataset: 'order-lines',
    days: ['2026-06-01', '2026-06-03'],
    rows: 6,
    totals: { quantity: '8', shipping: '1760', points: '130', 'order-total': '9240' },
    skipped: { blank: 1 },
  },
  {
    name: '楽天 RMS orders: status by number, totals of the order on every line',
    // 1,000×2 + 500 | 800 (cancelled). Shipping 600 + 0, goods 2,500 + 800, points 50.
    text: `注文番号,ステータス,注文日時,商品合計金額,送料合計,代引料合計,請求金額,合計金額,ポイント利用額,クーポン利用総額,商品名,商品番号,商品管理番号,単価,個数
123456-20260701-0001,700,2026-07-01 10:15:00,2500,600,0,3050,3100,50,0,みほん茶,T-1,mihon-cha,1000,2
123456-20260701-0001,700,2026-07-01 10:15:00,2500,600,0,3050,3100,50,0,れい皿,R-1,rei-sara,500,1
123456-20260702-0002,900,2026-07-02 20:00:00,800,0,330,1130,1130,0,0,みほん茶 小,T-2,mihon-cha-s,800,1
`,
    recognised: 'rakuten-orders',
    dataset: 'rakuten-orders',
    days: ['2026-07-01', '2026-07-02'],
    rows: 3,
    totals: {
      quantity: '4',
      shipping: '600',
      fee: '330',
      'goods-total': '3300',
      billed: '4180',
      'order-total': '4230',
      points: '50',
      coupon: '0',
    },
    warnings: [],
  },
  {
    name: 'Amazon orders: dates with their offset',
    text: `amazon-order-id,merchant-order-id,purchase-date,order-status,fulfillment-channel,sales-channel,product-name,sku,asin,item-status,quantity,currency,item-price,item-tax,shipping-price,item-promotion-discount
503-1,,2026-07-01T15:30:00+00:00,Shipped,Amazon,Amazon.co.jp,みほん茶,T-1,B000000001,Shipped,2,JPY,2000,148,0,100
503-2,,2026-07-02T01:00:00+00:00,Cancelled,Amazon,Amazon.co.jp,れい皿,R-1,B000000002,Cancelled,0,JPY,,,,
503-3,,2026-07-02T02:00:00+00:00,Shipped,Merchant,Amazon.co.jp,れい皿,R-1,B000000002,Shipped,1,JPY,500,46,440,0
`,
    recognised: 'amazon-orders',
    dataset: 'amazon-orders',
    days: ['2026-07-02', '2026-07-02'],
    rows: 3,
    totals: { quantity: '3', 'line-total': '2500', 'item-tax': '194', shipping: '440', coupon: '100' },
  },
  {
    name: '楽天 RMS: visits × conversion × spend by day and device, with a line that adds the devices up',
    // 1 July: 300,000 = 40 orders × 7,500; 2 July: 160,000 = 20 × 8,000.
    text: `店舗データ,みほん商店
対象期間,2026年7月1日 〜 2026年7月2日

日付,曜日,デバイス,売上金額,売上件数,アクセス人数,転換率,客単価
2026/07/01,水,すべて,"300,000",40,"1,000",4.00%,"7,500"
2026/07/01,水,PC,"100,000",10,300,3.33%,"10,000"
2026/07/01,水,スマートフォン,"200,000",30,720,4.17%,"6,667"
2026/07/02,木,すべて,"160,000",20,800,2.50%,"8,000"
2026/07/02,木,PC,"60,000",5,250,2.00%,"12,000"
2026/07/02,木,スマートフォン,"100,000",15,560,2.68%,"6,667"
`,
    recognised: 'rakuten-shop',
    dataset: 'rakuten-by-device',
    days: ['2026-07-01', '2026-07-02'],
    rows: 4,
    totals: { sales: '460000', orders: '60' },
    skipped: { preamble: 2, blank: 1, total: 2 },
  },
  {
    name: '楽天 RMS: items of a month that stands above the table',
    text: `期間：2026年7月1日 〜 2026年7月31日
商品管理番号,商品名,売上金額,売上件数,売上個数,アクセス人数,転換率,客単価
mihon-cha,みほん茶,"120,000",100,120,"2,500",4.00%,"1,200"
rei-sara,れい皿,"35,000",50,70,"1,000",5.00%,700
合計,,"155,000",150,190,"3,400",4.41%,"1,033"
`,
    recognised: 'rakuten-shop',
    dataset: 'rakuten-by-item-id',
    days: ['2026-07-01', '2026-07-31'],
    rows: 2,
    totals: { sales: '155000', orders: '150', items: '190' },
    skipped: { preamble: 1, total: 1 },
  },
  {
    name: 'Amazon business report by day: business customers are part of the figures beside them',
    text: `日付,注文商品の売上額,注文商品の売上額 - B2B,注文された商品点数,注文された商品点数 - B2B,注文品目総数,ページビュー - 合計,セッション - 合計,カートボックス獲得率,ユニットセッション率
2026/07/01,"￥123,450","￥10,000",60,4,55,"1,200",800,95.5%,7.50%
2026/07/02,"￥76,550",￥0,40,0,38,900,640,96%,6.25%
`,
    recognised: 'amazon-business-report',
    dataset: 'amazon',
    days: ['2026-07-01', '2026-07-02'],
    rows: 2,
    totals: {
      sales: '200000',
      'b2b-sales': '10000',
      items: '100',
      'b2b-items': '4',
      orders: '93',
      'page-views': '2100',
      sessions: '1440',
    },
  },
  {
    name: 'Amazon business report by child ASIN, English, period told by the user elsewhere',
    text: `Period: 2026-07-01 - 2026-07-31
(Parent) ASIN,(Child) ASIN,Title,Sessions - Total,Session Percentage - Total,Page Views - Total,Units Ordered,Unit Session Percentage,Ordered Product Sales,Total Order Items
B000000001,B000000001,Sample tea,800,66.67%,"1,100",60,7.50%,"JPY 72,000",55
B000000002,B000000002,Sample dish,400,33.33%,500,20,5.00%,"JPY 10,000",18
`,
    recognised: 'amazon-business-report',
    dataset: 'amazon-by-asin',
    days: ['2026-07-01', '2026-07-31'],
    rows: 2,
    totals: { sessions: '1200', 'page-views': '1600', items: '80', sales: '82000', orders: '73' },
    skipped: { preamble: 1 },
  },
  {
    name: 'Amazon payments: sales, points, fees and a transfer below a preamble',
    // 2,000 − 200 − 434 − 20 | 500 − 50 − 290 | transfer −1,506 = 0
    text: `すべての金額は日本円です。
定義:
日付/時間,決済番号,トランザクションの種類,注文番号,SKU,説明,数量,商品売上,配送料,Amazonポイントの費用,プロモーション割引額,手数料,FBA 手数料,その他,合計
2026/07/02 0:30:00,999,注文,503-1,T-1,みほん茶,2,"2,000",0,-20,0,-200,-434,0,"1,346"
2026/07/03 11:00:00,999,注文,503-3,R-1,れい皿,1,500,0,0,0,-50,-290,0,160
2026/07/05 12:00:00,999,振込み,,,振込先口座,,0,0,0,0,0,0,"-1,506","-1,506"
`,
    recognised: 'amazon-transactions',
    dataset: 'amazon-transactions',
    days: ['2026-07-02', '2026-07-05'],
    rows: 3,
    totals: {
      quantity: '3',
      sales: '2500',
      shipping: '0',
      points: '-20',
      promotion: '0',
      'selling-fees': '-250',
      'fba-fees': '-724',
      other: '-1506',
      total: '0',
    },
    skipped: { preamble: 2 },
  },
  {
    name: 'Yahoo!ショッピング: store by day',
    text: `日付,曜日,売上合計値,注文数合計,注文点数合計,注文者数合計,ページビュー,セッション,ユニークユーザー,購買率,客単価
2026年7月1日,水,"98,000円",14,20,13,"2,100",900,700,1.56%,"7,538円"
2026年7月2日,木,"52,000円",8,9,8,"1,500",650,520,1.23%,"6,500円"
合計,,"150,000円",22,29,21,"3,600","1,550","1,180",1.42%,"7,143円"
`,
    recognised: 'yahoo-shopping',
    dataset: 'yahoo-shopping',
    days: ['2026-07-01', '2026-07-02'],
    rows: 2,
    totals: { sales: '150000', orders: '22', items: '29', 'page-views': '3600', sessions: '1550' },
    skipped: { total: 1 },
  },
  {
    name: 'fees of a mall as its monthly invoice lists them',
    text: `請求月,請求項目,金額（税抜）,消費税
2026年7月,システム利用料,"32,500","3,250"
2026年7月,楽天ペイ利用料,"17,050","1,705"
2026年7月,ポイント原資負担,"4,600",460
2026年7月,アフィリエイト成果報酬,"2,345",234
2026年7月,キャンセル調整,"△1,000",▲100
合計,,"55,495","5,549"
`,
    fileName: '請求明細_202607.csv',
    recognised: 'cost-sheet',
    dataset: 'costs',
    days: ['2026-07-01', '2026-07-31'],
    rows: 5,
    totals: { cost: '55495', tax: '5549' },
    skipped: { total: 1 },
  },
];
