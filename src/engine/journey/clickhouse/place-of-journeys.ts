import { readFile } from 'node:fs/promises';
import { sentenceFrom } from '#core/problem/problem.ts';
import { engineErrorsOf } from '../../engine-error.ts';
import { embeddedPlace, type JourneyPlace } from '../journey-place.ts';
import { clickHouseMessages } from './clickhouse-messages.ts';
import { clickHouseSetting } from './clickhouse-setting.ts';

const failure = engineErrorsOf(clickHouseMessages);

/**
 * Where a workspace keeps its journeys: what `journeys.json` in its folder says, in files of the workspace when there is none.
 * Throws an `EngineError` that names what is wrong with it. [JRN-90]
 */
export async function placeOfJourneys({ file, folder, workspace, environment }: PlaceSources): Promise<JourneyPlace> {
  const text = await textOf(file);
  if (text === undefined) return embeddedPlace(folder);
  const setting = clickHouseSetting(parsed(text), environment, workspace);
  if (setting.ok) {
    const { clickHousePlace } = await import('./clickhouse-place.ts');
    return clickHousePlace(`${folder}.clickhouse`, setting.value);
  }
  const told = (lang: 'ja' | 'en') => setting.problems.map(problem => sentenceFrom(clickHouseMessages, problem, lang)).join(' ');
  throw failure('clickhouse-setting-file', { file, ja: told('ja'), en: told('en') });
}

export interface PlaceSources {
  readonly file: string;
  readonly folder: string;
  /** The workspace's name, unless the setting gives another. */
  readonly workspace: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Undefined where it is no JSON: every key is missing then. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
