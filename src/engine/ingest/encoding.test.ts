import Encoding from 'encoding-japanese';
import { describe, expect, test } from 'vitest';
import { refusalsOf, tableOf } from '#test/case/ingest/received.ts';
import { ByteSurveyor } from './byte-survey.ts';
import { decode } from './decode.ts';
import { detectEncoding } from './encoding.ts';
import { decodeWindows1252 } from './windows-1252.ts';

function detected(bytes: Uint8Array, pieceBytes = 1 << 20) {
  const surveyor = new ByteSurveyor();
  for (let at = 0; at < bytes.length; at += pieceBytes) surveyor.push(bytes.subarray(at, at + pieceBytes));
  return detectEncoding(surveyor.end());
}

function japanese(text: string, to: 'SJIS' | 'EUCJP'): Uint8Array {
  return Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { from: 'UNICODE', to }));
}

function latin(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

describe('encodings', () => {
  test.each([
    ['UTF-8 of Japanese', Buffer.from('日付,費用\n2026-04-01,１２円\n'), 'utf-8'],
    ['ASCII', Buffer.from('date,clicks\n2026-04-01,1\n'), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from('\ufeffdate\n'), 'utf-8'],
    ['UTF-16 with a mark', Buffer.from('\ufeffdate\tcost\n', 'utf16le'), 'utf-16le'],
    ['UTF-16 big-endian with a mark', Buffer.from('\ufeffdate\tcost\n', 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from('日付\t費用\n2026-04-01\t12\n', 'utf16le'), 'utf-16le'],
    ['Shift_JIS', japanese('日付,キャンペーン名,費用\n2026-04-01,春の羅針盤,1200\n', 'SJIS'), 'shift_jis'],
    ['Shift_JIS of half-width kana', japanese('ﾋﾂﾞｹ,ｷｬﾝﾍﾟｰﾝ\n2026-04-01,ﾊﾙ\n', 'SJIS'), 'shift_jis'],
    ['Shift_JIS of one word', japanese('日付,clicks\n', 'SJIS'), 'shift_jis'],
    ['EUC-JP', japanese('日付,キャンペーン名,費用\n2026-04-01,春の羅針盤,1200\n', 'EUCJP'), 'euc-jp'],
    ['German', latin('Datum;Kampagne\n2026;Frühling für Köln\n2027;Größe Ärger Öl\n'), 'windows-1252'],
    ['French', latin('Date;Requête\n2026;été à la plage\n2027;garçon déjà\n'), 'windows-1252'],
    ['Portuguese', latin('Data;Campanha\n2026;São João\n2027;ação não\n'), 'windows-1252'],
    ['Spanish', latin('Fecha;Campaña\n2026;Año nuevo mañana\n'), 'windows-1252'],
  ])('[ING-03] %s is told', (_, bytes, encoding) => {
    expect(detected(bytes)).toBe(encoding);
  });

  test('[ING-03] one byte of another encoding at the far end of a file is not overlooked', () => {
    const start = Buffer.from('date,campaign\n'.repeat(20_000));
    expect(detected(start)).toBe('utf-8');
    expect(detected(Buffer.concat([start, latin('2026,Köln\n2026,Frühling\n')]), 4096)).toBe('windows-1252');
  });

  test('[ING-03] characters that only the Shift_JIS of Windows has come through', async () => {
    const bytes = Uint8Array.of(...latin('a,'), 0x87, 0x40, 0x87, 0x8a, 0xfb, 0xfc, 0xfa, 0xb1, 0x81, 0x60, 0x81, 0x7c, 0x0a);
    async function* oneByOne() {
      for (const byte of bytes) yield Uint8Array.of(byte);
    }
    const parts: Uint8Array[] = [];
    for await (const part of decode(oneByOne(), 'shift_jis', false)) parts.push(part);
    expect(Buffer.concat(parts).toString()).toBe('a,①㈱髙﨑～－\n');
  });

  test('[ING-03] every byte of Windows-1252 is its character, the euro sign among them', () => {
    expect(decodeWindows1252(Uint8Array.of(0x80, 0x92, 0x96, 0xe4, 0xff))).toBe('€’–äÿ');
  });

  test('[ING-03] a mark that comes in single bytes is taken off', async () => {
    async function* pieces() {
      for (const byte of [0xef, 0xbb, 0xbf, 0x61]) yield Uint8Array.of(byte);
    }
    const parts: Uint8Array[] = [];
    for await (const part of decode(pieces(), 'utf-8', true)) parts.push(part);
    expect(Buffer.concat(parts).toString()).toBe('a');
  });

  test('[ING-03] a damaged UTF-8 text is refused with the line of the damage, and not read as something else', async () => {
    const rows = Array.from({ length: 30 }, (_, day) => `2026-04-${String(day + 1).padStart(2, '0')},春の羅針盤,${day}\n`).join(
      '',
    );
    const text = Buffer.from(`日付,キャンペーン,クリック数\n${rows}`);
    text[text.indexOf('羅', 200)] = 0xff;
    const [problem] = await refusalsOf(text);
    expect(problem).toMatchObject({ code: 'bytes-not-in-encoding', params: { encoding: 'utf-8' } });
    expect(problem?.line).toBeGreaterThan(1);
  });

  test('[ING-03] a text that ends within a character is damaged', async () => {
    const whole = Buffer.from(`日付,クリック数\n2026-04-01,1\n2026-04-02,春の羅針盤`);
    expect(await refusalsOf(whole.subarray(0, whole.length - 1))).toMatchObject([{ code: 'bytes-not-in-encoding', line: 3 }]);
  });

  test('[ING-03] the user may name the encoding', async () => {
    const table = await tableOf(latin('date,campaign,clicks\n2026-04-01,\xe9t\xe9,1\n'), { text: { encoding: 'windows-1252' } });
    expect(table.sample[0]?.cells[1]).toBe('été');
    expect(await refusalsOf(latin('date,campaign\n2026,\xe9t\xe9 \xff\n'), { text: { encoding: 'utf-8' } })).toMatchObject([
      { code: 'bytes-not-in-encoding', line: 2 },
    ]);
  });

  test('[ING-03] NUL bytes and control characters are no text', async () => {
    expect(await refusalsOf('date,campaign\n2026-04-01,a\0b\n')).toMatchObject([{ code: 'binary-file', line: 2 }]);
    const bytes = Uint8Array.from({ length: 4096 }, (_, index) => ((index * 89 + 13) % 255) + 1);
    expect(await refusalsOf(bytes)).toMatchObject([{ code: 'binary-file' }]);
  });
});
