import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useAnswer } from '../app/use-answer.ts';

const EVERY_MS = 300;

/** A file on the server, followed while it is being read or imported. */
export function useUpload(id: string) {
  const client = useQueryClient();
  const [moving, setMoving] = useState(true);
  const asked = useAnswer('readUpload', { upload: id }, moving ? { every: EVERY_MS } : {});
  const job = asked.data?.job;
  const isMoving = job ? job.state === 'waiting' || job.state === 'running' : asked.error === null;
  if (isMoving !== moving) setMoving(isMoving);
  const before = useRef(job?.state);
  useEffect(() => {
    const ended = before.current === 'running' && job?.state === 'done' && job.kind === 'import';
    before.current = job?.state;
    // Everything on screen may rest on the rows that have just come in.
    if (ended) void client.invalidateQueries();
  }, [client, job?.state, job?.kind]);
  return { ...asked, isMoving };
}
