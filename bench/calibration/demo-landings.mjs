import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rashin } from '../runner/product.mjs';

/** Of the results at least this share lies between P10 and P90; the few tries overlap, so that less than 80 % may be chance. */
const LEAST = 0.6;

/** The demo company's landing made again at the ends of earlier months, as the product tells it: `rashin plan forecast --json`. */
export function demoLandings() {
  const folder = mkdtempSync(join(tmpdir(), 'rashin-calibration-'));
  try {
    const workspace = join(folder, 'demo');
    rashin('demo', workspace);
    const { record } = JSON.parse(rashin('plan', 'forecast', '--json', '--workspace', workspace));
    return record;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The limits, each with whether it is kept. */
export function demoLandingLimits(record) {
  return record.map(({ goal, inside, tries }) => ({
    text: `Demo, landing of ${goal}: P10–P90 hold at least ${Math.round(100 * LEAST)} % of the results (${inside} of ${tries.length})`,
    kept: tries.length > 0 && inside >= LEAST * tries.length,
  }));
}

/** Markdown of the report. */
export function demoLandingLines(record) {
  return record.flatMap(({ goal, tries, sentence }) => [
    `Goal \`${goal}\`, in yen. ${sentence.en}`,
    '',
    '| told on | period | P10 | P50 | P90 | came true | inside |',
    '|---|---|--:|--:|--:|--:|---|',
    ...tries.map(
      ({ to, period, landing: { p10, p50, p90 }, actual }) =>
        `| ${to} | ${period.from} – ${period.to} | ${whole(p10)} | ${whole(p50)} | ${whole(p90)} | ${whole(actual)} | ${actual >= p10 && actual <= p90 ? 'yes' : 'no'} |`,
    ),
    '',
  ]);
}

function whole(value) {
  return Math.round(value).toLocaleString('en-US');
}
