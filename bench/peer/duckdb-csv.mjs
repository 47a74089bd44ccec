import { argv } from 'node:process';
import { DuckDBInstance } from '@duckdb/node-api';
import { createOrderLines } from './order-lines-table.mjs';

// Loads a CSV into a table of a new database file with the types it is told, and says how many rows there were and what they sum up to.
const [csv = '', file = ''] = argv.slice(2);
const instance = await DuckDBInstance.create(file);
const connection = await instance.connect();
await createOrderLines(connection, csv);
await connection.run('CHECKPOINT');
const reader = await connection.runAndReadAll('SELECT count(*)::INTEGER, sum(quantity * unit_price)::DOUBLE FROM order_lines');
const [rows, revenue] = reader.getRows()[0] ?? [];
console.log(JSON.stringify({ rows, revenue }));
