import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRows } from './csv-cells.ts';
import { addEntry, applyPatch, invertPatch, type Patch, removeKey, setSheetCell, setValue } from './edit.ts';
import { nodeAt, type Path, readSource, type Source } from './source.ts';

const SEED = 4_711;

const ALIGNED = `# 年度計画  (do not reformat)
rashin: 1
plan:   saas-2026            # id
name:   { ja: 新規契約, en: "New contracts" }
period: 2026-04-01/2027-03-31

goals:
  contract-revenue:
    target:  3億円 by 2027-03-31     # 取締役会で決定
    equals:  won-deals * contract-value
    owner:   'sales/sato'

kpis:
  leads:        { target: 200 per month,  baseline: 150 per month, owner: marketing/tanaka }   # 週次
  mql-rate:     { target: 30%,            owner: "marketing/suzuki" }
  won-deals:    { equals: leads * mql-rate }
  contract-value: { target: 5,000,000円, tax: excluded }

  # 参考
  followers:    {target: 20000}
  empty:        {}
`;

const BLOCK = `rashin: 1
plan: shop
period: '2026-01-01/2026-12-31'
notes: |
  一行目
    indented line
  最後の行
goals:
    revenue:
        target: >-
            年間売上
            10億円を達成する
        name:
            ja: 年間売上
            en: Annual revenue

        equals: "orders * aov"
kpis:
    # comment before the first
    orders:
        target: 1,500 per month
        supports:
            - revenue
            - { to: loyalty, because: リピートの入口 }
        note: "quoted: with \\"escapes\\" and 、記号"
    aov:
        target: '6,000円'    # trailing comment

        owner:
        because: |-
            客単価は
            送料無料の条件で決まる
factors:
    loyalty:   { supports: [revenue],
                 because: "再訪が売上を支える",
                 impact: 5 }
`;

const CRLF = ALIGNED.replaceAll('\n', '\r\n');
const UNFINISHED = BLOCK.trimEnd();
const ONE_LINE = `{ rashin: 1, plan: tiny, period: 2026-04-01/2027-03-31, goals: { a: { target: 5 } }, kpis: { b: { target: "x", note: 'it''s' }, c: {} } }`;
const SEQUENCES = `rashin: 1
plan: seq
period: 2026-04-01/2027-03-31
identities:
- a = b * c
-   d = 1 - e

compositions: { channels: [direct, agency], regions:   [ 東, 西 ] }
goals: { g: { target: ≥ 10, supports: [
      x,   # 一つ目
      y
    ], because: "理由" } }
kpis:
  x: {target: 10%..20%,note: ok}
  y:
    target: = 60%
    contributors: [a/b,c/d]
`;

const MARKED = `\ufeff${BLOCK}`;

const DOCUMENTS = { MARKED, ALIGNED, BLOCK, CRLF, UNFINISHED, ONE_LINE, SEQUENCES };

const TEXTS = [
  '250 per month',
  '3億円 by 2027-03-31',
  '≤ 15,000円',
  '15,000円以下',
  '10%..20%',
  '= 60%',
  '> 5',
  '-',
  '- a',
  'a - b',
  "it's",
  '"quoted"',
  'a, b',
  'a: b',
  'a:b',
  'a #b',
  '#b',
  '# b',
  ' padded ',
  '',
  '~',
  'null',
  'true',
  'yes',
  'NULL',
  '0x1F',
  '1e3',
  '.5',
  '007',
  '1_000',
  '2026-04-01',
  '{',
  '}',
  '[a]',
  '&a',
  '*a',
  '!x',
  '%a',
  '@a',
  '`a`',
  '|',
  '>',
  '>-',
  '?',
  '? a',
  '---',
  '...',
  ': a',
  '日本語のテキスト',
  '全角：コロン、読点',
  '二行\n目',
  '終わりの改行\n',
  'tab\there',
  'a\\b',
  '\u3000全角空白\u3000',
  'trailing:',
  'emoji 📈',
  '\u0085',
  '\u2028x',
  '=',
  '<<',
  'x'.repeat(300),
  '200',
  '0',
  '-5',
  '3.50',
  '12345678901234567890',
] as const;

const value = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ maxLength: 12 }).filter(text => !/[\ud800-\udfff]/.test(text)),
  fc.integer({ min: -1000, max: 1_000_000 }),
  fc.constantFrom(0.5, -0.25, 1e-7, 1e21, 0),
);

const key = fc.constantFrom('target', 'owner', 'note', '新規KPI', 'new-kpi', 'because', 'x-1', 'true', '1', 'a b', 'a: b');

function sourceOf(text: string): Source {
  const read = readSource(text);
  if (!read.ok) throw new Error(`${read.problems.map(problem => problem.code).join()}\n${text}`);
  return read.value;
}

/** All paths of a document's data, those of maps and lists included. */
function pathsOf(data: unknown, path: Path = []): readonly Path[] {
  if (typeof data !== 'object' || data === null) return [path];
  return [
    path,
    ...Object.entries(data).flatMap(([name, inner]) => pathsOf(inner, [...path, Array.isArray(data) ? Number(name) : name])),
  ];
}

function dataAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], data);
}

function withValue(
  data: unknown,
  path: Path,
  change: (parent: Record<string | number, unknown>, last: string | number) => void,
): unknown {
  const copy = structuredClone(data);
  const last = path.at(-1);
  if (last === undefined) throw new Error('no path');
  change(dataAt(copy, path.slice(0, -1)) as Record<string | number, unknown>, last);
  return copy;
}

/** A number written as people write it reads back as a number. */
function asRead(text: string | number): unknown {
  return typeof text === 'string' &&
    /^(?:0|-?[1-9][0-9]{0,15}|-?(?:0|[1-9][0-9]*)\.[0-9]*[1-9])$/.test(text) &&
    String(Number(text)) === text
    ? Number(text)
    : text;
}

/** Applies a patch and checks what must hold for any: it reads, undo is exact, comments elsewhere stay. */
function applied(source: Source, patch: Patch, expected: unknown): Source {
  const after = applyPatch(source.text, patch);
  expect(applyPatch(after, invertPatch(source.text, patch))).toBe(source.text);
  const read = readSource(after);
  const context = JSON.stringify({ patch, after }, null, 1);
  if (!read.ok) throw new Error(`${read.problems.map(problem => problem.code).join()} ${context}`);
  expect(read.value.data, context).toEqual(expected);
  if (!source.text.includes('\n')) return read.value;
  const isCrlf = source.text.includes('\r\n');
  expect(after.replaceAll('\r\n', '').includes(isCrlf ? '\n' : '\r'), `line ends: ${context}`).toBe(false);
  return read.value;
}

const comments = (text: string) => text.match(/#.*/g) ?? [];

describe('[PLN-50] edits of a document', () => {
  const document = fc.constantFrom(...Object.values(DOCUMENTS));

  test(`a value set reads back, nothing else changes, undo is exact (seed ${SEED})`, () => {
    fc.assert(
      fc.property(document, fc.nat(), value, (text, pick, set) => {
        const source = sourceOf(text);
        const paths = pathsOf(source.data).filter(path => path.length > 0 && typeof path.at(-1) === 'string');
        const path = paths[pick % paths.length] ?? [];
        const patch = setValue(source, path, set);
        if (typeof dataAt(source.data, path) === 'object' && dataAt(source.data, path) !== null) {
          expect(patch).toBeUndefined();
          return;
        }
        if (!patch) throw new Error(`no patch for ${path.join('.')}`);
        const range = source.rangeOf(path);
        const isQuoted = /["']/.test(text.charAt(range?.start ?? 0));
        const expected = withValue(source.data, path, (parent, last) => {
          parent[last] = isQuoted ? set : asRead(set);
        });
        applied(source, patch, expected);
        // Only the value's own text is replaced.
        expect(patch.start).toBeGreaterThanOrEqual(range?.start ?? 0);
        expect(patch.end).toBeLessThanOrEqual(Math.max(range?.end ?? 0, patch.start));
      }),
      { seed: SEED, numRuns: 700 },
    );
  });

  test(`a key added stands in its map (seed ${SEED})`, () => {
    fc.assert(
      fc.property(document, fc.nat(), key, value, (text, pick, name, set) => {
        const source = sourceOf(text);
        const maps = pathsOf(source.data).filter(path => {
          const data = dataAt(source.data, path);
          return typeof data === 'object' && data !== null && !Array.isArray(data) && !(name in data);
        });
        const map = maps[pick % maps.length];
        if (!map) return;
        const patch = setValue(source, [...map, name], set);
        if (!patch) throw new Error(`no patch for ${map.join('.')}`);
        expect(patch.start).toBe(patch.end);
        const expected = withValue(source.data, [...map, name], (parent, last) => {
          parent[last] = asRead(set);
        });
        applied(source, patch, expected);
      }),
      { seed: SEED, numRuns: 700 },
    );
  });

  test(`a key removed is gone with its own lines only (seed ${SEED})`, () => {
    fc.assert(
      fc.property(document, fc.nat(), (text, pick) => {
        const source = sourceOf(text);
        const paths = pathsOf(source.data).filter(path => path.length > 0 && typeof path.at(-1) === 'string');
        const path = paths[pick % paths.length] ?? [];
        const patch = removeKey(source, path);
        if (!patch) throw new Error(`no patch for ${path.join('.')}`);
        const expected = withValue(source.data, path, (parent, last) => {
          delete parent[last];
        });
        const after = applied(source, patch, expected);
        const own = comments(text.slice(patch.start, patch.end));
        expect(comments(after.text).length).toBe(comments(text).length - own.length);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test(`an entry added reads back (seed ${SEED})`, () => {
    fc.assert(
      fc.property(
        document,
        fc.constantFrom('kpis', 'goals', 'factors', 'areas'),
        key,
        value,
        value,
        (text, group, id, first, second) => {
          const source = sourceOf(text);
          const before = dataAt(source.data, [group]) as Record<string, unknown> | undefined;
          const patch = addEntry(source, [group], id, { target: first, note: second });
          if (before && id in before) {
            expect(patch).toBeUndefined();
            return;
          }
          if (!patch) throw new Error('no patch');
          const entry = { target: asRead(first), note: asRead(second) };
          applied(source, patch, { ...(source.data as object), [group]: { ...before, [id]: entry } });
        },
      ),
      { seed: SEED, numRuns: 300 },
    );
  });

  test(`a row of edits is undone to the byte (seed ${SEED})`, () => {
    fc.assert(
      fc.property(document, fc.array(fc.tuple(fc.nat(), fc.boolean(), value), { minLength: 1, maxLength: 12 }), (text, edits) => {
        let source = sourceOf(text);
        const undo: Patch[] = [];
        for (const [pick, isRemoval, set] of edits) {
          const paths = pathsOf(source.data).filter(path => path.length > 0 && typeof path.at(-1) === 'string');
          const path = paths[pick % paths.length];
          const patch = path && (isRemoval ? removeKey(source, path) : setValue(source, path, set));
          if (!patch) continue;
          undo.push(invertPatch(source.text, patch));
          source = sourceOf(applyPatch(source.text, patch));
        }
        expect(undo.reduceRight(applyPatch, source.text)).toBe(text);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  test('places that are no value or have no map are left alone', () => {
    const source = sourceOf(ALIGNED);
    expect(setValue(source, ['kpis', 'leads'], 'x')).toBeUndefined();
    expect(setValue(source, ['kpis', 'nobody', 'target'], 'x')).toBeUndefined();
    expect(setValue(source, [], 'x')).toBeUndefined();
    expect(removeKey(source, ['kpis', 'nobody'])).toBeUndefined();
    expect(addEntry(source, ['kpis'], 'leads', { target: 1 })).toBeUndefined();
    expect(nodeAt(source.document, ['kpis', 'leads', 'target'])).toBeDefined();
  });

  test('the styles of a document are kept', () => {
    const set = (text: string, path: Path, to: string | number) => {
      const source = sourceOf(text);
      const patch = setValue(source, path, to);
      return patch && applyPatch(source.text, patch);
    };
    expect(set('a: "x"   # c\n', ['a'], "it's")).toBe('a: "it\'s"   # c\n');
    expect(set("a: 'x'\n", ['a'], "it's")).toBe("a: 'it''s'\n");
    expect(set('a:   5  # c\n', ['a'], 6)).toBe('a:   6  # c\n');
    expect(set('k: { target: 15,000円, owner: b }\n', ['k', 'target'], '16,000円')).toBe('k: { target: 16,000円, owner: b }\n');
    expect(set('k: { target: 15,000円 }\n', ['k', 'owner'], 'b')).toBe('k: { target: 15,000円, owner: b }\n');
    expect(set('k: {}\n', ['k', 'owner'], 'b')).toBe('k: { owner: b }\n');
    expect(set('k:\n  a: 1\nz: 2\n', ['k', 'b'], 2)).toBe('k:\n  a: 1\n  b: 2\nz: 2\n');
    expect(set('k:\n  a: 1\n\n# about z\nz: 2\n', ['k', 'b'], 2)).toBe('k:\n  a: 1\n  b: 2\n\n# about z\nz: 2\n');
    expect(set('k:\r\n  a: 1\r\n', ['k', 'b'], 2)).toBe('k:\r\n  a: 1\r\n  b: 2\r\n');
    expect(set('a:   # nothing yet\n', ['a'], 5)).toBe('a: 5   # nothing yet\n');
  });
});

describe('[PLN-50] edits of a sheet', () => {
  const SHEETS = [
    'node,kind,department,medium,2026-04,2026-05,2026-06\nleads,target,,,150,200,\n"revenue",target,,,"3,000,000円",,5\nads,budget,"営業, 東",Google,100,,\n',
    '\ufeffnode,kind,2026-05,2026-04,2026-06\r\nleads,target,1,2\r\nads,budget\r\n',
    'node,kind,2026-04,2026-05,2026-06',
    'kind,node,2026-04,2026-05,2026-06\n\ntarget,leads,"a ""quoted"" one",,',
  ];

  test(`a cell set reads back, nothing else changes, undo is exact (seed ${SEED})`, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SHEETS),
        fc.constantFrom('leads', 'revenue', 'ads', '新規, "KPI"'),
        fc.constantFrom('target' as const, 'budget' as const),
        fc.constantFrom('2026-04', '2026-05', '2026-06', '2026-07'),
        fc.oneof(fc.constantFrom('250', '1,500', '"q"', 'a\nb', '', ' x '), fc.string({ maxLength: 6 })),
        (sheet, node, kind, month, set) => {
          const patch = setSheetCell(sheet, node, kind, month, set);
          const header = csvRows(sheet)[0]?.map(cell => cell.text) ?? [];
          const column = header.indexOf(month);
          if (column === -1) {
            expect(patch).toBeUndefined();
            return;
          }
          if (!patch) throw new Error('no patch');
          const after = applyPatch(sheet, patch);
          expect(applyPatch(after, invertPatch(sheet, patch))).toBe(sheet);
          const at = (row: readonly string[], name: string) => row[header.indexOf(name)];
          const rowsOf = (text: string) => csvRows(text).map(row => row.map(cell => cell.text));
          const [before, now] = [rowsOf(sheet), rowsOf(after)];
          const place = before.findIndex(row => at(row, 'node') === node && at(row, 'kind') === kind);
          const row = now[place === -1 ? before.length : place] ?? [];
          expect(row[column]).toBe(set);
          expect([at(row, 'node'), at(row, 'kind')]).toEqual([node, kind]);
          const others = (rows: readonly (readonly string[])[]) =>
            rows.filter((_, i) => i !== (place === -1 ? before.length : place));
          expect(others(now)).toEqual(others(before));
          const cells = before[place] ?? [];
          for (const [i, cell] of cells.entries()) if (i !== column) expect(row[i]).toBe(cell);
        },
      ),
      { seed: SEED, numRuns: 500 },
    );
  });
});
