import { useMemo } from 'react';
import type { RepairRequest } from '#core/repair/repair.ts';
import type { PlanTexts } from './edit-plan.ts';
import { repairHere } from './plan-desk.ts';
import { type Found, useFound } from './use-found.ts';
import { useReadWith } from './use-read-with.ts';
import type { ReadWith, Repaired } from './worker-message.ts';

export interface RepairFound extends Found<Repaired> {
  /** The texts it was asked for. */
  readonly texts: PlanTexts | undefined;
}

/** The cheapest changes with which a goal of the texts is reached, under what was asked for; nothing while that is undefined. */
export function useRepair(texts: PlanTexts | undefined, request: RepairRequest | undefined): RepairFound {
  const read = useReadWith(texts);
  const question = useMemo(() => (read && request ? { read, request } : undefined), [read, request]);
  return { ...useFound(question, answerTo), texts };
}

function answerTo({ read, request }: { readonly read: ReadWith; readonly request: RepairRequest }): Promise<Repaired> {
  return repairHere(read, request);
}
