import { rm } from 'node:fs/promises';
import { readingThread } from '#engine/importing/reading-thread.ts';
import { receiveFile } from '#engine/importing/receive-upload.ts';
import { fileCells } from '#engine/ingest/import-file.ts';
import type { HandlersOf } from '../handler.ts';
import { REQUEST_LIMITS } from '../limits.ts';
import { problems, value } from '../reply.ts';
import { requestProblem } from '../request-messages.ts';
import { wireProblems } from '../sentence.ts';

export const sheetCellsHandlers: HandlersOf<'readSheetCells'> = {
  readSheetCells: async ({ name }, { app, bytes }) => {
    const received = await receiveFile(app, bytes, REQUEST_LIMITS.sheetBytes);
    if (!received) {
      const problem = requestProblem('request-too-large', { limit: REQUEST_LIMITS.sheetBytes });
      return { kind: 'refused', status: 413, problem };
    }
    try {
      const read = await fileCells(received.path, name, { startWorker: readingThread(received.path, received.bytes) });
      if (!read.ok) return problems(read.problems);
      return value({ sheets: read.value.sheets, problems: wireProblems(read.value.problems) });
    } finally {
      await rm(received.path, { force: true });
    }
  },
};
