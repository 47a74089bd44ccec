import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Random } from '../proof/random.ts';
import { fixture } from './fixtures.ts';
import { given, type Product, send, up } from './product.ts';

/** How many files are spoilt; `npm run acceptance` says 10,000. */
const COUNT = Number(process.env.RASHIN_MUTATIONS ?? 150);
const SEED = Number(process.env.RASHIN_SEED ?? 20_261_121);
/** Spoilt files that one workspace gets, and how many are on their way at once. */
const CHUNK = 500;
const ABREAST = 3;

const FOLDER = fileURLToPath(new URL('../case/ingest', import.meta.url));

/** Files that are read as they are, in equal parts with the files of the import cases, many of which are refused already. */
const GOOD = [
  'ads_ok.csv',
  'ga4_export.csv',
  'utf16.tsv',
  'gaps.csv',
  'ratio.csv',
  'users.csv',
  'weeks.csv',
  'dims.csv',
  'orders.csv',
  'ok.xlsx',
] as const;

/** The files of the import cases as they lie there, those of moderate size. */
function sources(): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  return readdirSync(FOLDER)
    .map(name => join(FOLDER, name))
    .filter(path => statSync(path).isDirectory())
    .flatMap(dir => readdirSync(dir).map(name => join(dir, name)))
    .filter(path => /input\.[a-z]+(\.gz)?$/.test(path) && statSync(path).size < 200_000)
    .map(path => ({ name: `${basename(dirname(path))}${basename(path).slice('input'.length)}`, bytes: readFileSync(path) }));
}

test(`[ING-43] ${COUNT} files with flipped, cut and repeated bytes: each is read or refused, and no row of a refused one is stored`, async () => {
  const files = sources();
  expect(files.length).toBeGreaterThan(20);
  const outcomes = { stored: 0, duplicates: 0, refused: 0 };
  for (let first = 0; first < COUNT; first += CHUNK) {
    const product = await up();
    const stored = new Map<string, number>();
    const numbers = Array.from({ length: Math.min(CHUNK, COUNT - first) }, (_, i) => first + i);
    const next = async (): Promise<void> => {
      for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
        await spoiltFile(product, number, files, stored, outcomes);
      }
    };
    await Promise.all(Array.from({ length: ABREAST }, next));
    expect(product.child.exitCode).toBeNull();
    const { datasets } = given(await product.ask('datasets', {}));
    const inStore = datasets.reduce((sum, { rows }) => sum + rows, 0);
    const said = [...stored.values()].reduce((sum, rows) => sum + rows, 0);
    // Rows of batches that another replaces whole stay in the store and count nowhere, so that an undo brings them back.
    expect(inStore).toBeLessThanOrEqual(said);
    const { batches } = given(await product.ask('batches', { limit: 500 }));
    expect(new Set(batches.map(({ id }) => id))).toEqual(new Set(stored.keys()));
    for (const { id, rows } of batches) expect(rows).toBe(stored.get(id));
    product.child.kill('SIGKILL');
  }
  console.log(`seed ${SEED}: ${JSON.stringify(outcomes)}`);
  expect(outcomes.stored + outcomes.duplicates + outcomes.refused).toBe(COUNT);
  expect(outcomes.stored).toBeGreaterThan(0);
  expect(outcomes.refused).toBeGreaterThan(0);
}, 3_600_000);

async function spoiltFile(
  product: Product,
  number: number,
  files: ReturnType<typeof sources>,
  stored: Map<string, number>,
  outcomes: { stored: number; duplicates: number; refused: number },
): Promise<void> {
  const random = new Random(SEED + number);
  const good = GOOD.map(name => ({ name, bytes: fixture(name) }));
  const file = random.pick(number % 2 === 0 ? good : files);
  const bytes = spoilt(file.bytes, random);
  const receipt = await send(product, file.name, bytes, random.chance(0.5) ? { skipBadRows: true } : {}).catch(
    (error: unknown) => {
      throw new Error(`seed ${SEED + number}, ${file.name}: ${String(error)}`);
    },
  );
  for (const id of receipt.batches) {
    const { batch } = given(await product.ask('oneBatch', { batch: id }));
    stored.set(id, batch.rows);
  }
  if (receipt.rows === undefined) outcomes.refused += 1;
  else if (receipt.batches.length === 0) outcomes.duplicates += 1;
  else outcomes.stored += 1;
}

/** One to four bytes flipped, pieces cut out, pieces repeated. */
function spoilt(bytes: Uint8Array, random: Random): Uint8Array {
  let out = Buffer.from(bytes);
  const times = random.whole(1, 4);
  for (let i = 0; i < times; i++) {
    const at = Math.floor(random.next() * out.length);
    const length = 1 + Math.floor(random.next() ** 8 * (out.length - at));
    const kind = random.whole(0, 2);
    if (kind === 0) out[at] = random.whole(0, 255);
    else if (kind === 1) out = Buffer.concat([out.subarray(0, at), out.subarray(at + length)]);
    else out = Buffer.concat([out.subarray(0, at + length), out.subarray(at)]);
  }
  return out;
}
