/** What the independent verifier asks of the published records that an export with openings carries. */
import { createHash } from 'node:crypto'
import { type Row, canonical, hasKeys, isRow, same } from './canonical'

const COMMITTED = ['title', 'sentence', 'content', 'presentedSha256', 'author', 'signer', 'reason']
const PLAIN = ['noticeId', 'edition', 'itemId', 'itemKey', 'category', 'period', 'regards', 'publishedAt']
const OTHERS = ['orgCode', 'title', 'sentence', 'content', 'sha256', 'author', 'signOff', 'reason', 'live']
const STAMP = ['body', 'name', 'role', 'opinion', 'reason', 'at']

interface Notice {
  newest: unknown
  live: unknown[]
  gone: boolean
}

/** Is every plain field of the record what the entry says, and nothing more in it? */
function isAsEntered(row: Row, entry: Row): boolean {
  const { signOff } = row
  if (!hasKeys(row, [...PLAIN, ...OTHERS]) || row.orgCode !== entry.org) return false
  if (!PLAIN.every(field => same(row[field], entry[field]))) return false
  if (!isRow(signOff)) return signOff === null && entry.signOff === null
  const { body, role, opinion, at } = signOff
  return hasKeys(signOff, STAMP) && same({ body, role, opinion, at }, entry.signOff)
}

/** The committed fields that salts and record do not open. */
function shutFields(row: Row, entry: Row, salts: Row): string[] {
  const { signOff, sha256 } = row
  const signer = isRow(signOff) ? { name: signOff.name, reason: signOff.reason } : null
  const values: Row = { ...row, presentedSha256: sha256, signer }
  const sealed = isRow(entry.commitments) ? entry.commitments : {}
  if (!hasKeys(sealed, COMMITTED) || !hasKeys(salts, COMMITTED)) return COMMITTED
  return COMMITTED.filter(field => {
    const opened = canonical([salts[field], field, values[field] ?? null])
    return createHash('sha256').update(opened).digest('hex') !== sealed[field]
  })
}

export type Tell = (index: number, code: string, message: string) => void

export class PublicationCheck {
  /** Records seen. */
  count = 0
  private readonly unopened = new Set<number>()
  private readonly erased = new Set<number>()
  private readonly notices = new Map<unknown, Notice>()

  constructor(private readonly tell: Tell) {}

  /** Looks at an entry's record and salts. */
  entry(index: number, { publication, salts }: Row, entry: Row): void {
    const notice = this.notices.get(entry.noticeId) ?? { newest: null, live: [], gone: false }
    this.notices.set(entry.noticeId, notice)
    if (entry.event === 'erase') this.erased.add(Number(entry.erases))
    if (entry.event === 'withdraw' || entry.event === 'erase') {
      if (entry.edition === notice.newest) notice.gone = true
      if (publication || salts) this.tell(index, 'format', '撤回或删除的条目不带内容。')
      return
    }
    notice.newest = entry.edition
    notice.gone = false
    if (isRow(publication)) this.record(index, publication, entry, notice)
    if (!isRow(publication) || !isRow(salts)) this.unopened.add(index)
    else this.open(index, publication, entry, salts)
  }

  private record(index: number, row: Row, entry: Row, notice: Notice): void {
    this.count += 1
    if (row.live === true) notice.live.push(row.edition)
    if (!isAsEntered(row, entry)) {
      this.tell(index, 'publication', '公开的记录和存证条目不符：公开之后被改过。')
    }
  }

  private open(index: number, row: Row, entry: Row, salts: Row): void {
    const shut = shutFields(row, entry, salts)
    if (shut.length > 0) this.tell(index, 'commitment', `公开的内容和存证时不同：${shut.join('、')}。`)
  }

  /** What can only be said at the end, when every later event is known. */
  end(size: number): void {
    for (const index of this.unopened) {
      if (!this.erased.has(index)) this.tell(index, 'opening', '存证过的内容不见了，又没有依法删除的记录。')
    }
    for (const index of this.erased) {
      if (!this.unopened.has(index)) this.tell(index, 'erasure', '说已依法删除，内容却还在。')
    }
    for (const [id, { newest, live, gone }] of this.notices) {
      const shown = live.length === 1 && live[0] === newest
      if (gone ? live.length > 0 : !shown) {
        this.tell(size, 'hidden', `公示 ${String(id)} 公开着的不是最新一版，或没有撤回记录就不见了。`)
      }
    }
  }
}
