import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { WEB_PLACES } from '#contract/web-place.ts';

/** A file of the web app, held in memory: there are few, and they are small. */
interface StaticFile {
  readonly type: string;
  readonly etag: string;
  /** Its name holds the hash of its content, so that it never changes. */
  readonly isHashed: boolean;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly brotli: Uint8Array<ArrayBuffer> | undefined;
  /** Made when somebody first asks for it: only browsers that come from elsewhere without TLS take it rather than the other. */
  gzip?: Uint8Array<ArrayBuffer>;
}

export interface StaticFiles {
  /** The answer to a request for a file or a page of the web app; undefined when it is neither. */
  answer(request: Request): Response | undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves the built web app. Only files that were there at the start exist, so that no path leads anywhere else; files of
 * unknown kinds and source maps are not served. Addresses of the app's pages get its one page, unknown ones with status 404.
 */
export function staticFiles(dir: string): StaticFiles {
  const files = readFiles(dir);
  const page = files.get('/index.html');
  return {
    answer: request => {
      const { pathname } = new URL(request.url);
      const file = files.get(pathname);
      if (file && pathname !== '/index.html') return fileResponse(file, request, 200);
      if (!page || !isPageRequest(request, pathname)) return undefined;
      return fileResponse(page, request, isKnownPlace(pathname) ? 200 : 404);
    },
  };
}

function readFiles(dir: string): ReadonlyMap<string, StaticFile> {
  if (!existsSync(dir)) return new Map();
  const names = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
  return new Map(
    names.flatMap(path => {
      const type = TYPES[extname(path)];
      if (type === undefined) return [];
      const plain = bytesOf(path);
      const url = `/${relative(dir, path).split(sep).join('/')}`;
      const file: StaticFile = {
        type,
        etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
        isHashed: /^\/assets\/.+[-.][A-Za-z0-9_-]{8}\.[a-z0-9]+$/.test(url),
        plain,
        brotli: existsSync(`${path}.br`) ? bytesOf(`${path}.br`) : undefined,
      };
      return [[url, file] as const];
    }),
  );
}

function bytesOf(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(path));
}

function isPageRequest(request: Request, pathname: string): boolean {
  if (pathname === '/' || pathname === '/index.html') return true;
  const accepts = (request.headers.get('accept') ?? '').includes('text/html');
  const isFile = pathname.split('/').some(part => part.startsWith('.')) || /\.[a-z0-9]{1,8}$/i.test(pathname);
  return accepts && !isFile && !pathname.startsWith('/api');
}

function isKnownPlace(pathname: string): boolean {
  const [, first = ''] = pathname.split('/');
  return first === '' || first === 'index.html' || WEB_PLACES.some(place => place === first);
}

function fileResponse(file: StaticFile, request: Request, status: 200 | 404): Response {
  const headers: Record<string, string> = {
    'content-type': file.type,
    'cache-control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: file.etag,
    vary: 'accept-encoding',
  };
  if (status === 200 && request.headers.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers });
  const accepted = request.headers.get('accept-encoding') ?? '';
  if (file.brotli && /\bbr\b/.test(accepted)) {
    return new Response(file.brotli, { status, headers: { ...headers, 'content-encoding': 'br' } });
  }
  // What the build found worth compressing is so here, too.
  if (file.brotli && /\bgzip\b/.test(accepted)) {
    file.gzip ??= new Uint8Array(gzipSync(file.plain));
    return new Response(file.gzip, { status, headers: { ...headers, 'content-encoding': 'gzip' } });
  }
  return new Response(file.plain, { status, headers });
}
