import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const NAMES = ['online_retail.csv', 'Online Retail.csv'];

export const HOW_TO_GET_IT =
  'download https://archive.ics.uci.edu/dataset/352/online+retail, save it as online_retail.csv (or .csv.gz) and give its folder with --data DIR';

/**
 * The real file as CSV, unpacked into `folder` where it was compressed; undefined when it is not in `data`.
 *
 * @param {string | null} data
 * @param {string} folder
 * @returns {string | undefined}
 */
export function onlineRetail(data, folder) {
  if (data === null) return undefined;
  const places = [data, join(data, 'online_retail')].flatMap(place => NAMES.map(name => join(place, name)));
  const plain = places.find(file => existsSync(file));
  if (plain) return plain;
  const packed = places.map(file => `${file}.gz`).find(file => existsSync(file));
  if (!packed) return undefined;
  const file = join(folder, NAMES[0] ?? '');
  writeFileSync(file, gunzipSync(readFileSync(packed)));
  return file;
}
