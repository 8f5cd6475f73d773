import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import { canonicalJson } from '../../../shared/common/hash'

const ORGS = 500
const BATCH = 1_000
const AT = '2026-11-20T02:00:00.000Z'
const SEALED = [
  'author',
  'content',
  'foldedSha256',
  'meeting',
  'presentedSha256',
  'publicity',
  'reason',
  'sentence',
  'signOff',
  'title',
]

const hash = (...parts: (string | Buffer)[]): Buffer => {
  const made = createHash('sha256')
  for (const part of parts) made.update(part)
  return made.digest()
}
const [LEAF, NODE] = [Buffer.from([0]), Buffer.from([1])]

const signOff = { at: AT, body: '村务监督委员会', name: '刘某', opinion: 'agree', reason: null, role: '主任' }
const content = {
  title: '财务收支',
  period: '2026-10',
  blocks: [
    {
      type: 'money',
      label: '收支明细',
      openingFen: 10_000,
      closingFen: 47_655,
      lines: Array.from({ length: 6 }, (_, line) => ({
        date: `2026-10-0${line + 1}`,
        direction: 'expense',
        item: '道路清扫',
        amountFen: 12_345,
        voucher: `00${line}`,
      })),
    },
  ],
}
const WORDS = {
  title: '财务收支',
  sentence: '本月结余 476.55 元。',
  content,
  foldedSha256: null,
  meeting: null,
  publicity: { startsOn: '2026-11-21', endsOn: '2026-11-25' },
  author: '王某',
  signOff,
  reason: null,
}

interface Place {
  index: number
  org: number
  previous: string | null
}

/** One edition of a notice, published, as written in an export. */
function editionOf({ index, org, previous }: Place, openings: boolean) {
  const seed = hash(String(index)).toString('hex')
  const salts = Object.fromEntries(SEALED.map((field, at) => [field, seed.slice(at) + seed.slice(0, at)]))
  const values: Record<string, unknown> = { ...WORDS, presentedSha256: seed }
  const commitments = openings
    ? Object.fromEntries(
        SEALED.map(field => [
          field,
          hash(canonicalJson([salts[field], field, values[field]])).toString('hex'),
        ]),
      )
    : salts
  const code = `431003${String(org).padStart(6, '0')}`
  // Keys in their order: then JSON.stringify writes canonical JSON, many times faster.
  const entry = {
    basis: null,
    category: 'village-finance',
    commitments,
    edition: 1,
    erases: null,
    event: 'publish',
    format: 'mingbai-entry-1',
    index,
    itemId: 'itm_4f1c4f1c4f1c4f1c4f1c',
    itemKey: 'village-finance/income-and-expense',
    noticeId: `ntc_${seed.slice(0, 20)}`,
    org: code,
    orgIndex: Math.floor(index / ORGS),
    period: '2026-10',
    previous,
    publishedAt: AT,
    recordedAt: AT,
    regards: null,
    signOff: { at: AT, body: signOff.body, opinion: 'agree', role: signOff.role },
  }
  const { category, itemId, itemKey, noticeId, period } = entry
  const open = { category, itemId, itemKey, noticeId, period, edition: 1, regards: null, publishedAt: AT }
  const publication = { ...open, ...WORDS, orgCode: code, sha256: seed, live: true }
  return { entry, opened: openings ? { salts, publication } : {} }
}

/**
 * Writes a sound export of any length: entries of 500 organisations in turn, one checkpoint. For benches; made without the
 * product's own ledger code, which would take minutes for a million.
 */
export function writeLedger(file: string, entries: number, openings: boolean): void {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const ends = new Map<number, string>()
  const edge: Buffer[] = []
  const body = openSync(file, 'w')
  // The checkpoint comes before the entries that it covers: its line is filled in at the end, so it has a fixed length.
  const line = (root: string, signature: string) =>
    canonicalJson({
      kind: 'checkpoint',
      checkpoint: { number: 0, size: entries, root, at: AT, ...keyPart, signature },
    })
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
  const keyPart = { keyId: hash(raw).toString('hex').slice(0, 16), publicKey: raw.toString('hex') }
  const head = `${canonicalJson({ kind: 'ledger', format: 'mingbai-ledger-1', openings })}\n`
  writeSync(body, `${head}${line('0'.repeat(64), '0'.repeat(128))}\n`)
  let lines: string[] = []
  for (let index = 0; index < entries; index += 1) {
    const org = index % ORGS
    const { entry, opened } = editionOf({ index, org, previous: ends.get(org) ?? null }, openings)
    const leaf = hash(LEAF, JSON.stringify(entry))
    ends.set(org, leaf.toString('hex'))
    let node = leaf
    for (let rest = index; rest % 2 === 1; rest = (rest - 1) / 2) node = hash(NODE, edge.pop()!, node)
    edge.push(node)
    lines.push(`${JSON.stringify({ entry, kind: 'entry', leaf: leaf.toString('hex'), ...opened })}\n`)
    if (lines.length === BATCH || index === entries - 1) {
      writeSync(body, lines.join(''))
      lines = []
    }
  }
  const counts = { kind: 'end', entries, checkpoints: 1, ...(openings && { publications: entries }) }
  writeSync(body, `${canonicalJson(counts)}\n`)
  const root = edge.reduceRight((right, left) => hash(NODE, left, right)).toString('hex')
  const { keyId } = keyPart
  const told = canonicalJson({
    format: 'mingbai-checkpoint-1',
    number: 0,
    size: entries,
    root,
    at: AT,
    keyId,
  })
  const signature = sign(null, Buffer.from(told), privateKey).toString('hex')
  writeSync(body, line(root, signature), Buffer.byteLength(head))
  closeSync(body)
}
