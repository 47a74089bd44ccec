import { expect, test } from 'vitest';
import { analysisIn } from './analysis-link.tsx';

test('[JNY-13] a finding leads to one of the four pages, never to another address', () => {
  expect(analysisIn('leaving?window=30&by=channel')).toEqual({ page: 'leaving', search: 'window=30&by=channel' });
  expect(analysisIn('customers')).toEqual({ page: 'customers', search: '' });
  for (const other of ['https://example.com', '//leaving', 'Leaving', '', 'toString', '/analysis/leaving'])
    expect(analysisIn(other)).toBeUndefined();
});
