import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPatch, invertPatch, type Patch, removeKey, setValue } from '#core/plan/edit.ts';
import { type Path, readSource } from '#core/plan/source.ts';

/** `RASHIN_PROOF_EDITS=10000` for as many as the record in docs/spec/plan-cases.md speaks of. */
const EDITS = Number(process.env.RASHIN_PROOF_EDITS ?? '500');
const SEED = 20_261_121;

const FLOW = `rashin: 1   # 版
plan:   shop-2026
period: 2026-04-01/2027-03-31

goals:
  revenue:   { target: 10億円 by 2027-03-31,  equals: orders * aov,   owner: sales/sato }   # 取締役会で決定

kpis:
  # 量
  orders:       { target: 1,500 per month,  baseline: 1,200 per month,  under: buyers,  rhythm: weekly, owner: marketing/tanaka,  contributors: [sales/sato, "sales/ito"] }
  aov:          { target: 6,000円,          baseline: 5,600円,           under: basket }


  # 質
  repeat-rate:  { target: 35%,              owner: "marketing/suzuki",   because: { ja: リピートが利益を生む, en: 'Repeat orders earn' } }
  late-orders:  { rhythm: weekly,   owner: 'marketing/tanaka' }   # shared
`;

const BLOCK = `rashin: 1
plan: b2b
name:
    ja: "新規契約"
    en: 'New contracts'   # both
period: '2026-04-01/2027-03-31'

goals:
    contracts:
        target:     3億円 by 2027-03-31      # aligned
        equals:     deals * value
        owner:      sales/sato
kpis:
    deals:
        target:     5 per month
        because: >-
            商談がなければ
            受注もない
        note: |
            一行目
              二行目

    value:
        target:     '500万円'

        owner:                                # nobody yet
    leads: {target: 200 per month}
`;

const DOCUMENTS = [FLOW, BLOCK, FLOW.replaceAll('\n', '\r\n'), BLOCK.replaceAll('\n', '\r\n')];

const value = fc.oneof(
  fc.constantFrom(
    '240 per month',
    '15,000円',
    '未定',
    "it's: #1",
    '"quoted"',
    '- dash',
    '{ a: b }',
    '*alias',
    '12',
    'null',
    '１２０',
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter(text => text.trim() === text && !/[\p{Cc}\p{Cs}\ufeff\u2028\u2029]/u.test(text)),
);

const TIME_MS = 600_000;

test(`[PLN-50] ${EDITS} random edits change only the bytes of the edited value, and undo returns to the byte (seed ${SEED})`, {
  timeout: TIME_MS,
}, () => {
  let made = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...DOCUMENTS),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom('set', 'set', 'set', 'remove'), value), { minLength: 10, maxLength: 10 }),
      (text, edits) => {
        let now = text;
        const undo: Patch[] = [];
        let source = readSource(now);
        for (const [pick, what, set] of edits) {
          if (!source.ok) throw new Error(`unreadable after an edit:\n${now}`);
          const paths = leavesOf(source.value.data, []);
          const path = paths[pick % paths.length];
          if (!path) continue;
          const patch = what === 'set' ? setValue(source.value, path, set) : removeKey(source.value, path);
          if (!patch) continue;
          const range = source.value.rangeOf(path);
          const after = applyPatch(now, patch);
          if (what === 'set' && range) {
            // What stands before and after the value's own text is the same, byte for byte.
            const start = Math.min(range.start, patch.start);
            expect(after.slice(0, start)).toBe(now.slice(0, start));
            expect(after.endsWith(now.slice(Math.max(range.end, patch.end)))).toBe(true);
          }
          const again = readSource(after);
          expect(again.ok).toBe(true);
          if (again.ok && what === 'set') expect([set, String(Number(set)), 'null']).toContain(leafAt(again.value.data, path));
          undo.push(invertPatch(now, patch));
          now = after;
          source = again;
          made += 1;
        }
        expect(undo.reduceRight(applyPatch, now)).toBe(text);
      },
    ),
    { seed: SEED, numRuns: Math.ceil(EDITS / 9) },
  );
  expect(made).toBeGreaterThanOrEqual(EDITS * 0.9);
});

/** Paths of plain values under keys. */
function leavesOf(data: unknown, path: Path): readonly Path[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return path.length > 1 ? [path] : [];
  return Object.entries(data).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

function leafAt(data: unknown, path: Path): string {
  let at: unknown = data;
  for (const key of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
  return String(at);
}
