#!/usr/bin/env node
import { existsSync } from 'node:fs';

const entry = new URL('../dist/cli.mjs', import.meta.url);
if (existsSync(entry)) await import(entry.href);
else {
  process.stderr.write('Rashinはまだビルドされていません。npm start か npm run build を実行してください。\n');
  process.stderr.write('Rashin has not been built yet. Run npm start or npm run build.\n');
  process.exitCode = 2;
}
