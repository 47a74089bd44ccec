import type { Catalogue } from '#core/metric/catalogue.ts';
import type { Templates } from '#core/template/parse-templates.ts';
import { type ConnectingOptions, createConnecting } from '../connect/connecting.ts';
import { createImporting } from '../importing/importing.ts';
import { placeOfJourneys } from '../journey/clickhouse/place-of-journeys.ts';
import { createJourneys } from '../journey/journeys.ts';
import { createAnswerCache } from '../query/answer-cache.ts';
import { openDuckdbWarehouse } from '../warehouse/duckdb/duckdb-warehouse.ts';
import { recoverImports } from '../workspace/recover-imports.ts';
import { warehouseRows } from '../workspace/warehouse-rows.ts';
import { createWorkspace, openWorkspace, type Workspace } from '../workspace/workspace.ts';
import type { WorkspaceEffects } from '../workspace/workspace-effects.ts';
import type { App } from './app.ts';
import { readAppSettings } from './app-settings.ts';

export interface AppOptions {
  readonly catalogue: Catalogue;
  /** None when absent. */
  readonly templates?: Templates;
  /** Memory of the data store, beside the process's own. */
  readonly memoryBytes?: number;
  /** Holds the password of a ClickHouse that keeps journeys. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** What connections may speak to. */
  readonly connecting?: ConnectingOptions;
  /** Makes the workspace, under this name, when there is none in the folder. */
  readonly createAs?: string;
}

const MIB = 1024 * 1024;
const MEMORY_BYTES = 384 * MIB;

/**
 * Opens a workspace with ledger and data store, and brings the two into step: what an import that was cut short has left is taken
 * back, rows that were lost are made again from the kept files. [APP-01, WSP-07]
 * Throws `EngineError` when the workspace is missing, in use or damaged. A data store that cannot be read is put aside and made anew.
 */
export async function openApp(dir: string, effects: WorkspaceEffects, options: AppOptions): Promise<App> {
  const workspace = await openOrCreate(dir, effects, options);
  try {
    return await appOf(workspace, options);
  } catch (error) {
    await workspace.close();
    throw error;
  }
}

async function openOrCreate(dir: string, effects: WorkspaceEffects, { createAs }: AppOptions): Promise<Workspace> {
  if (createAs === undefined) return openWorkspace(dir, effects);
  try {
    return await createWorkspace(dir, createAs, effects);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'workspace-exists') return openWorkspace(dir, effects);
    throw error;
  }
}

async function appOf(workspace: Workspace, options: AppOptions): Promise<App> {
  const { catalogue, templates = new Map(), memoryBytes = MEMORY_BYTES, environment = {} } = options;
  const { paths, effects } = workspace;
  const warehouse = await openDuckdbWarehouse({
    dir: paths.warehouse,
    staging: paths.staging,
    memoryBytes,
    onDamage: 'put-aside',
  });
  try {
    const { calendar } = await readAppSettings({ workspace });
    const recovery = await recoverImports(workspace, warehouseRows(warehouse, workspace, calendar));
    const cache = createAnswerCache();
    const importing = createImporting();
    const connecting = createConnecting(paths, options.connecting);
    const journeys = createJourneys(() =>
      placeOfJourneys({
        file: paths.journeySetting,
        folder: paths.journeys,
        workspace: workspace.name,
        environment,
      }),
    );
    return {
      effects,
      workspace,
      warehouse,
      catalogue,
      templates,
      cache,
      importing,
      connecting,
      journeys,
      recovery,
      close: async () => {
        await connecting.stop();
        await importing.stop();
        await journeys.close();
        await warehouse.close();
        await workspace.close();
      },
    };
  } catch (error) {
    await warehouse.close();
    throw error;
  }
}
