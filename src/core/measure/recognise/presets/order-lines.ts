import { amount, count, dimension, englishOnly, mail, moment, money, per } from '../column-definition.ts';
import type { Preset, PresetColumn, PresetMetric } from '../preset.ts';

const orderTime: PresetColumn = {
  to: 'ordered-at',
  name: { ja: '注文日時', en: 'Ordered at' },
  from: [
    '注文日時',
    '受注日時',
    '注文日',
    '受注日',
    '購入日時',
    '購入日',
    'Order date',
    'Ordered at',
    'InvoiceDate',
    'Invoice date',
    'Purchase date',
    'Created at',
    'Order time',
    'order_purchase_timestamp',
    'Order datetime',
    'OrderTimestamp',
  ],
  type: 'timestamp',
  role: 'time',
};

const customer: PresetColumn = {
  to: 'customer-id',
  name: { ja: '顧客ID', en: 'Customer ID' },
  from: [
    '顧客ID',
    '会員ID',
    '会員番号',
    '顧客番号',
    '顧客コード',
    'お客様番号',
    'CustomerID',
    'Customer number',
    'Customer no',
    'User ID',
    'Member ID',
    'Buyer ID',
    'ユーザーID',
  ],
  type: 'text',
  role: 'person',
};

const orderId = dimension('order-id', '注文番号', 'Order ID', [
  '受注番号',
  '注文ID',
  '受注ID',
  'Order no',
  'Order number',
  'InvoiceNo',
  'Invoice',
  'Invoice number',
  '伝票番号',
  'オーダーID',
]);

const sku = dimension('sku', '商品コード', 'SKU', [
  '商品番号',
  '商品ID',
  'StockCode',
  'Product ID',
  'Product code',
  'Item code',
  'SKUコード',
  'システム連携用SKU番号',
  '商品管理番号',
  'Item ID',
]);

/** Statuses of orders that came to nothing, as shops write them; 800 and 900 are those of Rakuten RMS. */
const CANCELLED = [
  'キャンセル',
  'キャンセル済み',
  'キャンセル済',
  'キャンセル確定',
  'キャンセル確定待ち',
  '注文取消',
  '注文取り消し',
  '取消',
  '返品',
  '返品済み',
  '返金',
  '返金済み',
  '全額返金',
  'cancelled',
  'canceled',
  'Cancelled',
  'Canceled',
  'Cancel',
  'refunded',
  'Refunded',
  'voided',
  '800',
  '900',
] as const;

const counted = { status: { 'none-of': CANCELLED }, 'cancelled-at': { set: 'no' } } as const;

/** What order lines measure: cancelled and refunded orders do not count, parts that were refunded do not either. */
const metrics: readonly PresetMetric[] = [
  { metric: 'orders', needs: ['order-id'], measured: { distinct: 'order-id' }, where: counted },
  { metric: 'customers', needs: ['customer-id'], measured: { distinct: 'customer-id' }, where: counted },
  { metric: 'customers', needs: ['mail'], measured: { distinct: 'mail' }, where: counted },
  { metric: 'items-sold', needs: ['quantity'], measured: { sum: 'quantity' }, where: counted },
  { metric: 'revenue', needs: ['line-total'], measured: { sum: 'line-total' }, where: counted },
  { metric: 'revenue', needs: ['quantity', 'unit-price'], measured: { sum: 'quantity * unit-price' }, where: counted },
  { metric: 'points-used', needs: ['points'], measured: { sum: 'points' }, where: counted },
];

/** Columns that every list of order lines has; those of the order stand on its first line or on all of them. [ING-45] */
function orderColumns(own: readonly PresetColumn[]): readonly PresetColumn[] {
  const shared: readonly PresetColumn[] = [
    orderTime,
    customer,
    mail(),
    orderId,
    sku,
    dimension('product', '商品名', 'Product', ['Description', 'Product name', 'Item name', 'Lineitem name', '品名', 'Title']),
    dimension('category', '商品カテゴリ', 'Category', ['カテゴリ', 'Product category']),
    dimension('country', '国', 'Country'),
    count('quantity', '数量', 'Quantity', ['個数', 'Qty', 'Lineitem quantity', '注文数', '購入数', 'Quantity ordered']),
    {
      ...money('unit-price', '単価', 'Unit price', ['UnitPrice', 'Price', '価格', '商品単価', '販売価格', 'Lineitem price']),
      notAdditive: true,
    },
    money('line-total', '小計', 'Line total', ['商品小計', '明細金額', 'Amount', '金額', '小計金額', '行合計']),
    money('line-discount', '明細割引額', 'Line discount', ['Lineitem discount', '値引額（明細）']),
    ...per('order-id', ...ofOrder),
  ];
  const taken = new Set(own.map(({ to }) => to));
  return [...own, ...shared.filter(({ to }) => !taken.has(to))];
}

/** What is of the order and not of its lines. */
const ofOrder: readonly PresetColumn[] = [
  dimension('status', '注文ステータス', 'Status', [
    '受注ステータス',
    'ステータス',
    'Order status',
    '注文状況',
    '受注状態',
    '対応状況',
  ]),
  dimension('payment-method', '支払方法', 'Payment method', ['お支払い方法', '決済方法', '支払い方法', '支払方法名']),
  dimension('prefecture', '都道府県', 'Prefecture', ['注文者都道府県', '送付先都道府県']),
  dimension('currency', '通貨', 'Currency', ['通貨コード']),
  { ...moment('cancelled-at', 'キャンセル日時', 'Cancelled at', ['キャンセル日', '取消日']), role: 'dimension' },
  money('shipping', '送料', 'Shipping', ['送料合計', '配送料', 'ShipCharge', '送料（税込）']),
  money('fee', '手数料', 'Fee', ['決済手数料', '代引料', '代引料合計', '代引手数料', 'PayCharge']),
  money('tax', '消費税', 'Tax', ['Taxes', '税額', '消費税額', '消費税合計']),
  money('billed', '請求金額', 'Amount billed'),
  money('goods-total', '商品合計', 'Subtotal', ['商品合計金額', '商品代金合計', '商品金額合計']),
  money('order-total', '合計金額', 'Order total', [
    '注文合計',
    'Total',
    '総額',
    '注文金額',
    '受注金額',
    '支払金額',
    'TotalPrice',
  ]),
  money('coupon', 'クーポン利用額', 'Coupon', ['クーポン値引額', 'Discount amount', '割引額', 'クーポン利用総額', '値引額']),
  amount('points', 'ポイント利用額', 'Points used', ['利用ポイント', 'ポイント利用数', '使用ポイント', 'UsePoint']),
  money('refunded', '返金額', 'Refunded Amount', ['返金金額']),
];

/**
 * Order lines of a shop: one row per article of an order, whatever the shop calls its columns. Amounts that stand on every line of
 * an order (shipping, coupons, what was paid) are those of the order and count once.
 */
export const orderLines: Preset = {
  id: 'order-lines',
  version: 2,
  name: { ja: '注文明細', en: 'Order lines' },
  dataset: { kind: 'event', id: 'order-lines', name: { ja: '注文明細', en: 'Order lines' } },
  columns: orderColumns([]),
  requires: [['order-id'], ['ordered-at'], ['quantity', 'unit-price', 'line-total', 'order-total', 'sku']],
  period: 'row',
  replaces: 'period',
  others: 'keep',
  totals: 'labelled',
  metrics,
};

/** Orders of Shopify. The number of the order stands under `Name`; what is of the order is on its first line only. */
export const shopifyOrders: Preset = {
  ...orderLines,
  id: 'shopify-orders',
  version: 1,
  name: { ja: 'Shopifyの注文', en: 'Shopify orders' },
  dataset: { kind: 'event', id: 'shopify-orders', name: { ja: 'Shopifyの注文明細', en: 'Shopify order lines' } },
  columns: orderColumns(
    [
      { ...dimension('order-id', '注文番号', 'Name'), personal: 'keep' as const },
      { ...dimension('product', '商品名', 'Lineitem name'), personal: 'keep' as const },
      moment('ordered-at', '注文日時', 'Created at'),
      dimension('sku', '商品コード', 'Lineitem sku'),
      count('quantity', '数量', 'Lineitem quantity'),
      { ...money('unit-price', '単価', 'Lineitem price'), notAdditive: true as const },
      money('line-discount', '明細割引額', 'Lineitem discount'),
      ...per(
        'order-id',
        dimension('status', '支払い状況', 'Financial Status'),
        dimension('fulfilment', '発送状況', 'Fulfillment Status'),
        dimension('discount-code', 'クーポンコード', 'Discount Code'),
        dimension('shipping-method', '配送方法', 'Shipping Method'),
        dimension('source', '販売チャネル', 'Source'),
        money('goods-total', '商品合計', 'Subtotal'),
        money('outstanding', '未収金', 'Outstanding Balance'),
      ),
    ].map(englishOnly),
  ),
  requires: [['order-id'], ['ordered-at'], ['status'], ['quantity'], ['unit-price']],
  leastKnown: 0.2,
};

/** Orders of 楽天市場, RMS. The status is a number: 800 and 900 are orders that were cancelled. */
export const rakutenOrders: Preset = {
  ...orderLines,
  id: 'rakuten-orders',
  version: 1,
  name: { ja: '楽天市場の受注データ', en: 'Rakuten orders' },
  dataset: { kind: 'event', id: 'rakuten-orders', name: { ja: '楽天市場の受注明細', en: 'Rakuten order lines' } },
  columns: orderColumns([
    ...per(
      'order-id',
      dimension('status', 'ステータス', 'Status'),
      money('shipping', '送料合計', 'Shipping'),
      money('goods-total', '商品合計金額', 'Goods'),
    ),
    dimension('item-id', '商品管理番号', 'Item ID'),
    dimension('sku', '商品番号', 'Item number', ['システム連携用SKU番号', 'SKU管理番号', '商品ID']),
  ]),
  requires: [['order-id'], ['ordered-at'], ['status'], ['shipping'], ['goods-total'], ['item-id'], ['quantity']],
  leastKnown: 0.2,
};

/** Orders of Amazon, from the report of all orders; dates have their offset. */
export const amazonOrders: Preset = {
  ...orderLines,
  id: 'amazon-orders',
  version: 1,
  name: { ja: 'Amazonの注文', en: 'Amazon orders' },
  dataset: { kind: 'event', id: 'amazon-orders', name: { ja: 'Amazonの注文明細', en: 'Amazon order lines' } },
  columns: orderColumns(
    [
      dimension('order-id', 'Amazon注文番号', 'amazon-order-id'),
      moment('ordered-at', '購入日', 'purchase-date'),
      dimension('status', '注文ステータス', 'order-status'),
      dimension('item-status', '商品ステータス', 'item-status'),
      dimension('product', '商品名', 'product-name'),
      dimension('asin', 'ASIN', 'asin'),
      money('line-total', '商品価格', 'item-price'),
      money('item-tax', '商品税', 'item-tax'),
      money('shipping', '配送料', 'shipping-price'),
      money('shipping-tax', '配送料税', 'shipping-tax'),
      money('coupon', 'プロモーション割引', 'item-promotion-discount'),
      dimension('channel', '販売経路', 'sales-channel'),
      dimension('fulfilment', '出荷元', 'fulfillment-channel'),
    ].map(englishOnly),
  ),
  requires: [['order-id'], ['ordered-at'], ['status'], ['line-total'], ['quantity']],
  leastKnown: 0.2,
};
