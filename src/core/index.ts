/**
 * What `import … from 'rashin/core'` gives: reading plans, checking them, changing their texts, and the words to tell about it.
 * Inside the product nothing imports from here.
 */

export type { Catalogue } from './metric/catalogue.ts';
export { EMPTY_CATALOGUE, parseCatalogue } from './metric/catalogue.ts';
export type { Definitions } from './metric/definitions.ts';
export { parseDefinitions } from './metric/definitions-parse.ts';
export type { ParsedPlan, PlanText } from './plan/build-plan.ts';
export { parsePlan } from './plan/build-plan.ts';
export type { GoalCheck, PlanCheck } from './plan/check-plan.ts';
export { checkPlan } from './plan/check-plan.ts';
export type { Patch } from './plan/edit.ts';
export { addEntry, applyPatch, invertPatch, removeKey, setSheetCell, setValue } from './plan/edit.ts';
export type { Plan, PlanNode } from './plan/plan.ts';
export { planJsonSchema } from './plan/schema.ts';
export type { Problem, Result, Severity } from './problem/problem.ts';
export { sentence } from './problem/sentence.ts';
export { formatValue } from './text/format-value.ts';
export type { Lang, Text } from './text/text.ts';
