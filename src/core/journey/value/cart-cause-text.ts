import type { Text } from '../../text/text.ts';
import type { CartCause } from './cart-cause.ts';

/** Names of the causes and what helps against each. [VAL-63] */
export const CART_CAUSE_TEXT: Readonly<Record<CartCause, { readonly name: Text; readonly measures: readonly Text[] }>> = {
  'unexpected-cost': {
    name: { ja: '予想外のコスト', en: 'Unexpected cost' },
    measures: [
      { ja: '送料と手数料を商品ページに表示する', en: 'Show shipping and fees on the product page' },
      { ja: '一定額以上の購入で送料を無料にする', en: 'Ship free from a certain amount' },
      { ja: '送料込みの価格に切り替える', en: 'Switch to prices with shipping included' },
    ],
  },
  'forced-account': {
    name: { ja: 'アカウント作成の強制', en: 'Account required' },
    measures: [
      { ja: '会員登録なしで購入できるようにする', en: 'Let guests buy' },
      { ja: 'SNSアカウントで1回の操作でログインできるようにする', en: 'Offer sign-in with an existing social account' },
      { ja: '会員登録の利点をはっきり示す', en: 'Say what an account is good for' },
    ],
  },
  'complex-process': {
    name: { ja: '複雑な購入手続き', en: 'Complicated checkout' },
    measures: [
      { ja: '必須の入力項目を減らす', en: 'Require fewer fields' },
      { ja: '住所などの自動入力を使えるようにする', en: 'Let browsers fill in addresses' },
      { ja: '今どの段階かを表示する', en: 'Show how far one has come' },
      { ja: '手続きの段階を減らす', en: 'Have fewer steps' },
    ],
  },
  'lack-of-trust': {
    name: { ja: '信頼性の不足', en: 'Lack of trust' },
    measures: [
      { ja: '安全対策の認証マークを表示する', en: 'Show security marks' },
      { ja: '購入者の声や評価を載せる', en: 'Show reviews of buyers' },
      { ja: '返品・交換の条件を明記する', en: 'State the terms of returns' },
      { ja: '支払い方法を増やす', en: 'Offer more ways to pay' },
    ],
  },
  'no-follow-up': {
    name: { ja: '放棄後のフォロー不足', en: 'No follow-up' },
    measures: [
      { ja: 'カートに残った商品をメールで知らせる', en: 'Remind people of their cart by e-mail' },
      { ja: '期間限定のクーポンを送る', en: 'Offer a coupon for a short time' },
      { ja: 'リターゲティング広告を出す', en: 'Advertise to those who left' },
    ],
  },
};
