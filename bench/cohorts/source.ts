export { cohortTriangle } from '../../src/core/journey/cohort-triangle.ts';
export { sheetRows } from '../../src/engine/ingest/excel/sheet-rows.ts';
export { openWorkbook } from '../../src/engine/ingest/excel/workbook.ts';
export { openArchive } from '../../src/engine/ingest/zip-archive.ts';
export { EmbeddedJourneyEngine } from '../../src/engine/journey/embedded-engine.ts';
