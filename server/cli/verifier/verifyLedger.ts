/** Independent verifier of the ledger 存证账本: no code of its writer. Accepts `ledger export` and `/api/v1/ledger/export`. */
import crypto from 'node:crypto'
import fs from 'node:fs'

export type Row = Record<string, unknown>
/** A fault from entry `index` (from 0) on; the message is Chinese. */
export type Fault = { index: number; code: string; message: string }
export type Verdict = { ok: boolean; entries: number; faults: Fault[] }
/** Facts from other sources: printed or remembered checkpoints, the operator's published key (hex). */
export type Anchors = { checkpoints?: { size: number; root: string }[]; key?: string }

const MAX_FAULTS = 100
/** Open fields of an entry; all other fields of the record are sealed. */
const OPEN = 'org noticeId edition itemId itemKey category period regards publishedAt'.split(' ')
/** Prefix of the 32 bytes of an Ed25519 key in its SPKI form (RFC 8410). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

/** Matches a line of the public export whose bytes are certainly canonical: it is hashed unparsed. */
const SEALED = 'author content foldedSha256 meeting presentedSha256 publicity reason sentence signOff title'
const TEXT = String.raw`"[^"\\\x00-\x1f]*"`
const ASCII = String.raw`"([ !#-[\]-~]*)"`
const NUMBER = '(?:0|[1-9][0-9]{0,14})'
const HASH = '"([0-9a-f]{64})"'
const object = (keys: string[], value: string) => `\\{${keys.map(key => `"${key}":${value}`).join()}\\}`
/** Entries of before version 2 of the presentation do not commit to it. */
const COMMITTED = object(SEALED.split(' '), TEXT).replace('"pres', `(?:"presentation":${TEXT},)?"pres`)
export const PLAIN_LINE = new RegExp(
  `^\\{"entry":\\{"basis":(?:null|${TEXT}),"category":${TEXT},"commitments":(?:\\{\\}|${COMMITTED}),` +
    `"edition":${NUMBER},"erases":(?:null|${NUMBER}),"event":${TEXT},"format":"(mingbai-entry-1)",` +
    `"index":(${NUMBER}),"itemId":${TEXT},"itemKey":${TEXT},"noticeId":${TEXT},"org":${ASCII},` +
    `"orgIndex":(${NUMBER}),"period":${TEXT},"previous":(?:null|${HASH}),"publishedAt":${ASCII},` +
    `"recordedAt":${ASCII},"regards":(?:null|${TEXT}),` +
    `"signOff":(?:null|${object(['at', 'body', 'opinion', 'role'], TEXT)})\\},"kind":"entry","leaf":${HASH}\\}$`,
)
const BEFORE = '{"entry":'.length
const BEHIND = `,"kind":"entry","leaf":"${'0'.repeat(64)}"}`.length
export const isRow = (value: unknown): value is Row => value === Object(value) && !Array.isArray(value)

/** Serialises canonical JSON, RFC 8785: keys by UTF-16 code units, numbers and strings as in ECMAScript. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isRow(value)) return JSON.stringify(value)
  const members = Object.keys(value).sort()
  return `{${members.map(key => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}
const same = (one: unknown, other: unknown) => canonical(one ?? null) === canonical(other ?? null)
const hasKeys = (row: Row, ...keys: string[]) => same(Object.keys(row).sort(), keys.sort())

/** Computes SHA-256; the one-call form of newer Node is far faster on short texts. */
const sha256 = (bytes: Buffer): Buffer =>
  crypto.hash?.('sha256', bytes, 'buffer') ?? crypto.createHash('sha256').update(bytes).digest()
export const hexOf = (data: string | Buffer): string => sha256(Buffer.from(data as string)).toString('hex')

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString())
  } catch {
    return undefined
  }
}

const pair = Buffer.alloc(65, 1)
/** Computes an inner node of RFC 6962: 0x01, left, right. */
function nodeOf(left: Buffer, right: Buffer): Buffer {
  left.copy(pair, 1)
  right.copy(pair, 33)
  return sha256(pair)
}

function isSigned({ number, size, root, at, keyId, publicKey, signature }: Row): boolean {
  const raw = Buffer.from(String(publicKey), 'hex')
  const named = sha256(raw).toString('hex').slice(0, 16) === keyId && raw.toString('hex') === publicKey
  if (!named || raw.length !== 32 || !/^[0-9a-f]{128}$/.test(String(signature))) return false
  const key = crypto.createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: 'der', type: 'spki' })
  const text = canonical({ format: 'mingbai-checkpoint-1', number, size, root, at, keyId })
  return crypto.verify(null, Buffer.from(text), key, Buffer.from(String(signature), 'hex'))
}

/** Returns the fields of a published record that differ from the entry; the texts of a withdrawn one are blank. */
function changedFields(row: Row, entry: Row, opening: unknown): string[] {
  const { live, withdrawn, orgCode, sha256: presentedSha256, ...rest } = row
  const values: Row = { ...rest, org: orgCode, presentedSha256 }
  const [sealed, salts] = [entry.commitments, opening].map(one => (isRow(one) ? one : {})) as [Row, Row]
  const blank: Row = { title: '', sentence: '', content: { title: '', period: entry.period, blocks: [] } }
  const changed = [...OPEN, ...Object.keys({ ...values, ...sealed })].filter(field => {
    const value = values[field] ?? null
    if (!(field in sealed)) return !same(value, entry[field])
    if (withdrawn && field in blank) return !same(value, blank[field])
    return hexOf(canonical([salts[field], field, value])) !== sealed[field]
  })
  return hasKeys(salts, ...Object.keys(sealed)) && typeof live === 'boolean' ? changed : [...changed, 'live']
}

/** History of a notice: newest edition, editions shown now, withdrawals (edition, reason, time). */
type Story = { newest: unknown; live: unknown[]; gone: boolean; ends: unknown[][] }

/** Verifies one ledger line by line; of the tree only the right edge is in memory. */
export class LedgerVerifier {
  private readonly faults: Fault[] = []
  private readonly edge: Buffer[] = []
  private size = 0
  /** Lower bound for the times of the following lines. */
  private at = ''
  private readonly chains = new Map<unknown, { length: number; leaf: string | null }>()
  private readonly checkpoints: Row[] = []
  private reached = 0
  private stage: 'head' | 'public' | 'openings' | 'end' = 'head'
  private records = 0
  private readonly stories = new Map<unknown, Story>()
  /** Withdrawals by entry, with the notice's history; entries without a record; entries erased by law. */
  private readonly opened = new Map<number, [row: Row, story: Story]>()
  private readonly unopened = new Set<number>()
  private readonly erased = new Set<number>()

  constructor(private readonly anchors: Anchors = {}) {}

  private expect(ok: boolean, index: number, code: string, message: string): void {
    if (!ok && this.faults.length < MAX_FAULTS) this.faults.push({ index, code, message })
  }

  /** Verifies one line of a file: most by their bytes, the others after parsing. */
  raw(line: Buffer): void {
    const found = this.stage === 'public' && PLAIN_LINE.exec(line.toString('latin1'))
    if (!found) return this.line(parsed(line))
    const [, format, index, org, orgIndex, previous, publishedAt, recordedAt, leaf] = found
    const place = { index: Number(index), orgIndex: Number(orgIndex), previous: previous ?? null }
    // The byte before the entry is used for the 0x00 of a leaf.
    line[BEFORE - 1] = 0
    const hash = sha256(line.subarray(BEFORE - 1, line.length - BEHIND))
    this.entry({ leaf }, { format, org, publishedAt, recordedAt, ...place }, hash)
  }

  /** Verifies one line as JSON; a line that does not belong to a ledger is a fault like any other. */
  line(value: unknown): void {
    const expected = isRow(value) && (value.kind === 'ledger') === (this.stage === 'head')
    const row = expected && this.stage !== 'end' ? value : {}
    if (row.kind === 'ledger') return this.head(row)
    if (row.kind === 'end') return this.end(row)
    const { checkpoint, entry } = row
    if (isRow(checkpoint) && same(row, { kind: 'checkpoint', checkpoint })) return this.checkpoint(checkpoint)
    const more = this.stage === 'openings' ? ['publication', 'salts'] : []
    if (row.kind !== 'entry' || !isRow(entry) || !hasKeys(row, 'kind', 'entry', 'leaf', ...more)) {
      return this.expect(false, this.size, 'format', '这一行不是存证账本的内容。')
    }
    this.words(this.size, row, entry)
    this.entry(row, entry, sha256(Buffer.from(`\0${canonical(entry)}`)))
  }

  private head(row: Row): void {
    const known = row.format === 'mingbai-ledger-1' && hasKeys(row, 'kind', 'format', 'openings')
    this.expect(known, this.size, 'format', '开头不是本程序的存证账本。')
    this.stage = row.openings === true ? 'openings' : 'public'
  }

  private checkpoint(row: Row): void {
    const index = Math.max(0, Number(row.size) - 1) || 0
    const expect = (ok: boolean, code: string, message: string) => this.expect(ok, index, code, message)
    const last: Row = this.checkpoints.at(-1) ?? { size: 0, at: '' }
    const keys = hasKeys(row, 'number', 'size', 'root', 'at', 'keyId', 'publicKey', 'signature')
    const later = Number(row.size) >= Number(last.size) && String(row.at) >= String(last.at)
    const { key = row.publicKey } = this.anchors
    expect(keys && isSigned(row), 'signature', `盖住 ${String(row.size)} 条的存证点签名不对。`)
    expect(row.publicKey === key, 'key', `盖住 ${String(row.size)} 条的存证点不是用公布的钥匙签的。`)
    const forked = last.root !== undefined && last.size === row.size && last.root !== row.root
    expect(!forked, 'fork', '同样多的条目有两个不同的根：账本有两个样子。')
    expect(later && this.size === 0 && row.number === this.checkpoints.length, 'order', '存证点的先后不对。')
    this.checkpoints.push(row)
  }

  /** Verifies an entry's position, and appends its leaf at the right edge of the tree (RFC 6962). */
  private entry(line: Row, { format, index, org, orgIndex, previous, ...dates }: Row, hash: Buffer): void {
    const { size } = this
    if (size === 0) this.reach()
    const chain = this.chains.get(org) ?? { length: 0, leaf: null }
    const [leaf, at, shown] = [hash.toString('hex'), String(dates.recordedAt), dates.publishedAt]
    this.expect(/^mingbai-entry-[12]$/.test(String(format)), size, 'format', '存证条目的格式不对。')
    this.expect(index === size, size, 'order', '条目的编号和它的位置不符：有删除、插入或调换。')
    this.expect(leaf === line.leaf, size, 'leaf', '条目的内容和它的指纹不符：被改过。')
    const linked = previous === chain.leaf && orgIndex === chain.length
    this.expect(linked, size, 'chain', '同一机构的前后条目接不上。')
    this.expect(at >= this.at, size, 'time', '入账时间早于前面的条目或存证点：倒签。')
    this.expect(String(shown) <= at || shown === undefined, size, 'time', '公开时间晚于入账时间。')
    let node = hash
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) node = nodeOf(this.edge.pop()!, node)
    this.edge.push(node)
    this.size += 1
    if (at > this.at) this.at = at
    this.chains.set(org, { length: chain.length + 1, leaf })
    this.reach()
  }

  /** Verifies the published record, and that the salts open its commitments. */
  private words(index: number, { publication, salts }: Row, entry: Row): void {
    if (this.stage !== 'openings') return
    const named = hasKeys(Object(salts) as Row, ...Object.keys(Object(entry.commitments) as Row))
    const rows = entry.format === 'mingbai-entry-2' && publication === null
    if (rows) return this.expect(named, index, 'format', '登记条目的盐和它的登记对不上。')
    const story = this.stories.get(entry.noticeId) ?? { newest: null, live: [], gone: false, ends: [] }
    this.stories.set(entry.noticeId, story)
    const bare = publication === null && salts === null
    if (entry.event === 'withdraw' || entry.event === 'erase') {
      if (entry.event === 'erase') this.erased.add(Number(entry.erases))
      else story.ends.push([entry.edition, entry.basis, entry.recordedAt, true])
      story.gone ||= entry.edition === story.newest
      return this.expect(bare, index, 'format', '撤回或删除的条目不带内容。')
    }
    Object.assign(story, { newest: entry.edition, gone: false })
    if (bare) return void this.unopened.add(index)
    const row = isRow(publication) ? publication : {}
    this.opened.set(index, [{ edition: row.edition, withdrawn: row.withdrawn, sha256: row.sha256 }, story])
    this.records += 1
    if (row.live) story.live.push(row.edition)
    const changed = changedFields(row, entry, salts)
    this.expect(changed.length === 0, index, 'commitment', `公开的内容和存证时不同：${changed.join('、')}。`)
  }

  /** Compares the tree with all checkpoints of this size; only the first difference is reported. */
  private reach(): void {
    const { size, checkpoints } = this
    const last = Math.max(0, size - 1)
    for (let next = checkpoints[this.reached]; next?.size === size; next = checkpoints[this.reached]) {
      this.compare(next.root, last, 'root', `前 ${size} 条和签了名的存证点不符：存证之后被改过。`)
      this.expect(String(next.at) >= this.at, last, 'time', '条目的入账时间晚于盖住它的存证点。')
      this.at = String(next.at)
      this.reached += 1
    }
    for (const { root } of (this.anchors.checkpoints ?? []).filter(anchor => anchor.size === size)) {
      this.compare(root, last, 'anchor', `前 ${size} 条和先前留存的存证点不符：账本被重写过。`)
    }
  }

  private compare(root: unknown, index: number, code: string, message: string): void {
    const own = this.size > 0 ? this.edge.reduceRight((one, next) => nodeOf(next, one)) : sha256(Buffer.of())
    const told = this.faults.some(fault => fault.code === 'root' || fault.code === 'anchor')
    this.expect(told || own.toString('hex') === root, index, code, message)
  }

  private end({ state, ...counts }: Row): void {
    const [{ size, checkpoints }, opened] = [this, this.stage === 'openings']
    const keys = hasKeys(counts, 'kind', 'entries', 'checkpoints', ...(opened ? ['publications'] : []))
    const counted = keys && counts.entries === size && counts.checkpoints === checkpoints.length
    this.expect(counted, size, 'truncated', '条数和末行写的不符：缺了或多了。')
    const recorded = !opened || counts.publications === this.records
    this.expect(recorded, size, 'unrecorded', '公开的记录有的没有存证，或少了存证过的。')
    const chains = Object.fromEntries(this.chains) as unknown
    const frontier = this.edge.map(node => node.toString('hex'))
    const ends = { frontier, chains, checkpoint: checkpoints.at(-1) ?? null, at: this.at }
    this.expect(state === undefined || same(state, ends), size, 'head', '账本的末端记录被改过。')
    this.stage = 'end'
  }

  /** Completes the checks that need all lines, and returns all faults by position. */
  verdict(): Verdict {
    const { size, checkpoints, faults } = this
    if (size === 0) this.reach()
    const covered = Number(checkpoints.at(-1)?.size ?? 0)
    this.expect(this.stage === 'end', size, 'truncated', '账本没有开头或末行：不完整。')
    this.expect(covered <= size, size, 'truncated', `存证点盖住 ${covered} 条，账本没有这么多：被截短。`)
    this.expect(covered >= size, covered, 'uncovered', `从第 ${covered} 条起没有存证点盖住。`)
    this.expect(this.reached === checkpoints.length, size, 'order', '有的存证点对不上任何一处。')
    const cut = (this.anchors.checkpoints ?? []).some(anchor => anchor.size > size)
    this.expect(!cut, size, 'anchor', '账本比先前留存的存证点短：被截短。')
    const lawful = (index: number) => this.unopened.has(index) && this.erased.has(index)
    for (const index of new Set([...this.unopened, ...this.erased])) {
      this.expect(lawful(index), index, 'erasure', '没有内容却没有依法删除的记录，或者说已删除，内容却还在。')
    }
    for (const [index, [{ edition, withdrawn: by, sha256: shown }, story]] of this.opened) {
      const told = isRow(by) ? [[edition, by.reason, by.at, by.sha256 === shown]] : (by ?? [])
      const ends = story.ends.filter(([one]) => one === edition)
      this.expect(same(told, ends), index, 'withdrawal', '公开的内容说的撤回，和存证的撤回记录对不上。')
    }
    for (const { newest, live, gone } of this.stories.values()) {
      const sound = gone ? live.length === 0 : live.length === 1 && live[0] === newest
      this.expect(sound, size, 'hidden', '有公示公开着的不是最新一版，或没有撤回记录就不见了。')
    }
    faults.sort((a, b) => a.index - b.index)
    return { ok: faults.length === 0, entries: size, faults }
  }
}

/** Verifies a file of JSON lines. @throws Error of node:fs when the file cannot be read */
export function verifyLedger(file: string, anchors: Anchors = {}): Verdict {
  const verifier = new LedgerVerifier(anchors)
  const handle = fs.openSync(file, 'r')
  const chunk = Buffer.alloc(1 << 20)
  let rest = Buffer.alloc(0)
  try {
    for (let read = fs.readSync(handle, chunk); read > 0; read = fs.readSync(handle, chunk)) {
      rest = Buffer.concat([rest, chunk.subarray(0, read)])
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
        verifier.raw(rest.subarray(0, end))
        rest = rest.subarray(end + 1)
      }
    }
  } finally {
    fs.closeSync(handle)
  }
  if (rest.length > 0) verifier.raw(rest)
  return verifier.verdict()
}
