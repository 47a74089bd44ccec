import { expect, test } from 'vitest';
import { nodeId } from './node-id.ts';
import { typedFormula } from './typed-formula.ts';

test('[PLN-63] names become ids, numbers and hyphenated words stay what they are', () => {
  expect(typedFormula('Won deals × (Average deal-value − 100)')).toEqual({
    text: 'won-deals * ( average-deal-value - 100 )',
    parts: [
      { id: 'won-deals', name: 'Won deals' },
      { id: 'average-deal-value', name: 'Average deal-value' },
    ],
  });
  expect(typedFormula('受注件数 ×')).toBeUndefined();
  expect(typedFormula('100 × 2')).toBeUndefined();
  expect([nodeId('90日以内 率'), nodeId('!!'), nodeId('客単価')]).toEqual(['k-90日以内-率', '', '客単価']);
});

test('[PLN-63] a name that is known gets its own id', () => {
  expect(typedFormula('受注件数 × 単価', name => (name === '受注件数' ? 'won-deals' : undefined))?.text).toBe('won-deals * 単価');
});
