import { unzipSync } from 'fflate'

/** What an answer shows of stored records: hashes by their place in the answer, and ids of records. */
export interface Shown {
  status: number
  hashes: Record<string, string>
  ids: string[]
}

/** The edition that a notice's page shows. */
export interface ShownEdition {
  id: string
  edition: number
  title: string
  sentence: string
}

const HASH_FIELD = /^(hash|leaf|root|sha256|.+Sha256)$/
const HASH_IN_TEXT = /\b[0-9a-f]{64}\b/g
const ID = /^[a-z]{3}_[0-9a-z]{12,20}$/
const ZIP = 'PK'

function collect(value: unknown, place: string, shown: Pick<Shown, 'hashes' | 'ids'>): void {
  if (Array.isArray(value)) value.forEach((one, at) => collect(one, `${place}[${at}]`, shown))
  else if (typeof value === 'string' && ID.test(value)) shown.ids.push(value)
  else if (typeof value === 'object' && value !== null) {
    for (const [name, one] of Object.entries(value)) {
      const inner = place === '' ? name : `${place}.${name}`
      if (HASH_FIELD.test(name) && typeof one === 'string') shown.hashes[inner] = one
      else collect(one, inner, shown)
    }
  }
}

const textOf = (bytes: Buffer): string =>
  bytes.toString('latin1', 0, ZIP.length) === ZIP
    ? Object.values(unzipSync(bytes))
        .map(one => Buffer.from(one).toString())
        .join('\n')
    : bytes.toString()

/** Collects hashes and ids of an answer: JSON, JSON lines, or the text of a file (also inside an .xlsx). */
export function shownIn(status: number, type: string, bytes: Buffer): Shown {
  const found = { hashes: {}, ids: [] as string[] }
  if (type.startsWith('application/json;') || type === 'application/json') {
    collect(JSON.parse(bytes.toString()), '', found)
  } else if (type.includes('jsonl')) {
    const lines = bytes.toString().split('\n').filter(Boolean)
    collect(lines.map(line => JSON.parse(line) as unknown), '', found) // prettier-ignore
  } else {
    const hashes = [...new Set(textOf(bytes).match(HASH_IN_TEXT) ?? [])].sort()
    Object.assign(found.hashes, Object.fromEntries(hashes.map((hash, at) => [`text[${at}]`, hash])))
  }
  return { status, hashes: found.hashes, ids: [...new Set(found.ids)].sort() }
}

/** Returns the edition in the body of a notice's page; null for any other body. */
export function editionIn(bytes: Buffer): ShownEdition | null {
  if (!bytes.subarray(0, 10).equals(Buffer.from('{"notice":'))) return null
  const { notice } = JSON.parse(bytes.toString()) as { notice: ShownEdition }
  return notice
}
