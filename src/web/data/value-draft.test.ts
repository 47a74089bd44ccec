import { expect, test } from 'vitest';
import { changesOf, draftOf, NO_DRAFT, stepBack, typedInto } from './value-draft.ts';

const cell = (month: string, value: string | null) => ({ metric: 'nps', month, value });
const standing = (_: string, month: string) => (month === '2026-09' ? '31.5' : null);

test('[MEA-07] steps are taken back one by one, a pasted block as one', () => {
  const pasted = typedInto(NO_DRAFT, [cell('2026-09', '30'), cell('2026-10', '32')]);
  const typed = typedInto(pasted, [cell('2026-10', '33')]);
  expect(draftOf(typed, 'nps', '2026-10')).toBe('33');
  expect(draftOf(stepBack(typed), 'nps', '2026-10')).toBe('32');
  expect(stepBack(stepBack(typed))).toEqual(NO_DRAFT);
  expect(typedInto(typed, [])).toEqual(typed);
});

test('[MEA-07] what changes stands beside what it was; a value typed back is no change', () => {
  const draft = typedInto(NO_DRAFT, [cell('2026-09', '31.50'), cell('2026-10', '32'), cell('2026-08', null)]);
  expect(changesOf(draft, standing)).toEqual([{ ...cell('2026-10', '32'), before: null }]);
  expect(changesOf(typedInto(draft, [cell('2026-09', null)]), standing)).toContainEqual({
    ...cell('2026-09', null),
    before: '31.5',
  });
});
