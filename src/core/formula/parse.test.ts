import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Formula, Operator } from './ast.ts';
import { referencesOf } from './ast.ts';
import { FORMULA_LIMITS, parseFormula } from './parse.ts';
import { printFormula } from './print.ts';

function shape(formula: Formula): unknown {
  switch (formula.kind) {
    case 'number':
      return formula.as === 'money' ? { money: formula.value } : formula.value;
    case 'reference':
      return { id: formula.id };
    case 'negation':
      return { neg: shape(formula.operand) };
    case 'operation':
      return [shape(formula.left), formula.operator, shape(formula.right)];
    case 'call':
      return { [formula.name]: formula.args.map(shape) };
  }
}

function parsed(text: string): unknown {
  const result = parseFormula(text);
  if (!result.ok) throw new Error(result.problems[0]?.code);
  return shape(result.value);
}

function refusal(text: string): string {
  const result = parseFormula(text);
  return result.ok ? 'accepted' : (result.problems[0]?.code ?? 'no problem');
}

describe('[FRM-01] grammar', () => {
  test('[FRM-01] products bind tighter than sums and equal ranks group to the left', () => {
    expect(parsed('a + b * c')).toEqual([{ id: 'a' }, '+', [{ id: 'b' }, '*', { id: 'c' }]]);
    expect(parsed('a - b - c')).toEqual([[{ id: 'a' }, '-', { id: 'b' }], '-', { id: 'c' }]);
    expect(parsed('a / b * c')).toEqual([[{ id: 'a' }, '/', { id: 'b' }], '*', { id: 'c' }]);
    expect(parsed('-(a + b) * 2')).toEqual([{ neg: [{ id: 'a' }, '+', { id: 'b' }] }, '*', '2']);
  });

  test('[FRM-02] Japanese names and full-width signs read like their ASCII forms', () => {
    expect(parsed('受注件数×契約金額')).toEqual([{ id: '受注件数' }, '*', { id: '契約金額' }]);
    expect(parsed('（売上−原価）÷売上')).toEqual([[{ id: '売上' }, '-', { id: '原価' }], '/', { id: '売上' }]);
    expect(parsed('リード数 * MQL率')).toEqual([{ id: 'リード数' }, '*', { id: 'MQL率' }]);
  });

  test('[FRM-02] a hyphen inside a name belongs to it; with spaces it subtracts', () => {
    expect(parsed('won-deals - lost-deals')).toEqual([{ id: 'won-deals' }, '-', { id: 'lost-deals' }]);
    expect(parsed('won-deals-lost')).toEqual({ id: 'won-deals-lost' });
    expect(parsed('a -b')).toEqual([{ id: 'a' }, '-', { id: 'b' }]);
  });

  test('[FRM-03] numbers carry their factor: percent, 万, 億, 円', () => {
    expect(parsed('2%')).toBe('0.02');
    expect(parsed('12.5%')).toBe('0.125');
    expect(parsed('3億円')).toEqual({ money: '300000000' });
    expect(parsed('1.5億')).toBe('150000000');
    expect(parsed('¥5000')).toEqual({ money: '5000' });
    expect(parsed('1_000 * 0.5')).toEqual(['1000', '*', '0.5']);
    expect(parsed('0.3万')).toBe('3000');
  });

  test('[FRM-04] only the listed functions exist, with their number of arguments', () => {
    expect(parsed('min(a, b + 1)')).toEqual({ min: [{ id: 'a' }, [{ id: 'b' }, '+', '1']] });
    expect(parsed('previous(customers) + new')).toEqual([{ previous: [{ id: 'customers' }] }, '+', { id: 'new' }]);
    expect(parsed('power(1 - churn, 12)')).toEqual({ power: [['1', '-', { id: 'churn' }], '12'] });
    expect(refusal('version()')).toBe('formula-function');
    expect(refusal('sum(a)')).toBe('formula-function');
    expect(refusal('min(a)')).toBe('formula-arguments');
    expect(refusal('previous(a, b)')).toBe('formula-arguments');
  });

  test('[FRM-06] references come once each, and those of earlier periods can be left out', () => {
    const result = parseFormula('previous(stock) + a * b - a');
    expect(result.ok && referencesOf(result.value)).toEqual(['stock', 'a', 'b']);
    expect(result.ok && referencesOf(result.value, 'same-period')).toEqual(['a', 'b']);
  });
});

describe('[FRM-05] what is refused', () => {
  const refused: readonly [string, string][] = [
    ['', 'formula-empty'],
    [' \u3000 ', 'formula-empty'],
    ['this', 'formula-name'],
    ['globalThis', 'formula-name'],
    ['__proto__', 'formula-name'],
    ['constructor', 'formula-name'],
    ["a.constructor('x')", 'formula-character'],
    ['process.exit(1)', 'formula-character'],
    ['(() => 1)()', 'formula-character'],
    ['a; drop table b', 'formula-character'],
    ['(select 1)', 'formula-unexpected'],
    ["query('select 1')", 'formula-character'],
    ['a::varchar', 'formula-character'],
    ['a /* */ union select 1', 'formula-unexpected'],
    ['$1', 'formula-character'],
    ['{{a}}', 'formula-character'],
    ['`id`', 'formula-character'],
    ['a["b"]', 'formula-character'],
    ['a ^ 2', 'formula-character'],
    ['a * 1e308', 'formula-number'],
    ['1.2.3', 'formula-number'],
    ['a\u202eb', 'formula-character'],
    ['\u0000', 'formula-character'],
    ['ａdcost', 'formula-character'],
    ['if(if(if(', 'formula-function'],
    ['min(min(min(', 'formula-ends'],
    ['a +', 'formula-ends'],
    ['(a', 'formula-ends'],
    ['power(a, b)', 'formula-exponent'],
    ['power(a, 0)', 'formula-exponent'],
    ['power(a, 2.5)', 'formula-exponent'],
    ['power(a, 999999999)', 'formula-exponent'],
    ['a b', 'formula-unexpected'],
    ['a)', 'formula-unexpected'],
    ['a.__proto__.b = 1', 'formula-character'],
    ["constructor.constructor('return 1')()", 'formula-name'],
    ["require('net')", 'formula-character'],
    ["import('net')", 'formula-character'],
    ['a) from b; select 2 --', 'formula-character'],
    ["(select x from read_text('/etc/hosts'))", 'formula-character'],
    ["(select count(*) from glob('/**'))", 'formula-character'],
    ["file('/etc/hosts')", 'formula-character'],
    ["url('http://localhost/x')", 'formula-character'],
    ["s3('http://localhost/x')", 'formula-character'],
    ["postgresql('localhost:5432','a','b\\'','c')", 'formula-character'],
    ["remote('localhost','system','users')", 'formula-character'],
    ["current_setting('home_directory')", 'formula-character'],
    ["getvariable('x')", 'formula-character'],
    ["pg_read_file('/etc/hosts')", 'formula-character'],
    ['pg_sleep(20)', 'formula-function'],
    ['sleep(3)', 'formula-function'],
    ['sum(a) over (order by b)', 'formula-function'],
    ['a::varchar || chr(39)', 'formula-character'],
    ['{% raw %}', 'formula-character'],
    [`\${process.env.HOME}`, 'formula-character'],
    ['9'.repeat(200), 'formula-number'],
    [`1${'+1'.repeat(200_000)}`, 'formula-too-long'],
    ['('.repeat(2_000), 'formula-too-deep'],
    [`${'-'.repeat(2_000)}a`, 'formula-too-deep'],
  ];
  test('[FRM-05] each is refused with its own code', () => {
    for (const [text, code] of refused) expect([text.slice(0, 40), refusal(text)]).toEqual([text.slice(0, 40), code]);
  });

  test('[FRM-05] the problem says where, and offers the half-width form', () => {
    const result = parseFormula('a * ｂ');
    expect(result.ok).toBe(false);
    expect(result.problems[0]?.params).toEqual({ character: 'ｂ', column: 5, hint: 'b' });
  });

  test('[FRM-05] any text gives a formula or a problem, never an exception', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), text => {
        const result = parseFormula(text);
        return result.ok || result.problems.length === 1;
      }),
      { seed: 11, numRuns: 5_000 },
    );
  });
});

const formulas = fc.letrec<{ formula: Formula }>(tie => ({
  formula: fc.oneof(
    { depthSize: 'small', maxDepth: 6 },
    fc.constantFrom('a', 'won-deals', '売上').map((id): Formula => ({ kind: 'reference', id, span })),
    fc.integer({ min: 0, max: 999 }).map((n): Formula => ({ kind: 'number', value: String(n), as: 'plain', span })),
    tie('formula').map((operand): Formula => ({ kind: 'negation', operand, span })),
    fc
      .tuple(fc.constantFrom<Operator>('+', '-', '*', '/'), tie('formula'), tie('formula'))
      .map(([operator, left, right]): Formula => ({ kind: 'operation', operator, left, right, span })),
    fc.tuple(tie('formula'), tie('formula')).map((args): Formula => ({ kind: 'call', name: 'max', args, span })),
  ),
}));
const span = { start: 0, end: 0 };

test('[FRM-07] a printed formula parses to itself', () => {
  fc.assert(
    fc.property(formulas.formula, formula => {
      const text = printFormula(formula);
      if (text.length > FORMULA_LIMITS.characters) return true;
      const again = parseFormula(text);
      return again.ok && JSON.stringify(shape(again.value)) === JSON.stringify(shape(formula));
    }),
    { seed: 7, numRuns: 2_000 },
  );
});
