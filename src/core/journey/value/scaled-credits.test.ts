import { expect, test } from 'vitest';
import { scaledCredits } from './scaled-credits.ts';

test('[JNY-21] learned credits are laid over the conversions of the rules, their proportions stay', () => {
  const learned = [
    { channel: 'Ads', conversions: 6, value: 10 },
    { channel: null, conversions: 2, value: 30 },
  ];
  expect(scaledCredits(learned, { conversions: 4, value: 100 })).toEqual([
    { channel: 'Ads', conversions: 3, value: 25 },
    { channel: null, conversions: 1, value: 75 },
  ]);
  expect(scaledCredits([{ channel: 'Ads', conversions: 0, value: 0 }], { conversions: 4, value: 1 })).toEqual([
    { channel: 'Ads', conversions: 0, value: 0 },
  ]);
});
