import { expect, test } from 'vitest';
import { readPlainYaml } from './plain-yaml.ts';
import { type Path, readSource, type Source } from './source.ts';

const SEED = 20_261_121;
const ROUNDS = Number(process.env.RASHIN_YAML_ROUNDS ?? 2_000);

const PLAIN = `# a plan
rashin: 1
plan: shop-2026   # its name
name: { ja: 大きな計画, en: "A big: plan" }
period: 2026-04-01/2027-03-31
calendar: { zone: Asia/Tokyo, fiscal-year-starts: 4 }
tolerance: 1%

goals:
  sales:
    unit: JPY
    equals: visitors * cvr * price
    target: 3億円 by 2027-03-31
    deductions: [returns, 'coupons']
kpis:
  visitors: { unit: count of visitor, target: 15,000 per month, owner: shop/s0 }
  cvr: { unit: ratio, target: "= 3%", equals: min(a, b), watch: true_ }
  price:
    target: 5000
    baseline: -0.25
    contributors:
    - a
    - { ja: 担当, en: lead }
  long: 12345678901234567890
identities:
  - sales = visitors * cvr
  - "a = b"
`;

/** The same text read by the whole parser, which tabs in comments call for. */
const whole = (text: string) => readSource(`${text}\n#\t\n`);

function pathsOf(data: unknown, path: Path = []): readonly Path[] {
  if (typeof data !== 'object' || data === null) return [path];
  return [
    path,
    [...path, 'nowhere'],
    ...Object.entries(data).flatMap(([key, value]) => pathsOf(value, [...path, Array.isArray(data) ? Number(key) : key])),
  ];
}

/** Whether a text was read the short way; then it has to be what the whole parser reads. */
function isSameWhenPlain(text: string): boolean {
  const plain = readPlainYaml(text);
  if (!plain) return false;
  const read = whole(text);
  if (!read.ok) throw new Error(`plain, but refused: ${JSON.stringify(text)}\n${JSON.stringify(read.problems)}`);
  const paths = pathsOf(plain.data);
  const said = ({ data, lineOf }: Pick<Source, 'data' | 'lineOf'>) =>
    JSON.stringify([data, paths.map(path => [path.join('.'), lineOf(path)])], null, 1);
  if (said(plain) !== said(read.value)) expect(said(plain), text).toBe(said(read.value));
  return true;
}

test('[PLN-04] a plain document is read as the whole parser reads it, to the line', () => {
  expect(isSameWhenPlain(PLAIN)).toBe(true);
  const read = readSource(PLAIN);
  expect(read.ok && read.value.rangeOf(['kpis', 'cvr', 'target'])).toEqual(
    whole(PLAIN).ok && { start: PLAIN.indexOf('"= 3%"'), end: PLAIN.indexOf('"= 3%"') + 6 },
  );
});

test.each([
  'a: 1\r\nb: 2\n',
  'a: &x 1\nb: *x\n',
  'a: !!str 1\n',
  'a: |\n  text\n',
  'a: "line\\n"\n',
  'a: 1\na: 2\n',
  'a: b: c\n',
  'a: { b: 1, b: 2 }\n',
  'a: { b }\n',
  'a: [1, 2\n',
  'a: x\n  y\n',
  'a: 0x1F\n',
  'a: 1e3\n',
  'a: ~\n',
  'a: true\n',
  'a:\n  b: 1\n c: 2\n',
  '- a\n',
  '__proto__: { a: 1 }\n',
  '12: x\n',
  'a: "x" y\n',
  `a:\n${' '.repeat(300)}b: 1\n`,
  `a: [${'1, '.repeat(70_000)}1]\n`,
  `a: ${'['.repeat(30)}${']'.repeat(30)}\n`,
  '',
])('[PLN-04] %.30j is left to the whole parser', text => {
  expect(readPlainYaml(text)).toBeUndefined();
});

test(`[PLN-04] whatever is changed in a plain document, it is read as the whole parser reads it, or left to it (seed ${SEED})`, {
  timeout: 600_000,
}, () => {
  let state = SEED;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const pieces = [
    ...' \n:,{}[]"\'#-?&*!|>%@`~=<\\.0159aé円',
    '  ',
    ': ',
    ', ',
    ' #',
    '- ',
    '\n  ',
    '\n    - ',
    '{ a: b }',
    '[x]',
    'null',
    'true',
    '1.5',
    '.5',
    '5.',
    '+3',
    '1e5',
    '0x1',
    '0o7',
    '.inf',
    '---',
    '...',
    '1,500',
    'f(a, b)',
    '%x',
    '<<: ',
    '""',
    "''",
    'k: v',
    '\nk: v\n',
    '2026-04: 1',
  ];
  let plain = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const rows = PLAIN.split('\n');
    const from = below(rows.length);
    // A few of its lines, so that most changes matter.
    let text =
      round % 4 === 0
        ? PLAIN
        : `${rows
            .slice(from, from + 1 + below(6))
            .join('\n')
            .replace(/^ +/, '')}\n`;
    for (let change = 0; change <= below(3); change++) {
      const at = below(text.length + 1);
      const cut = below(2) === 0 ? 0 : below(4);
      text = text.slice(0, at) + (below(4) === 0 ? '' : (pieces[below(pieces.length)] ?? '')) + text.slice(at + cut);
    }
    if (isSameWhenPlain(text)) plain += 1;
  }
  expect(plain).toBeGreaterThan(ROUNDS / 10);
});
