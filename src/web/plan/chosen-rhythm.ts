import { remembered } from '../ui/remembered.ts';

/** Whether this reader looks at plans by month or by week. */
export const chosenRhythm = remembered<'month' | 'week'>('rashin.rhythm', text => (text === 'week' ? 'week' : 'month'));
