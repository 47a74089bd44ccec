import { expect, test } from 'vitest';
import { stageEnds, stageOrder } from './stage-steps.ts';

const STAGES = [null, 'リード獲得', '引き渡し', 'MQL', 'SQL', '差し戻し', '商談設定', '失注', '受注'];

test('[JNY-14] stages come in their usual order, whatever their number; what is lost is no stage', () => {
  expect(stageOrder(STAGES)).toEqual(['リード獲得', 'MQL', '引き渡し', 'SQL', '商談設定', '受注']);
  expect(stageOrder(['Won', 'Lead', 'Lost', 'Opportunity'])).toEqual(['Lead', 'Opportunity', 'Won']);
  expect(stageOrder(['訪問', 'MQL', null])).toEqual([]);
});

test('[JNY-14] what ends the way is lost, sent back or won; of the steps only a last one that is won', () => {
  expect(stageEnds(STAGES, ['MQL', 'SQL', '受注'])).toEqual(['差し戻し', '失注', '受注']);
  expect(stageEnds(STAGES, ['受注', '失注', 'SQL'])).toEqual(['差し戻し']);
  expect(stageEnds(STAGES, ['MQL', 'SQL'])).toEqual(['差し戻し', '失注', '受注']);
});
