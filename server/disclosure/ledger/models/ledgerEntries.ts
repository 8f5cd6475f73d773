import type { LedgerEntry, LedgerRecord } from '@shared/contract/disclosure/ledger'
import {
  checked,
  checkedIfAny,
  defineCollection,
  text,
  textOrNull,
  whole,
  wholeIfAny,
} from '@server/platform/store/collection'

const DIGITS = 12

/** Returns an id made from an index that sorts in the order of indices: `led_000000000041`. */
export const placeId = (prefix: 'led' | 'chk', place: number): string =>
  `${prefix}_${String(place).padStart(DIGITS, '0')}`

/**
 * Ledger entry 存证条目, exactly as hashed (instants as text), with its leaf hash. `_id` is made from the index, so two
 * entries cannot share an index.
 */
export type LedgerEntryRow = LedgerEntry & { _id: string; leaf: string }

/** Entry of rows 登记条目, exactly as hashed, with its leaf hash. */
export type LedgerRecordRow = LedgerRecord & { _id: string; leaf: string }

type Place = 'index' | 'org' | 'orgIndex' | 'previous' | 'recordedAt' | 'commitments'

/** Either kind of entry. A field that an entry lacks is absent, since the bytes of the whole row are hashed. */
type StoredEntry = Pick<LedgerEntryRow, '_id' | 'leaf' | Place> &
  Partial<Omit<LedgerEntryRow, Place | 'format' | 'event'>> & {
    format: (LedgerEntryRow | LedgerRecordRow)['format']
    event: (LedgerEntryRow | LedgerRecordRow)['event']
  }

const textIfAny = { type: String } as const

export const LedgerEntries = defineCollection<StoredEntry>({
  name: 'ledgerEntries',
  immutable: true,
  shownTo: { field: 'org', in: 'pages' },
  fields: {
    _id: text,
    leaf: text,
    format: text,
    index: whole,
    org: text,
    orgIndex: whole,
    previous: textOrNull,
    event: text,
    noticeId: textIfAny,
    edition: wholeIfAny,
    itemId: textIfAny,
    itemKey: textIfAny,
    category: textIfAny,
    period: textIfAny,
    regards: textIfAny,
    publishedAt: textIfAny,
    recordedAt: text,
    signOff: checkedIfAny,
    commitments: checked,
    erases: wholeIfAny,
    basis: textIfAny,
  },
  indexes: [
    { fields: { index: 1 }, unique: true },
    { fields: { org: 1, orgIndex: 1 }, unique: true },
    { fields: { noticeId: 1, edition: 1, index: 1 } },
  ],
})

/** Salts of an entry's commitments; `_id` is the entry's. Deleted when the entry is erased by law. */
export interface LedgerSecretRow {
  _id: string
  salts: Record<string, string>
}

export const LedgerSecrets = defineCollection<LedgerSecretRow>({
  name: 'ledgerSecrets',
  removable: true,
  fields: { _id: text, salts: checked },
  indexes: [],
})
