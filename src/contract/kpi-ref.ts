import { z } from 'zod';
import type { KpiRef } from '#core/act/kpi-ref.ts';
import { carries } from './carries.ts';

export const kpiRef = carries<KpiRef>()(z.strictObject({ plan: z.string(), node: z.string() }));
