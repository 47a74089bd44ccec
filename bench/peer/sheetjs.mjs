import { argv } from 'node:process';
import XLSX from 'xlsx';

// Reads the first sheet of a workbook into arrays, and says how many rows there were and what they sum up to.
const book = XLSX.readFile(argv[2] ?? '', { dense: true });
const [name = ''] = book.SheetNames;
const table = XLSX.utils.sheet_to_json(book.Sheets[name], { header: 1 });
let pence = 0;
for (const row of table.slice(1)) pence += Math.round(row[3] * row[5] * 1000);
console.log(JSON.stringify({ rows: table.length - 1, revenue: pence / 1000 }));
