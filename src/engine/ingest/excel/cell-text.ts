import type { NumberMeaning } from './number-format.ts';
import { type Epoch, serialDate, serialDuration } from './serial-date.ts';

const PLAIN = /^-?(?:0|[1-9]\d{0,14})$/;
const PLAIN_DECIMAL = /^-?\d{1,10}\.\d{1,5}$/;

/**
 * A number of a workbook as the text a person would see in the cell, without separators and symbols. [ING-24]
 * Numbers have 15 digits, as in Excel: the file's 2.5499999999999998 is 2.55. Percentages are written with their sign.
 */
export function numberText(value: string, meaning: NumberMeaning, epoch: Epoch): string {
  if (meaning === 'number') return plainNumber(value);
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  switch (meaning) {
    case 'date':
      return serialDate(number, epoch) ?? plainNumber(value);
    case 'duration':
      return serialDuration(number);
    case 'percent':
      return `${plainNumber(String(number * 100))}%`;
  }
}

function plainNumber(value: string): string {
  if (PLAIN.test(value) || PLAIN_DECIMAL.test(value)) return value;
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  return withoutExponent(String(Number(number.toPrecision(15))));
}

function withoutExponent(text: string): string {
  const [digits = '', exponent] = text.split('e');
  if (exponent === undefined) return text;
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.');
  const shift = Number(exponent);
  const written = shift < 0 ? `0.${'0'.repeat(-shift - 1)}${whole}${fraction}` : `${whole}${fraction.padEnd(shift, '0')}`;
  return digits.startsWith('-') ? `-${written}` : written;
}
