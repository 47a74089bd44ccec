/**
 * One measured number. `better`: which of two numbers is the better one; it decides how the ratio to Rashin's row of the same
 * `measure` is written, above 1 meaning that Rashin is better.
 *
 * @typedef {{ measure: string, who: string, unit: string, better: 'less' | 'more', value: { median: number, low: number, high: number, rounds: number },
 *   note?: string }} MeasuredRow
 * @typedef {{ measure: string, who: string, notRun: string }} MissingRow
 * @typedef {{ name: string, title: string, about: string, rows: readonly (MeasuredRow | MissingRow)[], failure?: string }} Result
 */

/** Rows whose `who` begins so are ours: the first of a measure is what its peers are compared with. */
const OURS = 'Rashin';

/**
 * The page of results, in Markdown.
 *
 * @param {readonly Result[]} results
 * @param {string} machine
 * @returns {string}
 */
export function page(results, machine) {
  return `# Benchmarks

Written by \`npm run bench\`; \`bench/README.md\` says how it measures.
Times are medians of runs that take turns; the range is from the lowest to the highest. The ratio is how many times better Rashin is: **below 1, the other is better**.

${machine}

${results.map(result => section(result)).join('\n\n')}
`;
}

/**
 * A page with what was measured now put in place of what it has: of a section that is there, the measures that were run; the others
 * stay as they are. The section says on which machine that was.
 *
 * @param {string} before
 * @param {readonly Result[]} results
 * @param {string} machine
 * @returns {string}
 */
export function pageWith(before, results, machine) {
  const [head = '', ...sections] = before.split(/^(?=## )/m);
  for (const result of results) {
    const at = sections.findIndex(text => text.startsWith(`## ${result.title}\n`));
    const about = `${result.about}\nMeasured last: ${measuresOf(result).join('; ')}. ${machine.split('\n')[0]}`;
    const fresh = section({ ...result, about }, at < 0 ? '' : (sections[at] ?? ''));
    sections.splice(at < 0 ? sections.length : at, 1, `${fresh}\n\n`);
  }
  return `${[head, ...sections].join('').trimEnd()}\n`;
}

function section({ title, about, rows, failure }, before = '') {
  const groups = groupsOf(before);
  for (const measure of measuresOf({ rows })) {
    const group = [measure, linesOf(rows.filter(row => row.measure === measure))];
    const at = groups.findIndex(([name]) => name === measure);
    const subject = measure.split(':')[0];
    const last = groups.findLastIndex(([name]) => name.split(':')[0] === subject);
    groups.splice(at >= 0 ? at : last >= 0 ? last + 1 : groups.length, at >= 0 ? 1 : 0, group);
  }
  const lines = groups.flatMap(([, found]) => found);
  const table = ['| measure | | median | range | runs | ratio |', '|---|---|---:|---:|---:|---:|', ...lines].join('\n');
  return [`## ${title}`, about, ...(failure ? [`Not run: ${failure}`] : []), ...(lines.length > 0 ? [table] : [])].join('\n\n');
}

function measuresOf({ rows }) {
  return [...new Set(rows.map(({ measure }) => measure))];
}

/** The lines of a section's table by measure, whose name stands on the first of them. */
function groupsOf(text) {
  const groups = [];
  for (const line of text
    .split('\n')
    .filter(each => each.startsWith('| '))
    .slice(1)) {
    const measure = line.split('|')[1]?.trim() ?? '';
    if (measure === '') groups.at(-1)?.[1].push(line);
    else groups.push([measure, [line]]);
  }
  return groups;
}

function linesOf(rows) {
  const own = rows.find(({ who, value }) => value && who.startsWith(OURS));
  return rows.map((row, index) => {
    const measure = index === 0 ? row.measure : '';
    if (row.notRun) return `| ${measure} | ${row.who} | not run: ${row.notRun} | | | |`;
    const { value, who, unit, note } = row;
    const range = value.low === value.high ? '' : `${shown(value.low)}–${shown(value.high)}`;
    const name = note ? `${who} (${note})` : who;
    return `| ${measure} | ${name} | ${shown(value.median)} ${unit} | ${range} | ${value.rounds} | ${row === own ? '' : ratio(row, own)} |`;
  });
}

function ratio({ value, better, unit, who }, own) {
  if (!own || own.unit !== unit || who.startsWith(OURS)) return '';
  const times = better === 'less' ? value.median / own.value.median : own.value.median / value.median;
  if (!Number.isFinite(times)) return '';
  return times < 100 ? times.toPrecision(2) : Math.round(Number(times.toPrecision(2))).toLocaleString('en-US');
}

/** Three digits that count, with thousands marks. */
function shown(number) {
  if (!Number.isFinite(number)) return '?';
  if (Math.abs(number) >= 100) return Math.round(Number(number.toPrecision(3))).toLocaleString('en-US');
  return String(Number(number.toPrecision(3)));
}
