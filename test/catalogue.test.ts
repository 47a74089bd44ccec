import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Formula } from '#core/formula/ast.ts';
import { referencesOf } from '#core/formula/ast.ts';
import { parseFormula } from '#core/formula/parse.ts';
import type { Catalogue } from '#core/metric/catalogue.ts';
import { parseCatalogue } from '#core/metric/catalogue.ts';
import type { Guide } from '#core/metric/guide.ts';
import type { Metric } from '#core/metric/metric.ts';
import type { Text } from '#core/text/text.ts';
import { add, type Dimension, dimensionOf, divide, mismatch, multiply, OPEN, SCALAR } from '#core/unit/dimension.ts';
import { entriesOf, metricFiles, readCatalogue } from '../build/catalogue.mjs';

const DIRECTORY = fileURLToPath(new URL('../catalogue', import.meta.url));
const catalogue = parsed();
const guide = guided();
const metrics = [...catalogue.metrics.values()];
const byName = idsByName();
const domains = metricFiles(DIRECTORY).map(file => basename(file, '.yaml'));

/**
 * Formulas in which the length of a year or month is part of a number: a yearly frequency, a monthly churn, 365.
 * Units do not carry the period of a flow, so these differ from their entry's unit on paper only.
 */
const PERIOD_IN_THE_NUMBER: Readonly<Record<string, readonly string[]>> = {
  'purchase-interval-days': ['365 / purchase-frequency'],
  'customer-lifetime-months': ['1 / churn-rate'],
  'renewal-rate': ['power(1 - churn-rate, 12)'],
  'cac-payback-months': ['cac / (arpu * gross-margin)'],
  cpm: ['ad-cost / impressions * 1000'],
};

describe('[CAT-F1] the files', () => {
  test('[CAT-F1] everything parses, and no file is empty', () => {
    const sizes = Object.fromEntries(metricFiles(DIRECTORY).map(file => [basename(file), Object.keys(entriesOf(file)).length]));
    expect(
      Object.values(sizes).reduce((a, b) => a + b, 0),
      JSON.stringify(sizes),
    ).toBe(catalogue.metrics.size);
    expect(Object.values(sizes).every(size => size > 0)).toBe(true);
  });

  test('[CAT-F2] an id in two files, or twice in one, is refused with the places', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rashin-catalogue-'));
    try {
      mkdirSync(join(folder, 'metric'));
      writeFileSync(join(folder, 'thing.yaml'), 'lead: { counter: 件 }\n');
      writeFileSync(join(folder, 'metric', 'a.yaml'), 'leads: { unit: count }\n');
      expect(readCatalogue(folder)).toEqual({ metrics: { leads: { unit: 'count' } }, things: { lead: { counter: '件' } } });
      writeFileSync(join(folder, 'metric', 'b.yaml'), 'leads: { unit: count }\n');
      expect(() => readCatalogue(folder)).toThrow('"leads" is defined in a.yaml and again in b.yaml');
      writeFileSync(join(folder, 'metric', 'b.yaml'), 'mqls: { unit: count }\nmqls: { unit: count }\n');
      expect(() => readCatalogue(folder)).toThrow('line 2');
      writeFileSync(join(folder, 'metric', 'b.yaml'), '- leads\n');
      expect(() => readCatalogue(folder)).toThrow('expected a map');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('[CAT-F2] an id that was given once stays: published plans refer to it', () => {
    const given = readFileSync(fileURLToPath(new URL('./catalogue-ids.txt', import.meta.url)), 'utf8')
      .trim()
      .split('\n');
    expect(given.length).toBeGreaterThan(580);
    expect(given.filter(id => !catalogue.metrics.has(id))).toEqual([]);
    expect(metrics.map(({ id }) => id).filter(id => !given.includes(id))).toEqual([]);
  });

  test('[CAT-F3] every entry names its file as its first domain, and only domains that exist', () => {
    for (const file of metricFiles(DIRECTORY)) {
      for (const id of Object.keys(entriesOf(file))) {
        expect([id, metric(id).domains?.[0]]).toEqual([id, basename(file, '.yaml')]);
      }
    }
    const unknown = metrics.flatMap(m => (m.domains ?? []).filter(d => !domains.includes(d)).map(d => `${m.id}: ${d}`));
    expect(unknown).toEqual([]);
  });

  test('[CAT-F3] every counted thing is used, or is what a used one is a kind of', () => {
    const used = new Set(metrics.flatMap(m => thingsOf(m)));
    const wider = new Set([...catalogue.things.values()].flatMap(thing => thing.kindOf ?? []));
    expect([...catalogue.things.keys()].filter(id => !used.has(id) && !wider.has(id))).toEqual([]);
  });
});

describe('[CAT-G1] the guide beside the definitions', () => {
  test('[CAT-G1] a metric, a cause or a tool that nobody has is refused', () => {
    const raw = {
      homonyms: { CVR: { metrics: ['cvr', 'nobody'], because: { ja: '理由', en: 'reason' } } },
      tools: {},
      sources: { cvr: { nowhere: { ja: '率', en: 'rate' } } },
      causes: {},
    };
    const read = parseCatalogue({ ...readCatalogue(DIRECTORY), guide: raw });
    expect(read.ok ? [] : read.problems.map(({ at, params }) => [at.join('.'), params.id])).toEqual([
      ['guide.homonyms.CVR', 'nobody'],
      ['guide.sources.cvr', 'nowhere'],
    ]);
  });

  test('[CAT-G1] every tool shows something, and everything is found under its own name only once', () => {
    const used = new Set([...guide.sources.values()].flat().map(({ tool }) => tool));
    expect([...guide.tools.keys()].filter(id => !used.has(id))).toEqual([]);
    expect(repeated(guide.causes.map(({ id, cause }) => [cause.ja, id]))).toEqual([]);
    expect(repeated(guide.causes.map(({ id, cause }) => [cause.en, id]))).toEqual([]);
  });

  test('[CAT-G3] five causes of abandoned carts with seventeen measures, each watched by two metrics or more', () => {
    const carts = guide.causes.filter(({ seenIn }) => seenIn.includes('cart-abandonment-rate'));
    expect(carts.map(({ measures }) => measures.length)).toEqual([3, 3, 4, 3, 4]);
    const few = guide.causes.flatMap(({ id, measures }) => measures.filter(({ watch }) => new Set(watch).size < 2).map(() => id));
    expect(few).toEqual([]);
  });
});

describe('[CAT-F5] both languages', () => {
  const texts = [
    ...guide.homonyms.map(({ word, because }) => ({ id: word, what: 'homonym', text: because })),
    ...guide.causes.flatMap(({ id, cause, measures }) => [
      { id, what: 'cause', text: cause },
      ...measures.map(({ action }) => ({ id, what: 'measure', text: action })),
    ]),
    ...metrics.flatMap(m => [
      { id: m.id, what: 'name', text: m.name },
      { id: m.id, what: 'meaning', text: m.meaning },
      ...(m.benchmark ? [{ id: m.id, what: 'benchmark', text: m.benchmark.text }] : []),
    ]),
    ...[...catalogue.things.values()].map(thing => ({ id: thing.id, what: 'thing', text: thing.name })),
  ];
  const failing = (rule: (text: Text) => boolean) =>
    texts.filter(({ text }) => !rule(text)).map(({ id, what, text }) => `${id} ${what}: ${text.ja} / ${text.en}`);

  test('[CAT-F5] neither language is a copy of the other, apart from abbreviations', () => {
    expect(failing(text => text.ja !== text.en || /^[A-Z]{3}$/.test(text.ja))).toEqual([]);
    expect(failing(text => !JAPANESE.test(text.en))).toEqual([]);
    expect(failing(text => JAPANESE.test(text.ja) || /^[A-Z]{3}$/.test(text.ja))).toEqual([]);
  });

  test('[CAT-F5] Japanese has its own punctuation and no spaces', () => {
    expect(failing(text => !/[!-$&-/:-@[-`{-~ ]/.test(text.ja.replace(/(?<=[0-9])[.,](?=[0-9])/g, '')))).toEqual([]);
  });

  test('[CAT-F5] a meaning is one plain sentence', () => {
    const meanings = metrics.map(m => m.meaning);
    expect(meanings.filter(({ ja }) => !/^[^。]+(です|ます|ません)。$/.test(ja))).toEqual([]);
    expect(meanings.filter(({ en }) => !/^[A-Z][^.?!]+[.?]$/.test(en))).toEqual([]);
  });

  test('[CAT-F6] no two names are the same, and no two meanings are made from one frame', () => {
    expect(repeated(metrics.map(m => [m.name.ja, m.id]))).toEqual([]);
    expect(repeated(metrics.map(m => [m.name.en.toLowerCase(), m.id]))).toEqual([]);
    const frames = metrics.flatMap((m): [string, string][] => [
      [japaneseFrame(m.meaning.ja), m.id],
      [englishFrame(m.meaning.en), m.id],
    ]);
    expect(repeated(frames)).toEqual([]);
  });
});

describe('[CAT-F6] words of their own', () => {
  test.each([
    ['ja', (text: string) => [...text].slice(2).map((_, place) => text.slice(place, place + 3))],
    ['en', (text: string) => wordPairs(text)],
  ] as const)('[CAT-F6] no two meanings share most of their wording: %s', (lang, partsOf) => {
    const all = metrics.map(({ id, meaning }) => ({ id, parts: counted(partsOf(meaning[lang])) }));
    const near = all.flatMap((one, place) =>
      all.slice(0, place).flatMap(other => (alike(one.parts, other.parts) > MOST_ALIKE ? [`${one.id} ${other.id}`] : [])),
    );
    expect(near).toEqual([]);
  });
});

describe('[CAT-F7] aliases', () => {
  test('[CNV-10] 客単価, AOV and 平均購入単価 all lead to the average order value', () => {
    for (const name of ['客単価', '平均注文単価', 'AOV', '平均購入単価']) expect(called(name)).toEqual(['aov']);
    expect(called('MQLへの転換率')).toEqual(['mql-rate']);
  });

  test('[CAT-F7] a name leads to one metric unless it is known to be ambiguous', () => {
    const collisions = Object.fromEntries(
      [...byName].filter(([, ids]) => ids.length > 1).map(([name, ids]) => [name, ids.toSorted()]),
    );
    const allowed = Object.fromEntries(guide.homonyms.map(({ word, metrics: ids }) => [folded(word), ids.toSorted()]));
    expect(collisions).toEqual(allowed);
  });

  test('[CAT-F7] no metric repeats its own name', () => {
    expect(metrics.filter(m => new Set(namesOf(m)).size < 2 + m.aliases.length).map(m => m.id)).toEqual([]);
  });
});

describe('[CAT-F8] formulas', () => {
  const statements = metrics.flatMap(m =>
    [...(m.formulaText ? [m.formulaText] : []), ...(m.identities ?? [])].map(text => ({ m, text })),
  );

  test.each(statements.map(({ m, text }) => [m.id, text] as const))('[CAT-F8] %s = %s fits its unit', (id, text) => {
    const formula = formulaOf(text);
    const found = mismatch(dimension(formula), dimensionOf(metric(id).unit), catalogue.things);
    expect(found.kind === 'none').toBe(!PERIOD_IN_THE_NUMBER[id]?.includes(text));
  });

  test('[CAT-F8] every exception is a statement of the catalogue', () => {
    for (const [id, texts] of Object.entries(PERIOD_IN_THE_NUMBER)) {
      for (const text of texts) expect([metric(id).formulaText, ...(metric(id).identities ?? [])]).toContain(text);
    }
  });

  test('[CAT-F9] rates say numerator and denominator and have a formula; base metrics have none', () => {
    for (const m of metrics) {
      expect([m.id, m.formula !== undefined]).toEqual([m.id, m.aggregation === 'ratio' || m.formula !== undefined]);
      if (m.unit.kind === 'ratio') {
        expect([m.id, m.aggregation, m.unit.of !== undefined && m.unit.over !== undefined]).toEqual([m.id, 'ratio', true]);
      }
    }
  });

  test('[CAT-F9] [DES-14] numerator and denominator of a rate are metrics that count what its unit says', () => {
    for (const m of metrics) {
      const { formula, unit } = m;
      if (unit.kind !== 'ratio' || formula?.kind !== 'operation' || formula.operator !== '/') continue;
      const [numerator, denominator] = [formula.left, formula.right];
      if (numerator.kind !== 'reference') continue;
      const parts = [numerator.id, ...referencesOf(denominator)].map(id => metric(id).unit);
      const counted = parts.map(part => (part.kind === 'count' ? part.of : part.kind === 'money' ? 'money' : undefined));
      expect([m.id, ...counted]).toEqual([m.id, unit.of, unit.over]);
    }
  });

  test('[CAT-F9] different denominators are different metrics with different names', () => {
    expect(metric('cac').unit).toMatchObject({ per: 'new-customer' });
    expect(metric('cost-per-new-visitor').unit).toMatchObject({ per: 'new-visitor' });
    expect(metric('cost-per-inquiry').unit).toMatchObject({ per: 'inquiry' });
    expect(metric('sql-rate').unit).toMatchObject({ of: 'sql', over: 'mql' });
    expect(metric('lead-sql-rate').unit).toMatchObject({ of: 'sql', over: 'lead' });
    expect(metric('cvr').unit).toMatchObject({ over: 'session' });
    expect(metric('visitor-cvr').unit).toMatchObject({ over: 'visitor' });
    expect(metric('ltv-cac').formulaText).toBe('ltv / cac');
  });

  test('[CAT-F10] a stage of a funnel is not a kind of the stage before it', () => {
    const mqlsAsLeads = multiply(dimensionOf(metric('mqls').unit), dimensionOf(metric('lead-sql-rate').unit), catalogue.things);
    expect(mismatch(mqlsAsLeads, dimensionOf(metric('sqls').unit), catalogue.things).kind).not.toBe('none');
    const views = multiply(dimensionOf(metric('page-views').unit), dimensionOf(metric('visitor-cvr').unit), catalogue.things);
    expect(mismatch(views, dimensionOf(metric('conversions').unit), catalogue.things)).toMatchObject({ found: 'page-view' });
  });
});

describe('[CAT-F11] what else an entry says', () => {
  test('[CAT-F11] a pair joins a quantity and a quality', () => {
    const wrong = metrics.filter(m => m.pair !== undefined && new Set([m.kind, metric(m.pair).kind]).size !== 2);
    expect(wrong.map(m => m.id)).toEqual([]);
    expect(metrics.filter(m => m.kind === undefined).map(m => m.id)).toEqual([]);
  });

  test('[CAT-F11] every metric has a partner, and a guardrail only where that is somebody else', () => {
    expect(metrics.filter(m => m.pair === undefined).map(m => m.id)).toEqual([]);
    expect(metrics.filter(m => m.guardrail !== undefined && [m.id, m.pair].includes(m.guardrail)).map(m => m.id)).toEqual([]);
  });

  test('[CAT-F11] leading metrics, and no others, say what moves after them and when', () => {
    expect(metrics.filter(m => (m.leading ?? false) !== (m.follows !== undefined)).map(m => m.id)).toEqual([]);
    expect(metrics.filter(m => m.follows?.metric === m.id).map(m => m.id)).toEqual([]);
  });

  test('[CAT-F11] unique people are counted anew or averaged, money and events are added, unit prices are ratios', () => {
    for (const m of metrics) {
      if (m.unit.kind === 'money' && m.unit.per !== undefined) expect([m.id, m.aggregation]).not.toEqual([m.id, 'sum']);
      if (m.unit.kind === 'duration' || m.unit.kind === 'score') expect([m.id, m.aggregation]).not.toEqual([m.id, 'sum']);
    }
    for (const id of ['visitors', 'reach', 'booth-visitors', 'buyers'])
      expect([id, metric(id).aggregation]).toEqual([id, 'distinct']);
    for (const id of ['followers', 'customers', 'members', 'mrr']) expect([id, metric(id).aggregation]).toEqual([id, 'last']);
  });

  test('[CAT-F11] a benchmark has its source, ordered ends, and lies where its rate may lie', () => {
    for (const m of metrics) {
      if (!m.benchmark) continue;
      const { low, high, source } = m.benchmark;
      expect(source).toMatch(/^(rule of thumb|worked example), /);
      if (low !== undefined && high !== undefined) expect([m.id, low < high]).toEqual([m.id, true]);
      if (m.unit.kind === 'ratio' && !m.mayExceedOne) expect([m.id, (high ?? low ?? 0) <= 1]).toEqual([m.id, true]);
    }
  });

  test('[CAT-F11] growth, returns and indices may pass 100 %', () => {
    const stuck = metrics.filter(
      m => m.unit.kind === 'ratio' && !m.mayExceedOne && /(-roi|^roi|^roas|^nrr|-growth|-yoy|-mom|expansion-rate)$/.test(m.id),
    );
    expect(stuck.map(m => m.id)).toEqual([]);
  });
});

/** Of the runs of three letters, or pairs of words, two meanings may share so much. */
const MOST_ALIKE = 0.6;

const JAPANESE = /[\u3041-\u30ff\u4e00-\u9fff]/;

function parsed(): Catalogue {
  const result = parseCatalogue(readCatalogue(DIRECTORY));
  if (!result.ok)
    throw new Error(result.problems.map(p => `${p.at.join('.')}: ${p.code} ${JSON.stringify(p.params)}`).join('\n'));
  return result.value;
}

function guided(): Guide {
  if (!catalogue.guide) throw new Error('no guide');
  return catalogue.guide;
}

function metric(id: string): Metric {
  const found = catalogue.metrics.get(id);
  if (!found) throw new Error(`no metric ${id}`);
  return found;
}

function thingsOf({ unit }: Metric): readonly string[] {
  switch (unit.kind) {
    case 'count':
      return [unit.of, unit.per].flatMap(thing => thing ?? []);
    case 'ratio':
      return [unit.of, unit.over].flatMap(thing => thing ?? []);
    case 'money':
      return unit.per === undefined ? [] : [unit.per];
    default:
      return [];
  }
}

function formulaOf(text: string): Formula {
  const result = parseFormula(text);
  if (!result.ok) throw new Error(`${text}: ${result.problems[0]?.code}`);
  return result.value;
}

/** The dimension of a formula over catalogue entries; a plain number has none, and 1 − share leaves a share of something else. */
function dimension(formula: Formula): Dimension {
  switch (formula.kind) {
    case 'number':
      return SCALAR;
    case 'reference':
      return dimensionOf(metric(formula.id).unit);
    case 'negation':
      return dimension(formula.operand);
    case 'operation': {
      const [left, right] = [dimension(formula.left), dimension(formula.right)];
      if (formula.operator === '*') return multiply(left, right, catalogue.things);
      if (formula.operator === '/') return divide(left, right, catalogue.things);
      return sum(left, right);
    }
    case 'call':
      return formula.args.map(dimension).reduce(sum);
  }
}

function sum(a: Dimension, b: Dimension): Dimension {
  const total = add(a, b, catalogue.things);
  if (total) return total;
  const balanced = [a, b].every(d => [...d.powers.values()].reduce((x, y) => x + y, 0) === 0);
  if (balanced && (a.powers.size === 0 || b.powers.size === 0)) return OPEN;
  throw new Error(`cannot add ${JSON.stringify([...a.powers])} and ${JSON.stringify([...b.powers])}`);
}

/** Names as search compares them: full-width and half-width alike, capitals and small letters alike. */
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim();
}

function namesOf(m: Metric): readonly string[] {
  return [m.name.ja, m.name.en, ...m.aliases].map(folded);
}

function called(name: string): readonly string[] {
  return byName.get(folded(name)) ?? [];
}

function idsByName(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const m of metrics) for (const name of namesOf(m)) found.set(name, (found.get(name) ?? new Set()).add(m.id));
  return new Map([...found].map(([name, ids]) => [name, [...ids]]));
}

function repeated(pairs: readonly (readonly [string, string])[]): readonly string[] {
  const ids = new Map<string, readonly string[]>();
  for (const [key, id] of pairs) ids.set(key, [...(ids.get(key) ?? []), id]);
  return [...ids].filter(([, found]) => found.length > 1).map(([key, found]) => `${key}: ${found.join(', ')}`);
}

/** A Japanese sentence with everything but its grammar taken out: what stands in kana, with one mark for each other stretch. */
function japaneseFrame(sentence: string): string {
  return sentence.replace(/[^\u3041-\u3096、。]+/g, '○');
}

const SMALL_WORDS = new Set(
  'a an and any are as at be been before but by can each every everything for from had has have how in into is it its many much no not of on once one only or our out over own part people per share so than that the their them they those to under up us we were what when where whether which who whom with'.split(
    ' ',
  ),
);

/** An English sentence with one mark for each word that carries its content. */
function englishFrame(sentence: string): string {
  const words = sentence.toLowerCase().split(/(?=[,:;.?])|\s+/);
  return words.map(word => (SMALL_WORDS.has(word) || /^[,:;.?]/.test(word) ? word : '○')).join(' ');
}

function wordPairs(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[a-z0-9'’-]+/g) ?? [];
  return words.slice(1).map((word, place) => `${words[place]} ${word}`);
}

function counted(parts: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const part of parts) found.set(part, (found.get(part) ?? 0) + 1);
  return found;
}

/** Dice's coefficient over parts, each as often as it occurs. */
function alike(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let shared = 0;
  let all = 0;
  for (const [part, count] of one) {
    shared += Math.min(count, other.get(part) ?? 0);
    all += count;
  }
  for (const count of other.values()) all += count;
  return all === 0 ? 0 : (2 * shared) / all;
}
