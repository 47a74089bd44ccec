import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive made for a test. */
export interface ZipEntry {
  readonly name: string | Uint8Array;
  readonly data: string | Uint8Array;
  /** Size the archive claims for it, when it is to lie. */
  readonly claimedSize?: number;
  /** Checksum the archive claims for it. */
  readonly claimedChecksum?: number;
  /** Unix file mode, for links. */
  readonly mode?: number;
}

/** A ZIP archive, written by hand so that tests can also make broken ones. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claimedSize, claimedChecksum, mode = 0o100644 } of entries) {
    const bytes = Buffer.from(data);
    const packed = deflateRawSync(bytes, { level: 6 });
    const nameBytes = Buffer.from(name);
    const flags = typeof name === 'string' ? 0x800 : 0;
    const local = Buffer.alloc(30);
    const fields = [flags, 8, 0, 0x5b21];
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    fields.forEach((field, index) => {
      local.writeUInt16LE(field, 6 + index * 2);
    });
    local.writeUInt32LE(claimedChecksum ?? crc32(bytes), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claimedSize ?? bytes.length, 22);
    local.writeUInt16LE(nameBytes.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(0x0314, 4);
    local.copy(central, 6, 4, 30);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    directory.push(central, nameBytes);
    parts.push(local, nameBytes, packed);
    offset += local.length + nameBytes.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}
