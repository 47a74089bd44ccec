import { describe, expect, test } from 'vitest';
import { findPersonal, personalKey, proposalFor } from './find-personal.ts';

function kind(heading: string, ...values: readonly string[]): string | undefined {
  return findPersonal(heading, values)?.kind;
}

describe('columns about people, by heading', () => {
  test.each([
    ['メールアドレス', 'mail'],
    ['購入者のメール', 'mail'],
    ['E-mail', 'mail'],
    ['Customer email', 'mail'],
    ['電話番号', 'phone'],
    ['携帯電話', 'phone'],
    ['Phone Number', 'phone'],
    ['氏名', 'name'],
    ['お名前（フリガナ）', 'name'],
    ['購入者名', 'name'],
    ['顧客名', 'name'],
    ['商談 所有者', 'name'],
    ['First Name', 'name'],
    ['shipping_name', 'name'],
    ['LINE登録名', 'name'],
    ['配送先住所', 'address'],
    ['Address Line 1', 'address'],
    ['郵便番号', 'postcode'],
    ['ZIP code', 'postcode'],
    ['生年月日', 'birth-date'],
    ['IPアドレス', 'ip-address'],
    ['顧客ID', 'person-id'],
    ['CustomerID', 'person-id'],
    ['user_id', 'person-id'],
    ['会員番号', 'person-id'],
  ])('[ING-30] "%s" tells the %s', (heading, seen) => {
    expect(kind(heading)).toBe(seen);
  });

  test.each([
    'キャンペーン名',
    '広告名',
    '商品名',
    '取引先名',
    '会社名',
    '店舗名',
    'イベント名',
    'name of product',
    'mail_opens',
    'phone_clicks',
    '所有者数',
    'email_clicks',
    '地域',
    'Landing page',
    '名目',
    'address_count',
  ])('[ING-30] "%s" tells nothing of people', heading => {
    expect(kind(heading)).toBeUndefined();
  });
});

describe('columns about people, by values', () => {
  test.each<[string, readonly string[], string]>([
    ['mail addresses', ['a@mihon.example', 'b.c+d@rei.example', ''], 'mail'],
    ['phone numbers', ['090-1234-5678', '03-1234-5678', '+81 90-1234-5678'], 'phone'],
    ['postcodes', ['100-0001', '〒530-0001'], 'postcode'],
    ['addresses', ['東京都千代田区みほん1-1', '大阪府大阪市北区れい2丁目'], 'address'],
    ['IP addresses', ['192.0.2.1', '198.51.100.7'], 'ip-address'],
    ['card numbers', ['4111 1111 1111 1111', '5500-0000-0000-0004'], 'card-number'],
    ['names', ['佐藤 一郎', '鈴木 花子', '例野 太郎'], 'name'],
    ['remarks with a mail address', ['よろしく', '返信は a@mihon.example まで', 'なし'], 'free-text'],
    ['URLs with a mail address', ['https://mihon.example/?m=a%40mihon.example'], 'free-text'],
  ])('[ING-31] %s are seen', (_, values, seen) => {
    expect(kind('x', ...values)).toBe(seen);
  });

  test.each<[string, readonly string[]]>([
    ['dates', ['2026-04-01', '2026-04-02']],
    ['amounts', ['1200', '980', '03']],
    ['order numbers', ['A-001-0001', '20260401-0001']],
    ['places', ['東京 渋谷', '大阪 梅田']],
    ['prefectures', ['東京都', '大阪府']],
    ['numbers of sixteen digits without a valid check', ['1234567890123456']],
    ['handles', ['@mihon', '@rei']],
    ['versions', ['1.2.3', '10.0.1']],
  ])('[ING-31] %s are not', (_, values) => {
    expect(kind('x', ...values)).toBeUndefined();
  });
});

test('[ING-32] ids are hashed, mail and phone only as the key of a person, everything else is left out', () => {
  expect(proposalFor('person-id', false)).toBe('hash');
  expect([proposalFor('mail', true), proposalFor('mail', false), proposalFor('phone', true)]).toEqual(['hash', 'drop', 'hash']);
  expect([proposalFor('name', true), proposalFor('address', true)]).toEqual(['drop', 'drop']);
});

test('[ING-33] values are hashed in one form', () => {
  expect(personalKey('mail', ' Taro@Mihon.Example ')).toBe('taro@mihon.example');
  expect(personalKey('phone', '+81 (0)90-1234-5678')).toBe('09012345678');
  expect(personalKey('phone', '０９０−１２３４−５６７８')).toBe('09012345678');
  expect(personalKey('person-id', '17850.0')).toBe('17850');
  expect(personalKey('person-id', '0017850')).toBe('0017850');
  expect(personalKey('name', '佐藤　一郎')).toBe('佐藤一郎');
});
