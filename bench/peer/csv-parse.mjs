import { createReadStream } from 'node:fs';
import { argv } from 'node:process';
import { parse } from 'csv-parse';

// Reads a CSV row by row into arrays of texts, and says how many rows there were and what they sum up to.
let [rows, pence] = [-1, 0];
for await (const row of createReadStream(argv[2] ?? '').pipe(parse())) {
  rows += 1;
  if (rows > 0) pence += Math.round(Number(row[3]) * Number(row[5]) * 1000);
}
console.log(JSON.stringify({ rows, revenue: pence / 1000 }));
