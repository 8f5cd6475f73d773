/** Child of the bench: reads one catalogue file, prints what it cost. */
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { parseCatalogueFile } from '../../../server/documents/catalogue'

export interface ImportCost {
  rows: number
  /** Processor seconds of the import, and of one pass over the packed bytes. */
  seconds: number
  plainSeconds: number
  /** Peak of the whole process, the program itself included. */
  peakMegabytes: number
}

const seconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Unpacks every part of the zip and does nothing with it: the least that any reader has to do. */
function unpackAll(bytes: Buffer): void {
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 46)) {
    const offset = bytes.readUInt32LE(at + 42)
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
    if (bytes.readUInt16LE(at + 10) === 8) {
      inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(at + 20)))
    }
  }
}

async function measure(file: string): Promise<ImportCost> {
  const bytes = readFileSync(file)
  const began = seconds()
  const { rows } = await parseCatalogueFile({ file, bytes })
  const read = seconds()
  const peakMegabytes = process.resourceUsage().maxRSS / 1024
  unpackAll(bytes)
  return { rows: rows.length, seconds: read - began, plainSeconds: seconds() - read, peakMegabytes }
}

const file = process.argv[2]
if (file !== undefined) {
  void measure(file).then(cost => process.stdout.write(JSON.stringify(cost)))
}
