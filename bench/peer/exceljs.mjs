import { argv } from 'node:process';
import ExcelJS from 'exceljs';

// Reads the first sheet of a workbook row by row, and says how many rows there were and what they sum up to.
let [rows, pence] = [-1, 0];
const reader = new ExcelJS.stream.xlsx.WorkbookReader(argv[2] ?? '', {
  sharedStrings: 'cache',
  styles: 'cache',
  hyperlinks: 'ignore',
  worksheets: 'emit',
});
for await (const sheet of reader) {
  for await (const row of sheet) {
    rows += 1;
    if (rows > 0) pence += Math.round(row.getCell(4).value * row.getCell(6).value * 1000);
  }
}
console.log(JSON.stringify({ rows, revenue: pence / 1000 }));
