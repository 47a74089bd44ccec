/** The folder that the build has filled, whichever of its pieces this code has become a part of. */
export function distFolder(): URL {
  const own = new URL('.', import.meta.url);
  return own.pathname.endsWith('/chunk/') ? new URL('..', own) : own;
}
