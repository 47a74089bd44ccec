import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber } from '#core/measure/recognise/read-number.ts';
import { trimmed } from '#core/number/decimal.ts';
import { round } from '#core/number/round.ts';
import type { DecimalMark } from '#core/text/numeral.ts';
import { scratchFolder } from '#test/case/ingest/received.ts';
import { ByteWriter } from '../byte-writer.ts';
import { NumberReader } from './number-reader.ts';

function read(text: string, column: { reads?: 'integer' | 'decimal'; decimalMark?: DecimalMark; scale?: string } = {}) {
  const reader = new NumberReader({ reads: 'decimal', decimalMark: 'point', ...column });
  const bytes = Buffer.from(`<${text}>`);
  const outcome = reader.read(bytes, 1, bytes.length - 1);
  reader.commit();
  return { outcome, value: reader.value, reader };
}

function cellOf(text: string, column: Parameters<typeof read>[1] = {}) {
  const { outcome, value } = read(text, column);
  return outcome === 'value' ? value : outcome;
}

describe('numbers of a column', () => {
  test.each([
    ['12', '12'],
    ['-7', '-7'],
    ['-0', '0'],
    ['007', '7'],
    ['1.50', '1.5'],
    ['0.000000001', '0.000000001'],
    ['1,234,567.80', '1234567.8'],
    ['999999999999999', '999999999999999'],
    ['12345678901234567890.5', '12345678901234567890.5'],
    ['１，２３４円', '1234'],
    ['△1.2', '-1.2'],
    ['(1,000)', '-1000'],
    ['2.76%', '0.0276'],
    ['3億円', '300000000'],
    ['1.2E+05', '120000'],
    ['', 'missing'],
    [' --', 'missing'],
    ['X', 'missing'],
    ['x', 'not-a-number'],
    ['#DIV/0!', 'missing'],
    ['<1', 'bounded'],
    ['12a', 'not-a-number'],
    ['1,23', 'ambiguous-number'],
    ['123456789012345678901234567890', 'too-large'],
  ])('[ING-17] "%s" is %s', (text, value) => {
    expect(cellOf(text)).toBe(value);
  });

  test('[ING-17] with a decimal comma the signs change places', () => {
    expect(cellOf('1.234,56', { decimalMark: 'comma' })).toBe('1234.56');
    expect(cellOf('0,44', { decimalMark: 'comma' })).toBe('0.44');
    expect(cellOf('1.234', { decimalMark: 'comma' })).toBe('1234');
    expect(cellOf('1.234')).toBe('1.234');
  });

  test('[ING-17] whole numbers may be written with empty decimals, and end where 64 bits do', () => {
    const column = { reads: 'integer' } as const;
    expect(cellOf('10.00', column)).toBe('10');
    expect(cellOf('10.5', column)).toBe('not-whole');
    expect(cellOf('9223372036854775807', column)).toBe('9223372036854775807');
    expect(cellOf('9223372036854775808', column)).toBe('too-large');
    expect(cellOf('1234567890123456.5', column)).toBe('not-whole');
  });

  test('[ING-11] the scale of a heading applies to plain numbers, not to cells with a unit of their own', () => {
    expect(cellOf('4.54', { scale: '0.01' })).toBe('0.0454');
    expect(cellOf('4.54%', { scale: '0.01' })).toBe('0.0454');
    expect(cellOf('3.2', { scale: '1000000' })).toBe('3200000');
    expect(cellOf('2億', { scale: '1000000' })).toBe('200000000');
    expect(cellOf('130319306', { scale: '0.000001' })).toBe('130.319306');
  });

  test('[ING-17] decimals after the ninth are rounded half away from zero, and counted', () => {
    const { value, reader } = read('0.66666666650');
    expect(value).toBe('0.666666667');
    expect(reader.rounded).toBe(1);
    expect(cellOf('-0.0000000005')).toBe('-0.000000001');
  });

  test('[ING-41] sums keep the decimals that were written', () => {
    const reader = new NumberReader({ reads: 'decimal', decimalMark: 'point' });
    for (const text of ['1.10', '2.2', '12345678901234567890', '', '<5']) {
      const bytes = Buffer.from(text);
      reader.read(bytes, 0, bytes.length);
      reader.commit();
    }
    expect(reader.total.value).toBe('12345678901234567893.30');
    expect(reader.total.count).toBe(3);
    expect(reader.bounded).toBe(1);
  });

  test('[ING-17] reading bytes gives what reading text gives, and what is written reads back', () => {
    const part = fc.string({ unit: fc.constantFrom('0', '1', '9', ',', '.', '-'), maxLength: 12 });
    const folder = scratchFolder();
    let file = 0;
    fc.assert(
      fc.property(part, fc.constantFrom<DecimalMark>('point', 'comma'), (text, decimalMark) => {
        const oracle = readNumber(text, decimalMark);
        const expected = oracle.kind === 'number' ? trimmed(round(oracle.value, 9)) : oracle.kind;
        const { outcome, value, reader } = read(text, { decimalMark });
        expect(outcome === 'value' ? value : outcome).toBe(expected);
        if (outcome !== 'value') return;
        file += 1;
        const out = new ByteWriter(`${folder}/${file}`);
        out.reserve(reader.size);
        reader.write(out);
        expect(Buffer.from(out.bytes.subarray(0, out.length)).toString()).toBe(value);
        out.abandon();
      }),
      { seed: 20260405, numRuns: 2000 },
    );
  });
});
