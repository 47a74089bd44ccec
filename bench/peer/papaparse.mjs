import { createReadStream } from 'node:fs';
import { argv } from 'node:process';
import Papa from 'papaparse';

// Reads a CSV in pieces into arrays of texts, and says how many rows there were and what they sum up to.
let [rows, pence] = [-1, 0];
await new Promise((resolve, reject) => {
  Papa.parse(createReadStream(argv[2] ?? ''), {
    skipEmptyLines: true,
    chunk({ data }) {
      for (const row of data) {
        rows += 1;
        if (rows > 0) pence += Math.round(Number(row[3]) * Number(row[5]) * 1000);
      }
    },
    complete: resolve,
    error: reject,
  });
});
console.log(JSON.stringify({ rows, revenue: pence / 1000 }));
