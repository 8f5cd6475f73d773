/**
 * The independent verifier of the ledger 存证账本. It shares no code with the program that writes the ledger and needs
 * nothing but node:crypto and node:fs, so that anybody can read it through and run it. It takes the JSON lines of
 * `ledger export` (or of the public `/api/v1/ledger/export`), or the folder of `data export`.
 */
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto'
import { type Row, canonical, hasKeys, isRow, same } from './canonical'
import { PublicationCheck } from './publicationCheck'
import { fileLedger, folderLedger } from './readLedger'

export interface Fault {
  /** Entry (from 0) at which the ledger stops being what it should be. */
  index: number
  code: string
  /** Chinese. */
  message: string
}
export interface Verdict {
  ok: boolean
  entries: number
  faults: Fault[]
}
/** What is known from elsewhere: printed or remembered checkpoints, the operator's published key (hex). */
export interface Anchors {
  checkpoints?: { size: number; root: string }[]
  key?: string
}

const MAX_FAULTS = 100
const LEAF = Buffer.from([0])
const NODE = Buffer.from([1])
const HEX_64_BYTES = /^[0-9a-f]{128}$/
/** What stands before the 32 bytes of an Ed25519 key in its SPKI form (RFC 8410). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

function sha256(...parts: (string | Buffer)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

function isSigned({ number, size, root, at, keyId, publicKey, signature }: Row): boolean {
  const raw = Buffer.from(String(publicKey), 'hex')
  const named = sha256(raw).toString('hex').slice(0, 16) === keyId && raw.toString('hex') === publicKey
  if (!named || raw.length !== 32 || !HEX_64_BYTES.test(String(signature))) return false
  const key = createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: 'der', type: 'spki' })
  const text = canonical({ format: 'mingbai-checkpoint-1', number, size, root, at, keyId })
  return verifySignature(null, Buffer.from(text), key, Buffer.from(String(signature), 'hex'))
}

/** Looks at one ledger, line after line; of the tree it holds the right edge only. */
export class LedgerVerifier {
  private readonly faults: Fault[] = []
  private readonly edge: Buffer[] = []
  private size = 0
  /** Nothing that follows may be dated before this. */
  private at = ''
  private readonly chains = new Map<string, { length: number; leaf: string }>()
  private readonly checkpoints: Row[] = []
  private reached = 0
  private differed = false
  private openings = false
  private started = false
  private ended = false
  private readonly publications = new PublicationCheck((...told) => this.fault(...told))

  constructor(private readonly anchors: Anchors = {}) {}

  private fault(index: number, code: string, message: string): void {
    if (this.faults.length < MAX_FAULTS) this.faults.push({ index, code, message })
  }

  /** Takes one line; what is no line of a ledger is a fault like any other. */
  line(value: unknown): void {
    const row = isRow(value) && !this.ended ? value : {}
    if (row.kind === 'ledger') return this.head(row)
    if (row.kind === 'checkpoint' && isRow(row.checkpoint)) return this.checkpoint(row.checkpoint)
    if (row.kind === 'entry' && isRow(row.entry)) return this.entry(row, row.entry)
    if (row.kind === 'end') return this.end(row)
    this.fault(this.size, 'format', '这一行不是存证账本的内容。')
  }

  private head(row: Row): void {
    const known = row.format === 'mingbai-ledger-1' && hasKeys(row, ['kind', 'format', 'openings'])
    if (this.started || !known) this.fault(this.size, 'format', '开头不是本程序的存证账本。')
    this.started = true
    this.openings = row.openings === true
  }

  private checkpoint(row: Row): void {
    const index = Math.max(0, Number(row.size) - 1) || 0
    if (!hasKeys(row, ['number', 'size', 'root', 'at', 'keyId', 'publicKey', 'signature'])) {
      return this.fault(index, 'format', '存证点的格式不对。')
    }
    if (!isSigned(row)) this.fault(index, 'signature', `盖住 ${String(row.size)} 条的存证点签名不对。`)
    if (this.anchors.key !== undefined && row.publicKey !== this.anchors.key) {
      this.fault(index, 'key', `盖住 ${String(row.size)} 条的存证点不是用公布的钥匙签的。`)
    }
    this.checkOrder(index, row, this.checkpoints.at(-1) ?? { size: 0, at: '' })
    this.checkpoints.push(row)
  }

  private checkOrder(index: number, row: Row, last: Row): void {
    if (last.root !== undefined && last.size === row.size && last.root !== row.root) {
      this.fault(index, 'fork', '同样多的条目有两个不同的根：账本有两个样子。')
    }
    const behind = Number(row.size) < Number(last.size) || String(row.at) < String(last.at)
    if (behind || this.size > 0 || row.number !== this.checkpoints.length) {
      this.fault(index, 'order', '存证点的先后不对。')
    }
  }

  private entry(line: Row, entry: Row): void {
    const index = this.size
    if (index === 0) this.reach()
    if (entry.format !== 'mingbai-entry-1') this.fault(index, 'format', '存证条目的格式不对。')
    if (entry.index !== index) {
      const told = `这里应是第 ${index} 条，却是第 ${String(entry.index)} 条：有删除、插入或调换。`
      this.fault(index, 'order', told)
    }
    const leaf = sha256(LEAF, canonical(entry))
    const name = leaf.toString('hex')
    if (name !== line.leaf) this.fault(index, 'leaf', '条目的内容和它的校验码不符：被改过。')
    this.checkChain(index, entry, name)
    this.checkTime(index, entry)
    if (this.openings) this.publications.entry(index, line, entry)
    else if (line.publication || line.salts) this.fault(index, 'format', '说不带内容，却带了内容。')
    this.grow(leaf)
    this.reach()
  }

  private checkChain(index: number, entry: Row, leaf: string): void {
    const org = String(entry.org)
    const last = this.chains.get(org) ?? { length: 0, leaf: null }
    if (entry.previous !== last.leaf || entry.orgIndex !== last.length) {
      this.fault(index, 'chain', `机构 ${org} 的前后条目接不上。`)
    }
    this.chains.set(org, { length: last.length + 1, leaf })
  }

  private checkTime(index: number, { recordedAt, publishedAt }: Row): void {
    const at = String(recordedAt)
    if (at < this.at) this.fault(index, 'time', '入账时间早于前面的条目或存证点：倒签。')
    if (String(publishedAt) > at) this.fault(index, 'time', '公开时间晚于入账时间。')
    if (at > this.at) this.at = at
  }

  /** Adds a leaf at the right edge of the tree (RFC 6962). */
  private grow(leaf: Buffer): void {
    let node = leaf
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) {
      node = sha256(NODE, this.edge.pop()!, node)
    }
    this.edge.push(node)
    this.size += 1
  }

  private root(): string {
    if (this.edge.length === 0) return sha256().toString('hex')
    return this.edge.reduceRight((right, left) => sha256(NODE, left, right)).toString('hex')
  }

  /** Compares the tree with all that was signed or remembered at this size; only the first difference is told. */
  private reach(): void {
    for (let next = this.checkpoints[this.reached]; next?.size === this.size;) {
      this.compare(next.root, 'root', `前 ${this.size} 条和签了名的存证点不符：存证之后被改过。`)
      if (String(next.at) < this.at) this.fault(this.size - 1, 'time', '条目的入账时间晚于盖住它的存证点。')
      this.at = String(next.at)
      this.reached += 1
      next = this.checkpoints[this.reached]
    }
    for (const { size, root } of this.anchors.checkpoints ?? []) {
      if (size !== this.size) continue
      this.compare(root, 'anchor', `前 ${size} 条和先前留存的存证点不符：账本被重写过。`)
    }
  }

  private compare(root: unknown, code: string, message: string): void {
    if (this.differed || root === this.root()) return
    this.differed = true
    this.fault(Math.max(0, this.size - 1), code, message)
  }

  private end(row: Row): void {
    const { state, ...counts } = row
    const keys = ['kind', 'entries', 'checkpoints', ...(this.openings ? ['publications'] : [])]
    const counted = row.entries === this.size && row.checkpoints === this.checkpoints.length
    if (!counted || !hasKeys(counts, keys)) {
      this.fault(this.size, 'truncated', '条数和末行写的不符：缺了或多了。')
    }
    if (this.openings && row.publications !== this.publications.count) {
      this.fault(this.size, 'unrecorded', '公开的记录有的没有存证，或少了存证过的。')
    }
    if (state !== undefined && !same(state, this.state())) {
      this.fault(this.size, 'head', '账本的末端记录被改过。')
    }
    this.ended = true
  }

  /** Where the ledger ends: what a store goes on from. */
  private state(): Row {
    const frontier = this.edge.map(node => node.toString('hex'))
    const checkpoint = this.checkpoints.at(-1) ?? null
    return { frontier, chains: Object.fromEntries(this.chains), checkpoint, at: this.at }
  }

  private checkCover(): void {
    const { size } = this
    const covered = Math.max(0, ...this.checkpoints.map(row => Number(row.size)))
    if (covered > size) {
      this.fault(size, 'truncated', `存证点盖住 ${covered} 条，账本只有 ${size} 条：被截短。`)
    } else if (covered < size) {
      this.fault(covered, 'uncovered', `从第 ${covered} 条起没有存证点盖住，请重新导出再验。`)
    } else if (this.reached < this.checkpoints.length) {
      this.fault(size, 'order', '有的存证点对不上任何一处。')
    }
    for (const anchor of this.anchors.checkpoints ?? []) {
      if (anchor.size <= size) continue
      this.fault(size, 'anchor', `先前留存的存证点盖住 ${anchor.size} 条，账本只有 ${size} 条。`)
    }
  }

  /** Everything is read: what is wrong, by place. */
  verdict(): Verdict {
    if (this.size === 0) this.reach()
    if (!this.started || !this.ended) {
      this.fault(this.size, 'truncated', '账本没有开头或末行：不完整。')
    }
    if (this.openings) this.publications.end(this.size)
    this.checkCover()
    const faults = this.faults.sort((a, b) => a.index - b.index)
    return { ok: faults.length === 0, entries: this.size, faults }
  }
}

/** Verifies a file of JSON lines or a folder of `data export`. @throws Error of node:fs when it cannot be read */
export function verifyLedger(place: string, anchors: Anchors = {}): Verdict {
  const verifier = new LedgerVerifier(anchors)
  for (const value of folderLedger(place) ?? fileLedger(place)) verifier.line(value)
  return verifier.verdict()
}
