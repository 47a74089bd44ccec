/** What one request to a foreign service may take; docs/spec/connect.md has the same figures. [CON-08] */
export const OUTGOING_LIMITS = { bytes: 64 * 1024 * 1024, milliseconds: 60_000 } as const;
