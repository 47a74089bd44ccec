import { describe, expect, test } from 'vitest';
import { templateFixture } from '../case/template-fixture.ts';
import { accepted, openStage, problemsOf } from './api-fixture.ts';

const { templates } = templateFixture();

describe('[TPL-12] templates over the API', () => {
  test('[TPL-12] lists, shows and uses them; nothing is stored', async () => {
    const { ask } = await openStage({ templates });
    const listed = accepted(await ask('templates', { kind: 'plan', industry: 'saas' }));
    expect(listed.templates.map(({ id }) => id)).toContain('saas-new-contracts');
    expect(listed.words.industry).toContain('real-estate');
    const shown = accepted(await ask('template', { template: 'saas-new-contracts' }));
    expect(shown.questions[0]).toMatchObject({
      key: 'contract-revenue',
      isGoal: true,
      isFirst: true,
      example: { ja: '3億円', en: '¥300M' },
    });
    expect((await ask('template', { template: 'none' })).kind).not.toBe('value');
    const used = accepted(
      await ask('useTemplates', { body: { templates: ['saas-new-contracts'], answers: { leads: '300' }, lang: 'ja' } }),
    );
    expect(used.texts.yaml).toContain('period: 2026-12-01/2027-11-30');
    expect(used.texts.yaml).toContain('target: 月300件');
    expect(used.check.goals[0]).toMatchObject({ id: 'contract-revenue', verdict: 'reaches' });
    expect(used.view).not.toBeNull();
    expect(accepted(await ask('plans')).plans).toEqual([]);
  });

  test('[TPL-12] what cannot be made is answered with the reason', async () => {
    const { ask } = await openStage({ templates });
    const refused = await ask('useTemplates', { body: { templates: ['sns-x'] } });
    expect(problemsOf(refused)).toEqual(['template-no-plan']);
    const answered = await ask('useTemplates', { body: { templates: ['ec-annual-sales'], answers: { visitor: '1' } } });
    expect(problemsOf(answered)).toEqual(['answer-unknown']);
  });
});
