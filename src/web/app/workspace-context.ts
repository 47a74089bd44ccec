import { createContext, useContext, useMemo } from 'react';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { programName } from '#core/act/program-author.ts';
import { useLang } from '../ui/language.ts';

export type Workspace = ResponseOf<Api['workspace']>;

const WorkspaceContext = createContext<Workspace | undefined>(undefined);
export const WorkspaceProvider = WorkspaceContext.Provider;

/** The workspace; pages are only drawn once it is known. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('used outside of the shell');
  return workspace;
}

export interface People {
  readonly all: Workspace['members'];
  /** Those who can be given work. */
  readonly active: Workspace['members'];
  /** The name behind an id, a program's too; the id itself where nobody has it. */
  nameOf(id: string): string;
  nameOf(id: string | null): string | undefined;
}

export function usePeople(): People {
  const { members } = useWorkspace();
  const lang = useLang();
  return useMemo(() => {
    const names = new Map(members.map(({ id, name }) => [id, name]));
    function nameOf(id: string): string;
    function nameOf(id: string | null): string | undefined;
    function nameOf(id: string | null) {
      return id === null ? undefined : (names.get(id) ?? programName(id)?.[lang] ?? id);
    }
    return { all: members, active: members.filter(({ active }) => active), nameOf };
  }, [members, lang]);
}
