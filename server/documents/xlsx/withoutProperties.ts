import { unzipSync, zipSync, strToU8 } from 'fflate'

/** Repacks an office file without the properties that name author, company and last editor. */
export function withoutProperties(bytes: Buffer): Buffer {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => [
    name,
    PROPERTIES.test(name) ? emptied(name) : part,
  ])
  return Buffer.from(zipSync(Object.fromEntries(parts), { level: 6, mtime: PACKED_AT }))
}

const PROPERTIES = /^docProps\//

/** Fixed timestamp: the same content gives the same bytes. */
const PACKED_AT = new Date('2000-01-01T00:00:00Z')

function emptied(name: string): Uint8Array {
  if (name.endsWith('core.xml')) return EMPTY_CORE
  return name.endsWith('custom.xml') ? EMPTY_CUSTOM : name.endsWith('.xml') ? EMPTY_APP : new Uint8Array()
}

const EMPTY_CORE = strToU8(
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
)

const EMPTY_APP = strToU8(
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
)

const EMPTY_CUSTOM = strToU8(
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
)
