import { existsSync } from 'node:fs';
import type { PlanKnowledge } from '#core/lint/evidence/plan-knowledge.ts';
import type { PlanCheck } from '#core/plan/check-plan.ts';
import { EngineError } from '#engine/engine-error.ts';
import { workspacePaths } from '#engine/workspace/workspace-paths.ts';
import { type Ask, connected, type WorkspaceOptions } from './connect.ts';
import type { Io } from './io.ts';
import { readText } from './read-file.ts';

export interface KnowledgeOptions extends WorkspaceOptions {
  /** File with what is known of the plans' nodes, as the API answers it. */
  readonly facts?: string;
}

/** What is known of a checked plan; undefined where nothing is. */
export type KnowledgeOf = (
  check: PlanCheck,
  texts: { readonly yaml: string; readonly sheet?: string },
) => Promise<PlanKnowledge | undefined>;

const NOTHING: KnowledgeOf = async () => undefined;

/**
 * Works with what is known beside the plans' texts: from a file, from the workspace that is named, or from the one the command is
 * run in. Undefined, with a note of why, where the file cannot be read. [LNT-05]
 */
export async function withKnowledge<T>(
  options: KnowledgeOptions,
  io: Io,
  work: (knowledgeOf: KnowledgeOf) => Promise<T>,
): Promise<T | undefined> {
  if (options.facts !== undefined) {
    const known = await fromFile(options.facts, io);
    return known && work(async () => known);
  }
  const isNamed = options.workspace !== undefined || Boolean(io.env.RASHIN_WORKSPACE);
  if (!isNamed && !existsSync(workspacePaths(io.cwd).description)) return work(NOTHING);
  let isOpen = false;
  try {
    return await connected(options, io, ({ ask }) => {
      isOpen = true;
      return work(fromWorkspace(ask));
    });
  } catch (error) {
    // The folder the command happens to be run in is a convenience: the plans are checked without it all the same.
    if (isNamed || isOpen || !(error instanceof EngineError)) throw error;
    io.note(error.message);
    return work(NOTHING);
  }
}

async function fromFile(file: string, io: Io): Promise<PlanKnowledge | undefined> {
  const text = readText(file, io);
  if (text === undefined) return undefined;
  const { knowledge } = await import('#contract/plan-knowledge.ts');
  const read = knowledge.safeParse(jsonOf(text));
  if (read.success) return read.data;
  const where = read.error.issues[0]?.path.join('.') ?? '';
  io.note(
    io.lang === 'ja'
      ? `${file} は点検に使う実績のファイルではありません${where === '' ? '' : `（${where}）`}。POST /api/plans/計画/knowledge の答えを保存したものを指定してください。`
      : `${file} does not hold what is known of a plan${where === '' ? '' : ` (${where})`}. Name a file with the answer of POST /api/plans/PLAN/knowledge.`,
  );
  return undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A plan that the workspace does not have is checked by its text alone. */
function fromWorkspace(ask: Ask): KnowledgeOf {
  return async ({ parsed }, { yaml, sheet = '' }) => {
    if (!parsed) return undefined;
    const answer = await ask('planKnowledge', { plan: parsed.plan.id, body: { texts: { yaml, sheet } } });
    return answer.kind === 'value' ? answer.value : undefined;
  };
}
