import { counterOf } from '#contract/counter.ts';
import { enterValues } from '#engine/importing/enter-values.ts';
import { readValueSheet } from '#engine/query/value-sheet.ts';
import type { HandlersOf } from '../handler.ts';
import { conflict, problems, value } from '../reply.ts';

export const valueSheetHandlers: HandlersOf<'valueSheet' | 'putValues'> = {
  valueSheet: async ({ plan, through, metric: metrics }, { app }) => {
    const read = await readValueSheet(app, { plan, through, metrics });
    if (!read.ok) return problems(read.problems);
    const { known, months, rows } = read.value;
    const { things } = known.metrics.catalogue;
    return value({
      months: months.map(({ key, range, close }) => ({ key, from: range.from, to: range.to, close })),
      rows: rows.map(({ metric: { id, name, unit }, source, from, values }) => ({
        metric: id,
        name,
        unit,
        counter: counterOf(unit, things),
        source,
        from,
        values,
      })),
    });
  },

  putValues: async ({ body }, { app, by }) => {
    const entered = await enterValues(app, by, body.plan, body.cells);
    switch (entered.kind) {
      case 'stored':
        return value({ batch: entered.batch, changed: entered.changed, defined: entered.defined });
      case 'conflict':
        return conflict({ cells: entered.cells });
      case 'refused':
        return problems(entered.problems);
    }
  },
};
