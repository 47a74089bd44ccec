import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';

/**
 * The plan as a spreadsheet: a row per input and formula, a column per month, and the goal's year at the end. Builds the sheet from the texts
 * of its formulas and gives the goal's year.
 */
export async function hyperformula() {
  const { HyperFormula } = await import('hyperformula');
  return plan => {
    const rows = new Map([...plan.inputs, ...plan.formulas].map(({ name }, index) => [name, index + 1]));
    const cells = [
      ...plan.inputs.map(({ value }) => Array(plan.months).fill(value)),
      ...plan.formulas.map(({ text }) => {
        const months = Array.from({ length: plan.months }, (_, month) => String.fromCharCode(65 + month));
        return months.map(month => `=${text.replaceAll(/[a-z]+_\d+/g, name => `${month}${rows.get(name)}`)}`);
      }),
    ];
    const goal = rows.get(plan.goal);
    cells.push([`=SUM(A${goal}:${String.fromCharCode(64 + plan.months)}${goal})`]);
    const sheet = HyperFormula.buildFromArray(cells, { licenseKey: 'gpl-v3' });
    const year = sheet.getCellValue({ sheet: 0, row: cells.length - 1, col: 0 });
    sheet.destroy();
    return year;
  };
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const calculate = await hyperformula();
  console.log(calculate(JSON.parse(readFileSync(argv[2] ?? '', 'utf8'))));
}
