import { expect, test } from 'vitest';
import { balanceAfter, type PhasedKpi, phaseProposals } from './growth-phase.ts';

const kpi = (id: string, more: Partial<PhasedKpi> = {}): PhasedKpi => ({
  id,
  metric: id,
  watch: false,
  kind: 'quantity',
  isNeeded: false,
  ...more,
});

const LAUNCH = [kpi('visitors'), kpi('articles-published')];
const MEDIA = new Set(['owned-media']);
const kinds = (found: ReturnType<typeof phaseProposals>) => found.map(({ kind, metric }) => `${kind} ${metric}`);

test('[DES-52] owned media that leave their launch are proposed return visits and engagement, and articles published are only watched', () => {
  const found = phaseProposals('growth', LAUNCH, MEDIA);
  expect(kinds(found)).toEqual(['demote articles-published', 'add engagement-rate', 'add returning-visitor-share']);
  expect(balanceAfter(LAUNCH, found, () => 'quality')).toEqual({
    before: { quantity: 2, quality: 0 },
    after: { quantity: 1, quality: 2 },
  });
});

test('[DES-52] at maturity results are added; what was only watched, or belongs to the launch, is let go', () => {
  const grown = [kpi('visitors'), kpi('articles-published', { watch: true }), kpi('engagement-rate', { kind: 'quality' })];
  expect(kinds(phaseProposals('maturity', grown, MEDIA))).toEqual([
    'retire articles-published',
    'demote engagement-rate',
    'add cvr',
    'add roi',
  ]);
  expect(kinds(phaseProposals('maturity', LAUNCH, MEDIA))).toContain('retire articles-published');
});

test('[DES-52] what a formula needs stays, what is there is not proposed again, and going back proposes the earlier metrics only', () => {
  const needed = [kpi('visitors'), kpi('articles-published', { isNeeded: true }), kpi('engagement-rate')];
  expect(kinds(phaseProposals('growth', needed, MEDIA))).toEqual(['add returning-visitor-share']);
  expect(kinds(phaseProposals('launch', [kpi('engagement-rate')], MEDIA))).toEqual(['add visitors', 'add articles-published']);
});

test('[DES-52] a plan of an unknown field is treated as a site', () => {
  expect(kinds(phaseProposals('maturity', [], new Set(['finance'])))).toEqual(['add cvr']);
});
