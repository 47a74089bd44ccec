import { connectMessages } from '#core/connect/connect-messages.ts';
import { engineErrorsOf } from '../engine-error.ts';

/** What the network or the machine refuses a connection; told with the messages of connections. */
export const connectFailure = engineErrorsOf(connectMessages);

/** The code that the system or a driver gives an error, else how it begins. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.message.slice(0, 100) : String(error);
}
