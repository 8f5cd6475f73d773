import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Chance } from '../privacy/chance'

/** Extended JSON of a data export, as a database administrator would edit it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows of any collection
type Row = Record<string, any>
type Rows = Row[]

/** The collections that one way of tampering changes: gets rows that it may change, returns what is left. */
type Change = (rows: Rows, chance: Chance) => Rows

const edit =
  (change: (row: Row, chance: Chance) => void, which: (row: Row) => boolean = () => true): Change =>
  (rows, chance) => {
    change(chance.pick(rows.filter(which)), chance)
    return rows
  }
const drop =
  (which: (row: Row) => boolean = () => true): Change =>
  (rows, chance) => {
    const gone = chance.pick(rows.filter(which))
    return rows.filter(row => row !== gone)
  }
/** A further row, made after one that is there. */
const add =
  (id: string, change: (row: Row, chance: Chance) => void): Change =>
  (rows, chance) => {
    const copy = structuredClone(chance.pick(rows))
    copy._id = `${id}_${chance.letters(20)}`
    change(copy, chance)
    return [...rows, copy]
  }
const none: Change = () => []

const dateOf = (at: Date) => ({ $date: { $numberLong: String(at.getTime()) } })
const instantIn = ({ $date }: Row): number => Number($date.$numberLong ?? Date.parse($date as string))
/** Days earlier, of a field that is there. */
const earlier =
  (field: string) =>
  (row: Row, chance: Chance): void => {
    row[field] = dateOf(new Date(instantIn(row[field] as Row) - chance.int(1, 400) * 86_400_000))
  }
const shown = (row: Row): boolean => row.live === true && row.withdrawn === null
const isStaff = (row: Row): boolean => row.role !== 'villager'

/** Kinds of tampering with the rows of a data export, by the collection. */
export const STORE_TAMPERINGS: Readonly<Record<string, readonly [collection: string, change: Change]>> = {
  'edition back-dated': ['publications', edit(earlier('publishedAt'), shown)],
  'title changed': ['publications', edit(row => (row.title += '（改）'), shown)],
  'sentence changed': ['publications', edit(row => (row.sentence += '。'), shown)],
  'another author': ['publications', edit(row => (row.author = '别人'), shown)],
  'another supervisor': ['publications', edit(row => (row.signOff.by = '别人'), row => shown(row) && row.signOff)], // prettier-ignore
  'a block dropped': ['publications', edit(row => row.content.blocks.pop(), row => shown(row) && row.content.blocks.length > 0)], // prettier-ignore
  'edition hidden': ['publications', edit(row => (row.live = false), shown)],
  'edition of another village': ['publications', edit(row => (row.orgCode = 'XQ-DH-LX-V99'), shown)],
  'edition of another category': ['publications', edit(row => (row.category = 'other'), shown)],
  'publicity shortened': ['publications', edit(row => (row.publicity = null), row => shown(row) && row.publicity)], // prettier-ignore
  'edition deleted': ['publications', drop(shown)],
  'further edition': ['publications', add('pub', (row, chance) => (row.noticeId = `ntc_${chance.letters(20)}`))], // prettier-ignore
  'all editions emptied': ['publications', none],
  'bytes of an attachment replaced': ['fileChunks', edit(row => (row.content.$binary.base64 = Buffer.from('换过的').toString('base64')))], // prettier-ignore
  'bytes of all attachments deleted': ['fileChunks', none],
  'supervising body changed': ['orgs', edit(row => (row.supervisorName = '别的监督机构'))],
  'contacts changed': ['orgs', edit(row => row.contacts.push({ name: '甲', jobTitle: '乙', phone: '1' }))],
  'organisation renamed': ['orgs', edit(row => (row.name += '改'))],
  'organisation deleted': ['orgs', drop()],
  'further organisation': ['orgs', add('XQ', row => (row.name = '凭空的村'))],
  'objection deleted': ['objections', drop()],
  'objection reworded': ['objections', edit(row => (row.publicText = '没有意见'))],
  'objection settled': [
    'objections',
    edit(row => (row.state = row.state === 'settled' ? 'open' : 'settled')),
  ],
  'objection made later': [
    'objections',
    edit(row => (row.filedAt = dateOf(new Date('2030-01-01T00:00:00Z')))),
  ],
  'step of an objection deleted': ['objectionEvents', drop()],
  'answer changed': ['objectionEvents', edit(row => (row.publicText = '已经答复'))],
  'answer by another body': ['objectionEvents', edit(row => (row.byName = '别人'))],
  'step back-dated': ['objectionEvents', edit(earlier('at'))],
  'role back-dated': ['roleGrants', edit(earlier('from'), isStaff)],
  'role raised': ['roleGrants', edit(row => (row.role = row.role === 'head' ? 'supervisor' : 'head'))],
  'role for another person': ['roleGrants', edit(row => (row.userId = 'usr_00000000000000000000'))],
  'role revoked unseen': ['roleGrants', edit(row => (row.revokedAt = dateOf(new Date(0))), row => row.revokedAt === null)], // prettier-ignore
  'role deleted': ['roleGrants', drop()],
  'further role': ['roleGrants', add('grt', row => (row.role = 'security-admin'))],
  'line of the audit log deleted': ['auditEntries', drop()],
  'line of the audit log changed': ['auditEntries', edit(row => (row.actorName = '别人'))],
  'line of the audit log back-dated': ['auditEntries', edit(earlier('at'))],
  'line slipped into the audit log': ['auditEntries', add('aud', earlier('at'))],
  'audit log emptied': ['auditEntries', none],
  'block of the audit log deleted': ['auditBlocks', drop()],
  'block of the audit log changed': ['auditBlocks', edit(row => row.entries.pop())],
  'blocks of the audit log emptied': ['auditBlocks', none],
  'entry deleted': ['ledgerEntries', drop()],
  'entry changed': ['ledgerEntries', edit(row => (row.recordedAt = '2020-01-01T00:00:00.000Z'))],
  'commitment changed': ['ledgerEntries', edit(row => { row.commitments[Object.keys(row.commitments as Row)[0]!] = '0'.repeat(64) }, row => Object.keys(row.commitments as Row).length > 0)], // prettier-ignore
  'salts deleted': ['ledgerSecrets', drop()],
  'salts changed': ['ledgerSecrets', edit(row => { row.salts[Object.keys(row.salts as Row)[0]!] = '0'.repeat(64) })], // prettier-ignore
  'checkpoint deleted': ['checkpoints', drop()],
  'checkpoint changed': ['checkpoints', edit(row => (row.root = '0'.repeat(64)))],
  'ledger emptied': ['ledgerEntries', none],
}

/** Tampers once with an export; returns how to put it right again, null where nothing was changed. */
export function tamperStore(place: string, kind: string, chance: Chance): (() => void) | null {
  const [collection, change] = STORE_TAMPERINGS[kind]!
  const file = path.join(place, 'collections', `${collection}.jsonl`)
  const before = readFileSync(file, 'utf8')
  const rows = before.split('\n').filter(Boolean).map(line => JSON.parse(line) as Row) // prettier-ignore
  const after = change(structuredClone(rows), chance)
  if (JSON.stringify(after) === JSON.stringify(rows)) return null
  writeFileSync(file, after.map(row => `${JSON.stringify(row)}\n`).join(''))
  return () => writeFileSync(file, before)
}
