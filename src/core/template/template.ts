import type { MetricId } from '../metric/measurement.ts';
import type { NodeTags } from '../plan/plan.ts';
import type { Text } from '../text/text.ts';
import type { TemplateFactor, TemplateNode } from './template-schema.ts';

/** What a template is: a plan to fill in, or one of the things that go with a plan. [TPL-01] */
export const TEMPLATE_KINDS = ['plan', 'pick-list', 'playbook', 'agenda', 'checklist', 'incentive'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

export type Template =
  | PlanTemplate
  | PickListTemplate
  | PlaybookTemplate
  | AgendaTemplate
  | ChecklistTemplate
  | IncentiveTemplate;

/** What every template says about itself. */
interface About {
  readonly id: string;
  readonly name: Text;
  /** One sentence. */
  readonly meaning: Text;
  readonly audience: Audience;
}

/** For whom a template is; an empty list says that it does not matter. */
export interface Audience {
  readonly channel: readonly string[];
  readonly industry: readonly string[];
  readonly model: readonly ('b2b' | 'b2c')[];
  readonly purpose: readonly string[];
  readonly phase: readonly string[];
  readonly size: readonly string[];
  /** Usual length of the purchase, in months. */
  readonly cycle?: { readonly from: number; readonly to: number };
}

export interface PlanTemplate extends About {
  readonly kind: 'plan';
  /** Length of its plan in months. */
  readonly months: number;
  /** The first is the main one; ranked in this order. */
  readonly goals: readonly TemplateNode[];
  readonly factors: readonly TemplateFactor[];
  /** In the order they are written, whichever factor they belong to. */
  readonly kpis: readonly TemplateNode[];
  readonly identities: readonly string[];
  readonly compositions: Readonly<Record<string, readonly string[]>>;
  readonly pipeline?: 'none' | 'baseline';
  /** Nodes whose numbers are worth asking for first: ids, or `id.baseline`. */
  readonly ask: readonly string[];
  /** Metrics that must not get worse while the goal is pursued, with the reason. */
  readonly guardrails: readonly { readonly metric: MetricId; readonly because: Text }[];
  /** What a check of the unchanged template finds, errors and warnings; neither more nor less. [TPL-06] */
  readonly known: readonly KnownFinding[];
  /** What about its numbers a reader should know. */
  readonly remark?: Text;
  /** What came of it where it was carried out: the case's focus, finding and result. */
  readonly outcome?: Text;
}

export interface KnownFinding {
  readonly code: string;
  /** Path in plan.yaml with dots; empty for the whole plan. */
  readonly at: string;
}

/** Metrics to choose from, in groups; chosen ones join a plan without targets. */
export interface PickListTemplate extends About {
  readonly kind: 'pick-list';
  readonly groups: readonly PickGroup[];
}

export interface PickGroup {
  readonly id: string;
  readonly name: Text;
  readonly note?: Text;
  readonly tags: NodeTags;
  readonly kpis: readonly TemplateNode[];
}

/** What goes wrong, what helps, and by which metrics one sees it. */
export interface PlaybookTemplate extends About {
  readonly kind: 'playbook';
  readonly plays: readonly { readonly cause: Text; readonly actions: readonly Text[]; readonly metrics: readonly MetricId[] }[];
}

export interface AgendaTemplate extends About {
  readonly kind: 'agenda';
  readonly items: readonly { readonly name: Text; readonly minutes: number }[];
}

export interface ChecklistTemplate extends About {
  readonly kind: 'checklist';
  readonly sections: readonly { readonly name: Text; readonly items: readonly Text[] }[];
}

/** Who is rewarded for what: shares of an evaluation, or a bonus in common. */
export interface IncentiveTemplate extends About {
  readonly kind: 'incentive';
  readonly parts: readonly {
    readonly who: Text;
    readonly metric: MetricId;
    /** Share of the evaluation as a fraction; absent: a bonus on top. */
    readonly weight?: number;
    readonly because: Text;
  }[];
}
