import { expect, test } from 'vitest';
import { emptyAnswers } from '#core/begin/kept-answers.ts';
import { parseDay } from '#core/calendar/day.ts';
import { accepted, openStage } from './api-fixture.ts';

const [FROM, TO] = [parseDay('2026-04-01'), parseDay('2027-03-31')];
if (!FROM || !TO) throw new Error('days');
const EMPTY = emptyAnswers({ from: FROM, to: TO }, 'sales/sato');
const ANSWERS = {
  ...EMPTY,
  aim: '売上を伸ばす',
  goal: 'revenue',
  formulas: { revenue: 'orders * aov' },
  alternatives: ['visitors * purchase-cvr * aov'],
  factors: [{ id: 'win-orders', name: '注文を増やす', because: '件数が先', part: 'orders', kpis: ['cart-abandonment-rate'] }],
  targets: { orders: '1,000' },
};

test('[LED-19] answers belong to a member, outlive the server, and are taken up elsewhere', async () => {
  const stage = await openStage();
  accepted(
    await stage.ask('putMember', { body: { id: 'marketing/ito', name: '伊藤', department: null, role: 'member', active: true } }),
  );
  expect(accepted(await stage.ask('guidedAnswers', {})).kept).toBeNull();
  const first = accepted(await stage.ask('saveGuidedAnswers', { body: { answers: ANSWERS, step: 3, revision: 0 } })).kept;
  expect(first).toMatchObject({ answers: ANSWERS, step: 3, revision: 1 });
  const again = await stage.reopen();
  expect(accepted(await again.ask('guidedAnswers', {})).kept).toEqual(first);
  expect(accepted(await again.askAs('marketing/ito')('guidedAnswers', {})).kept).toBeNull();
  accepted(await again.ask('discardGuidedAnswers', {}));
  expect(accepted(await again.ask('guidedAnswers', {})).kept).toBeNull();
});

test('[LED-19] two windows cannot lose each other’s answers', async () => {
  const { ask } = await openStage();
  const save = (goal: string, revision: number) =>
    ask('saveGuidedAnswers', { body: { answers: { ...ANSWERS, goal }, step: 2, revision } });
  accepted(await save('revenue', 0));
  accepted(await save('orders', 1));
  const late = await save('leads', 1);
  expect(late.kind === 'conflict' && late.conflict.current).toMatchObject({ revision: 2, answers: { goal: 'orders' } });
  accepted(await ask('discardGuidedAnswers', {}));
  const gone = await save('leads', 2);
  expect(gone.kind === 'conflict' && gone.conflict.current).toBeNull();
});
