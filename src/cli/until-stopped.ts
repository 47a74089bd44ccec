/** Resolves when the process is asked to end; a second request ends it at once. [CLI-21] */
export function untilStopped(): Promise<void> {
  return new Promise(resolve => {
    let isAsked = false;
    const stop = (): void => {
      if (isAsked) process.exit(1);
      isAsked = true;
      resolve();
    };
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
  });
}
