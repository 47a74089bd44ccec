import type { ConnectingOptions } from './connecting.ts';

/**
 * What connections may speak to, as said where the server is started. [CON-08]
 * `RASHIN_ALLOW_HOSTS`: `host:port` of data stores, separated by commas. `RASHIN_CONNECT_STAND_IN`: for tests, `host=http://127.0.0.1:port`,
 * separated by commas; anything but this machine is refused.
 */
export function connectingOptions(
  env: Readonly<Record<string, string | undefined>>,
  allowed: readonly string[] = [],
): ConnectingOptions {
  const standIns = listOf(env.RASHIN_CONNECT_STAND_IN).flatMap(pair => {
    const [host = '', address = ''] = pair.split('=');
    return address === '' ? [] : [[host, address] as const];
  });
  return {
    allowed: [...allowed, ...listOf(env.RASHIN_ALLOW_HOSTS)],
    standIns: new Map(standIns),
    secretKey: env.RASHIN_SECRET_KEY,
  };
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
}
