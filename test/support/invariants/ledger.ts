import { isDeepStrictEqual } from 'node:util'
import { COMMITTED_FIELDS, commitmentsOf, leafOf, type Salts } from '../../../shared/ledger/entry'
import { grow, rootOf, rootOfFrontier } from '../../../shared/ledger/merkle'
import { committedValues } from '../../../server/disclosure/ledger/facts'
import { type StorePicture, rowsIn } from '../faults/storePicture'
import { grouped } from './grouped'
import type {
  LedgerChainRow,
  LedgerHeadRow,
  LedgerNodeRow,
} from '@server/disclosure/ledger/models/ledgerTree'
import type { LedgerEntryRow, LedgerSecretRow } from '@server/disclosure/ledger/models/ledgerEntries'
import type { PublicationRow } from '@server/disclosure/publications/models/publications'

const OPENED = new Set(['publish', 'correct'])

const hashed = ({ _id, leaf: _leaf, ...entry }: LedgerEntryRow) => entry

/** Entries follow one another, each is what its leaf says. */
function placeFaults(entries: readonly LedgerEntryRow[]): string[] {
  return entries.flatMap((row, at) => {
    const faults = [
      row.index !== at && `entry ${row.index} stands at ${at}`,
      leafOf(hashed(row)) !== row.leaf && `entry ${at} is not what its leaf says`,
    ]
    return faults.filter(fault => fault !== false)
  })
}

/** The head is the right edge of the tree over these leaves, and every complete subtree is kept. */
function treeFaults(picture: StorePicture, entries: readonly LedgerEntryRow[]): string[] {
  const head = rowsIn<LedgerHeadRow>(picture, 'ledgerHeads')[0]
  const nodes = new Map(rowsIn<LedgerNodeRow>(picture, 'ledgerNodes').map(row => [row._id, row.hash]))
  const expected = new Map<string, string>()
  let frontier: string[] = []
  for (const [at, { leaf }] of entries.entries()) {
    const grown = grow(frontier, at, leaf)
    frontier = grown.frontier
    for (const { level, index, hash } of grown.nodes) expected.set(`${level}.${index}`, hash)
  }
  const root = rootOf(entries.map(({ leaf }) => leaf))
  const faults = [
    (head?.size ?? 0) !== entries.length && `head counts ${head?.size}, there are ${entries.length}`,
    rootOfFrontier(head?.frontier ?? []) !== root && 'the head’s root is not the entries’',
    !isDeepStrictEqual(nodes, expected) && `${nodes.size} subtrees kept, ${expected.size} needed`,
  ]
  return faults.filter(fault => fault !== false)
}

/** Each organisation's own chain, and where it ends. */
function chainFaults(picture: StorePicture, entries: readonly LedgerEntryRow[]): string[] {
  const ends = new Map(rowsIn<LedgerChainRow>(picture, 'ledgerChains').map(row => [row._id, row]))
  const byOrg = grouped(entries, row => row.org)
  const faults = [...byOrg].flatMap(([org, rows]) => {
    const whole = rows.every(
      (row, at) => row.orgIndex === at && row.previous === (rows[at - 1]?.leaf ?? null),
    )
    const end = ends.get(org)
    const ended = end?.length === rows.length && end.leaf === rows.at(-1)!.leaf
    return whole && ended ? [] : [`chain of ${org} is broken`]
  })
  return [
    ...faults,
    ...[...ends.keys()].filter(org => !byOrg.has(org)).map(org => `chain of ${org} without entries`),
  ]
}

type Edition = Pick<LedgerEntryRow, 'noticeId' | 'edition'>
const nameOf = (row: Edition) => `${row.noticeId}/${row.edition}`

/** What a withdrawn edition no longer shows, as committed fields. */
const SCRUBBED: ReadonlySet<string> = new Set(['title', 'sentence', 'content'])

/** Does the entry open to the publication, as far as this still has its words? */
function opens(entry: LedgerEntryRow, publication: PublicationRow, salts: Salts): boolean {
  const found: Record<string, string> = commitmentsOf(salts, committedValues(publication))
  const sealed = COMMITTED_FIELDS.filter(field => field in entry.commitments)
  return sealed
    .filter(field => !publication.withdrawn || !SCRUBBED.has(field))
    .every(field => found[field] === entry.commitments[field])
}

/**
 * One entry for each publication, one publication for each entry, and each opens to what is published. Words erased by law
 * are gone with their salts; a withdrawal has its entry, and only then.
 */
function publicationFaults(picture: StorePicture, entries: readonly LedgerEntryRow[]): string[] {
  const publications = new Map(rowsIn<PublicationRow>(picture, 'publications').map(row => [nameOf(row), row]))
  const salts = new Map(rowsIn<LedgerSecretRow>(picture, 'ledgerSecrets').map(row => [row._id, row.salts]))
  const namesOf = (event: string) => new Set(entries.filter(row => row.event === event).map(nameOf))
  const [erased, withdrawn] = [namesOf('erase'), namesOf('withdraw')]
  const entered = entries.filter(row => OPENED.has(row.event))
  const names = entered.map(nameOf)
  const missing = [...publications.keys()].filter(name => !names.includes(name))
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  const unopened = entered.filter(row => {
    const [publication, salt] = [publications.get(nameOf(row)), salts.get(row._id)]
    if (erased.has(nameOf(row))) return publication !== undefined || salt !== undefined
    return !publication || !salt || !opens(row, publication, salt as unknown as Salts)
  })
  const untold = [...publications].filter(([name, row]) => (row.withdrawn !== null) !== withdrawn.has(name))
  return [
    ...missing.map(name => `${name} is not in the ledger`),
    ...twice.map(name => `${name} is twice in the ledger`),
    ...unopened.map(row => `entry ${row.index} does not open to what is published`),
    ...untold.map(([name]) => `${name}: publication and ledger differ on its withdrawal`),
  ]
}

/** The whole ledger, counted out from its entries. */
export function brokenInLedger(picture: StorePicture): string[] {
  const entries = rowsIn<LedgerEntryRow>(picture, 'ledgerEntries').sort(
    (one, other) => one.index - other.index,
  )
  return [
    ...placeFaults(entries),
    ...treeFaults(picture, entries),
    ...chainFaults(picture, entries),
    ...publicationFaults(picture, entries),
  ]
}
