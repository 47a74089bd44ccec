#!/usr/bin/env node
// In a clone, npm links the commands of workspaces but not of the root package; this makes `npx rashin` work there.
import '../bin/rashin.mjs';
