import { headerText } from '../recognise/header-text.ts';
import type { PersonalKind } from './personal-kind.ts';

/** What a heading says of the people in its column. Headings of things (広告名, 商品名, 取引先名) say nothing. [ING-30] */
export function personalHeader(heading: string): PersonalKind | undefined {
  const { key } = headerText(heading);
  if (
    PERSON_IDS.has(key) ||
    /^(?:顧客|会員|ユーザー?|お客様|購入者|注文者|利用者|友だち|リード|取引先責任者)(?:id|番号|コード|no)$/.test(key)
  )
    return 'person-id';
  for (const [kind, pattern] of HEADINGS) {
    if (pattern.test(key)) return kind;
  }
  return undefined;
}

const PERSON_IDS = new Set([
  ...[
    'customerid',
    'custid',
    'userid',
    'uid',
    'memberid',
    'clientid',
    'visitorid',
    'personid',
    'contactid',
    'leadid',
    'subscriberid',
  ],
  ...['userpseudoid', 'fullvisitorid', 'shopperid', 'buyerid', 'customernumber', 'customerno', 'customercode', 'membernumber'],
  ...['lineユーザーid', 'lineid', 'クライアントid', 'ユーザid', '個人id', 'idfa', 'gaid', '広告id', 'cookieid', 'deviceid'],
]);

const PERSON =
  '(?:顧客|購入者|注文者|会員|お客様|お客さま|配送先|お届け先|届け先|送付先|送り先|請求先|依頼主|受取人|予約者|申込者|応募者|回答者|参加者|契約者|ユーザー|担当者|営業担当者?|商談所有者|リード所有者|所有者|取引先責任者)';

const HEADINGS: readonly (readonly [PersonalKind, RegExp])[] = [
  ['mail', /^(?:.*の)?(?:e?メール(?:アドレス)?|電子メール(?:アドレス)?|e?mail(?:address)?|mailアドレス)\d?$/],
  ['mail', new RegExp(`^${PERSON}の?(?:e?メール(?:アドレス)?|mail)$`)],
  ['mail', /^(?:customer|user|contact|billing|shipping|buyer|member)e?mail(?:address)?$/],
  [
    'phone',
    /^(?:.*(?:電話|携帯)(?:番号)?|tel|fax|phone|phonenumber|telephone|mobile|mobilephone|.*電話番号\d?|fax番号|(?:customer|user|contact|billing|shipping)phone(?:number)?)$/,
  ],
  ['ip-address', /^(?:ip|ipaddress|ipアドレス|remoteaddr|clientip)$/],
  ['postcode', /^(?:.*郵便番号|〒|zip|zipcode|.*postalcode|postcode|(?:billing|shipping)zip(?:code)?)$/],
  [
    'address',
    /^(?:.*住所\d?|番地|.*番地以下|町名・?番地|建物名.*|マンション名.*|address\d?|addressline\d?|street|streetaddress|(?:billing|shipping|home|mailing|delivery)address\d?)$/,
  ],
  ['birth-date', /^(?:生年月日|誕生日|birthday|birthdate|dateofbirth|dob)$/],
  ['card-number', /^(?:カード番号|クレジットカード番号|cardnumber|creditcardnumber)$/],
  [
    'name',
    /^(?:お?名前(?:\((?:フリガナ|ふりがな|カナ)\))?|表示名|line登録名|line表示名|ニックネーム|氏名|姓名|姓|名|セイ|メイ|せい|めい|(?:氏名|姓|名)?\(?(?:フリガナ|ふりがな|カナ|かな|よみ)\)?)$/,
  ],
  ['name', new RegExp(`^${PERSON}(?:の?(?:氏?名|お?名前|姓|様|様?名|名?\\(?(?:フリガナ|カナ)\\)?))$`)],
  [
    'name',
    /^(?:担当者|営業担当者?|商談所有者|リード所有者|所有者|取引先責任者|opportunityowner|leadowner|accountowner|owner|salesrep)$/,
  ],
  [
    'name',
    /^(?:firstname|lastname|displayname|nickname|screenname|fullname|givenname|familyname|surname|middlename|(?:customer|client|contact|buyer|member|recipient|user|billing|shipping|cardholder)(?:first|last|full)?name)$/,
  ],
];
