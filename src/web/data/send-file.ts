import { type Answer, createClient, type FetchInit, type FetchResponse } from '#contract/client.ts';
import type { UploadView } from '#contract/upload.ts';
import { caller } from '../app/ask.ts';

export interface SendOptions {
  /** Share sent, 0 to 1. */
  readonly onShare: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a file to be looked at, telling how much has gone. Throws only the reason of an abort. */
export async function sendFile(file: File, { onShare, signal }: SendOptions): Promise<Answer<{ readonly upload: UploadView }>> {
  // `fetch` cannot tell how much of a body has been sent.
  const ask = createClient<Blob, AbortSignal>('', (url, init) => requested(url, init, onShare), caller);
  return ask('createUpload', { name: file.name, body: file }, { signal });
}

function requested(
  url: string,
  { method, headers, body, signal }: FetchInit<Blob, AbortSignal>,
  onShare: (share: number) => void,
): Promise<FetchResponse> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, text] of Object.entries(headers)) request.setRequestHeader(name, text);
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onShare(loaded / total);
    };
    request.onload = () =>
      resolve({ status: request.status, json: async (): Promise<unknown> => JSON.parse(request.responseText) });
    request.onerror = () => reject(new TypeError('the server was not reached'));
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(body ?? null);
  });
}
