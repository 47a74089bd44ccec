import type { Catalogue } from '#core/metric/catalogue.ts';
import type { Templates } from '#core/template/parse-templates.ts';
import type { Connecting } from '../connect/connecting.ts';
import type { Importing } from '../importing/importing.ts';
import type { Journeys } from '../journey/journeys.ts';
import type { AnswerCache } from '../query/answer-cache.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { Recovery } from '../workspace/recover-imports.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { WorkspaceEffects } from '../workspace/workspace-effects.ts';

/** An open workspace with all of its stores: what every use-case works on. [APP-01] */
export interface App {
  readonly effects: WorkspaceEffects;
  readonly workspace: Workspace;
  readonly warehouse: Warehouse;
  /** The product's own metrics and things. */
  readonly catalogue: Catalogue;
  /** The product's own templates. */
  readonly templates: Templates;
  readonly cache: AnswerCache;
  readonly importing: Importing;
  readonly connecting: Connecting;
  /** What people did, for questions about journeys. */
  readonly journeys: Journeys;
  /** What opening had to bring into step. */
  readonly recovery: Recovery;
  /** Waits for what is being written, stops what may be stopped, and closes the stores. */
  close(): Promise<void>;
}
