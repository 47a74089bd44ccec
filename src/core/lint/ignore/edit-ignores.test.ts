import { describe, expect, test } from 'vitest';
import { applyPatch, type Patch } from '../../plan/edit.ts';
import { readSource, type Source } from '../../plan/source.ts';
import { addIgnore, removeIgnore } from './edit-ignores.ts';

const ENTRY = { rule: 'months-flat', at: 'leads', because: '契約で毎月同じ: 変えない', until: '2027-03-31', by: 'sato' };
const WRITTEN = '{ rule: months-flat, at: leads, because: "契約で毎月同じ: 変えない", until: 2027-03-31, by: sato }';

function edited(text: string, edit: (source: Source) => Patch | undefined): string | undefined {
  const source = readSource(text);
  const patch = source.ok ? edit(source.value) : undefined;
  return patch && applyPatch(text, patch);
}

const added = (text: string) => edited(text, source => addIgnore(source, ENTRY));

describe('[LNT-23] what is meant to be so is written into the plan', () => {
  test.each([
    ['a list of its own', 'plan: a # x\n', `plan: a # x\nignore:\n  - ${WRITTEN}\n`],
    ['without a line break at the end', 'plan: a', `plan: a\nignore:\n  - ${WRITTEN}`],
    [
      'behind the others',
      'ignore:\n- { rule: a, because: b } # why\nnotes: x\n',
      `ignore:\n- { rule: a, because: b } # why\n- ${WRITTEN}\nnotes: x\n`,
    ],
    [
      'behind one of several lines',
      'ignore:\r\n  - rule: a\r\n    because: b\r\n\r\nnotes: x\r\n',
      `ignore:\r\n  - rule: a\r\n    because: b\r\n  - ${WRITTEN}\r\n\r\nnotes: x\r\n`,
    ],
    ['in one line', 'ignore: [{ rule: a, because: b }]\n', `ignore: [{ rule: a, because: b }, ${WRITTEN}]\n`],
    ['into an empty list', 'ignore: []\n', `ignore: [${WRITTEN}]\n`],
  ])('%s', (_, before, after) => expect(added(before)).toBe(after));

  test('what is empty is not written', () => {
    const entry = { ...ENTRY, at: '', until: '', by: '', because: ' なし ' };
    expect(edited('plan: a\n', source => addIgnore(source, entry))).toBe(
      'plan: a\nignore:\n  - { rule: months-flat, because: なし }\n',
    );
  });

  test('a place that holds something else is left alone', () => expect(added('ignore: none\n')).toBeUndefined());

  test('it is taken out again, and the list with its last one', () => {
    const one = `plan: a\nignore:\n  - ${WRITTEN}\n`;
    expect(edited(one, source => removeIgnore(source, 0))).toBe('plan: a\n');
    const two = `plan: a\nignore:\n  - { rule: a, because: b }\n  - ${WRITTEN}\n`;
    expect(edited(two, source => removeIgnore(source, 0))).toBe(one);
    expect(edited(two, source => removeIgnore(source, 2))).toBeUndefined();
  });
});
