import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/**
 * Writes order lines of an invented web shop as CSV, in the shape of the UCI Online Retail file: the same eight columns, about 21
 * lines per invoice, one line in four without customer, cancellations as lines of their own, a year of days. The same `rows` give the
 * same bytes.
 *
 * @param {string} path
 * @param {number} rows
 * @returns {Promise<{ rows: number, revenue: string, invoices: number, customers: number, from: string, to: string }>}
 *   what must come out of it; `revenue` is exact decimal text
 */
export async function writeOrderLines(path, rows) {
  const file = createWriteStream(path);
  const random = lcg(20_101_201);
  const invoices = Math.max(1, Math.round(rows / 21));
  const customers = new Set();
  let [revenue, written, text] = [0n, 0, 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\r\n'];
  for (let invoice = 0; written < rows; invoice++) {
    const isLast = invoice >= invoices - 1;
    const lines = isLast ? rows - written : Math.min(rows - written, 1 + random(41));
    const isCancelled = random(100) < 3;
    const customer = random(4) === 0 ? '' : String(12_346 + random(4_400));
    if (customer !== '') customers.add(customer);
    const head = `${isCancelled ? 'C' : ''}${536_365 + invoice}`;
    const moment = momentOf(Math.min(invoice, invoices - 1) / invoices, random);
    const country = random(100) < 91 ? 'United Kingdom' : COUNTRIES[random(COUNTRIES.length)];
    for (let line = 0; line < lines; line++) {
      const article = random(4_000);
      const quantity = (1 + random(24)) * (isCancelled ? -1 : 1);
      const pence = 19 + (article % 50) * 25 + random(4);
      revenue += BigInt(quantity * pence);
      text += `${head},${code(article)},${description(article)},${quantity},${moment},${(pence / 100).toFixed(2)},${customer},${country}\r\n`;
    }
    written += lines;
    if (text.length > 1 << 20) {
      if (!file.write(text)) await new Promise(resolve => file.once('drain', resolve));
      text = '';
    }
    if (written >= rows) {
      file.end(text);
      await finished(file);
      return { rows, revenue: penceText(revenue), invoices: invoice + 1, customers: customers.size, from: FROM, to: TO };
    }
  }
  throw new Error('no rows were asked for');
}

const FROM = '2025-12-01';
const TO = '2026-11-30';
const DAYS = 365;
const FIRST = Date.UTC(2025, 11, 1);
const COUNTRIES = [
  'Germany',
  'France',
  'EIRE',
  'Spain',
  'Netherlands',
  'Belgium',
  'Switzerland',
  'Portugal',
  'Australia',
  'Norway',
];
const KINDS = [
  'T-LIGHT HOLDER',
  'LUNCH BAG',
  'CAKE STAND',
  'PARTY BUNTING',
  'STORAGE TIN',
  'WALL CLOCK',
  'HOT WATER BOTTLE',
  'DOOR SIGN',
];
const STYLES = ['WHITE HANGING', 'RED RETROSPOT', 'VINTAGE', 'SET OF 6', 'REGENCY', 'WOODEN', '"LOVE"', 'PINK, SMALL'];

function momentOf(share, random) {
  const day = new Date(FIRST + Math.floor(share * DAYS) * 86_400_000).toISOString().slice(0, 10);
  return `${day} ${two(8 + random(12))}:${two(random(60))}:00`;
}

function code(article) {
  return `${10_002 + article * 7}${article % 9 === 0 ? 'A' : ''}`;
}

function description(article) {
  const text = `${STYLES[article % STYLES.length]} ${KINDS[(article >> 3) % KINDS.length]} ${article}`;
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function two(number) {
  return String(number).padStart(2, '0');
}

function penceText(pence) {
  const digits = String(pence).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '');
}

/** Whole numbers below `end`, always the same ones: a linear congruential generator of 32 bits, of which the upper ones are used. */
function lcg(seed) {
  let state = seed >>> 0;
  return end => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * end);
  };
}
