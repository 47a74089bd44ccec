import { type Day, parseDay } from '../../calendar/day.ts';
import { CONNECTORS } from '../all-connectors.ts';
import type { ConnectorId, ConnectorSettings, IncomingAnswer, Pull } from '../connector.ts';

function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new Error(text);
  return found;
}

export function pullOf(settings: ConnectorSettings, secrets: Readonly<Record<string, string>> = {}): Pull {
  return { settings, from: day('2026-11-01'), to: day('2026-11-02'), zone: 'Asia/Tokyo', secrets };
}

export function answer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): IncomingAnswer {
  return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

export function bodyOf(id: ConnectorId, pull: Pull, cursor: string | null = null): unknown {
  return JSON.parse(CONNECTORS[id].request(pull, cursor).body ?? 'null');
}

export function read(id: ConnectorId, given: IncomingAnswer, settings: ConnectorSettings = {}, cursor: string | null = null) {
  const found = CONNECTORS[id].read(given, pullOf(settings), cursor);
  return found.kind === 'refused' ? { kind: found.kind, code: found.problem.code, said: found.problem.params.said } : found;
}
