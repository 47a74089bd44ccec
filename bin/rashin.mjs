#!/usr/bin/env node
import { existsSync } from 'node:fs';
import module from 'node:module';

// Newer versions of Node keep what they compiled between calls.
module.enableCompileCache?.();

const entry = new URL('../dist/cli.mjs', import.meta.url);
if (existsSync(entry)) await import(entry.href);
else {
  process.stderr.write('Rashinはまだビルドされていません。npm start か npm run build を実行してください。\n');
  process.stderr.write('Rashin has not been built yet. Run npm start or npm run build.\n');
  process.exitCode = 2;
}
