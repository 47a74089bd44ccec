import type { Day } from '#core/calendar/day.ts';
import { isDecimal, shiftPoint, trimmed } from '#core/number/decimal.ts';
import type { Unit } from '#core/unit/unit.ts';
import { actingMember } from '../app/acting.ts';
import type { AskInput } from '../app/ask.ts';
import { amountIn } from './amount-in.ts';
import type { Initiative } from './initiative-words.ts';

type Input = AskInput<'createInitiative'>['body'];
type Details = Initiative['details'];

export type ExpectedMode = 'level' | 'relative' | 'points';

/** How the change is given: as chosen, else points for rates and relative for the rest. */
export function modeOf({ expectedMode }: InitiativeFields, unit: Unit | undefined): ExpectedMode {
  if (expectedMode !== '') return expectedMode;
  return unit?.kind === 'ratio' ? 'points' : 'relative';
}

/** An initiative as the form holds it: numbers and lists as typed. */
export interface InitiativeFields {
  readonly title: string;
  readonly kpis: readonly string[];
  readonly hypothesis: string;
  readonly expectedKpi: string;
  /** Empty: points for rates, else relative. */
  readonly expectedMode: '' | ExpectedMode;
  readonly expectedValue: string;
  readonly expectedBy: Day | null;
  readonly owner: string;
  readonly contributors: readonly string[];
  readonly start: Day | null;
  readonly due: Day | null;
  readonly cost: string;
  readonly evidence: string;
  readonly cause: string;
  readonly risk: string;
  readonly segment: string;
  readonly effort: string;
  readonly difficulty: '' | 'low' | 'medium' | 'high';
  readonly pilotScope: string;
  readonly pilotShare: string;
  readonly pilotDays: string;
  readonly follows: string | null;
  /** What the form does not show stays as it is. */
  readonly kept: Details;
}

export function emptyInitiative(node: string | undefined): InitiativeFields {
  return {
    title: '',
    kpis: node === undefined ? [] : [node],
    hypothesis: '',
    expectedKpi: node ?? '',
    expectedMode: '',
    expectedValue: '',
    expectedBy: null,
    owner: actingMember.get(),
    contributors: [],
    start: null,
    due: null,
    cost: '',
    evidence: '',
    cause: '',
    risk: '',
    segment: '',
    effort: '',
    difficulty: '',
    pilotScope: '',
    pilotShare: '',
    pilotDays: '',
    follows: null,
    kept: {},
  };
}

export function fieldsOf(initiative: Initiative): InitiativeFields {
  const { expected, cost, details, kpis } = initiative;
  return {
    title: initiative.title,
    kpis: kpis.map(({ node }) => node),
    hypothesis: initiative.hypothesis,
    expectedKpi: expected?.kpi.node ?? kpis[0]?.node ?? '',
    expectedMode: expected?.mode ?? '',
    expectedValue: expected ? shownValue(expected.value, expected.mode) : '',
    expectedBy: expected?.by ?? null,
    owner: initiative.owner,
    contributors: initiative.contributors,
    start: initiative.start,
    due: initiative.due,
    cost: cost?.amount ?? '',
    evidence: initiative.evidence.join('\n'),
    cause: details.cause ?? '',
    risk: details.risk ?? '',
    segment: details.segment ?? '',
    effort: details.effort ?? '',
    difficulty: details.difficulty ?? '',
    pilotScope: details.pilot?.scope ?? '',
    pilotShare: details.pilot ? trimmed(shiftPoint(String(details.pilot.share), 2)) : '',
    pilotDays: details.pilot ? String(details.pilot.days) : '',
    follows: initiative.follows,
    kept: details,
  };
}

/** The form's contents as the API takes them; what is no number is sent as typed and refused with its reason. */
export function inputOf(fields: InitiativeFields, plan: string, currency: string, mode: ExpectedMode): Input {
  const { expectedKpi, expectedBy } = fields;
  const kpi = fields.kpis.includes(expectedKpi) ? expectedKpi : fields.kpis[0];
  const value = amountIn(
    fields.expectedValue
      .replace(/^\+/, '')
      .replaceAll('−', '-')
      .replace(/%|pts?$/, ''),
  );
  const cost = amountIn(fields.cost);
  return {
    title: fields.title,
    kpis: fields.kpis.map(node => ({ plan, node })),
    hypothesis: fields.hypothesis,
    expected:
      value === undefined || kpi === undefined
        ? null
        : {
            kpi: { plan, node: kpi },
            mode,
            value: mode === 'level' || !isDecimal(value) ? value : trimmed(shiftPoint(value, -2)),
            by: expectedBy ?? fields.due ?? ('' as Day),
          },
    cost: cost === undefined ? null : { amount: cost, currency },
    owner: fields.owner || null,
    contributors: [...fields.contributors],
    start: fields.start,
    due: fields.due,
    evidence: fields.evidence.split('\n').filter(line => line.trim() !== ''),
    follows: fields.follows,
    details: detailsOf(fields),
  };
}

function detailsOf(fields: InitiativeFields): Details {
  const {
    cause: _cause,
    risk: _risk,
    segment: _segment,
    effort: _effort,
    difficulty: _difficulty,
    pilot: _pilot,
    ...kept
  } = fields.kept;
  const share = amountIn(fields.pilotShare);
  return {
    ...kept,
    ...given('cause', fields.cause),
    ...given('risk', fields.risk),
    ...given('segment', fields.segment),
    ...given('effort', amountIn(fields.effort) ?? ''),
    ...(fields.difficulty === '' ? {} : { difficulty: fields.difficulty }),
    ...(fields.pilotScope.trim() === ''
      ? {}
      : { pilot: { scope: fields.pilotScope, share: Number(share ?? 0) / 100 || 0, days: Number(fields.pilotDays) || 0 } }),
  };
}

function given<K extends string>(key: K, text: string): { readonly [P in K]?: string } {
  return text.trim() === '' ? {} : ({ [key]: text } as { readonly [P in K]: string });
}

function shownValue(value: string, mode: ExpectedMode): string {
  return mode === 'level' ? value : trimmed(shiftPoint(value, 2));
}
