import { z } from 'zod';
import { AUDIT_CHECKS, AUDIT_MONTHS, type AuditSample, type DataAudit } from '#core/quality/data-audit.ts';
import { carries } from './carries.ts';
import { endpoint } from './endpoint.ts';
import { day, instant, list, text } from './scalar.ts';

const sampleFields = {
  from: day,
  to: day,
  slice: list(z.strictObject({ column: z.string(), name: text, value: z.string() })),
  column: z.string().nullable(),
  name: text,
  currency: z.string().nullable(),
  ours: z.string(),
};

const sample = carries<AuditSample>()(z.strictObject(sampleFields));

const said = {
  dataset: z.string(),
  /** `theirs`: what the source says; null where nobody looked. */
  samples: list(z.strictObject({ ...sampleFields, theirs: z.string().max(100).nullable() })),
  checks: list(z.enum(AUDIT_CHECKS)),
  result: z.enum(['passed', 'failed']),
  note: z.string(),
  /** What is put right; needed when it failed. */
  correction: z.strictObject({ what: z.string(), owner: z.string(), due: day }).nullable(),
  next: day,
};

const audit = carries<DataAudit>()(z.strictObject({ ...said, id: z.string(), on: day, at: instant, by: z.string() }));

const months = z.int().min(AUDIT_MONTHS.least).max(AUDIT_MONTHS.most);

export const audits = endpoint({
  method: 'GET',
  path: '/api/audits',
  concept: 'quality',
  summary: { ja: 'データ監査の予定と記録', en: 'Audits of data: when they are due, and what they found' },
  response: z.strictObject({
    today: day,
    /** Interval of datasets that have none of their own. */
    months,
    sources: list(
      z.strictObject({
        dataset: z.string(),
        name: text,
        owner: z.string().nullable(),
        /** Null: never. */
        months: months.nullable(),
        last: audit.nullable(),
        due: z.strictObject({ due: day, overdue: z.boolean() }).nullable(),
      }),
    ),
    audits: list(audit),
  }),
});

/** The same until the next audit of the dataset has been written down. */
export const auditSamples = endpoint({
  method: 'GET',
  path: '/api/audits/:dataset/samples',
  concept: 'quality',
  summary: { ja: '元のデータと照らし合わせる値', en: 'Values of a dataset to be verified against its source' },
  params: z.strictObject({ dataset: z.string() }),
  response: z.strictObject({ samples: list(sample) }),
});

export const addAudit = endpoint({
  method: 'POST',
  path: '/api/audits',
  concept: 'quality',
  summary: { ja: 'データ監査の記録', en: 'Writes down an audit of a dataset' },
  body: z.strictObject(said),
  response: z.strictObject({ audit }),
});

export const putAuditSchedule = endpoint({
  method: 'PUT',
  path: '/api/audits/schedule',
  concept: 'quality',
  summary: { ja: 'データ監査の間隔と担当の設定', en: 'Sets how often datasets are audited, and by whom' },
  body: z.strictObject({
    months,
    datasets: list(z.strictObject({ dataset: z.string(), months: months.nullable(), owner: z.string().nullable() })),
  }),
  response: z.strictObject({}),
});
