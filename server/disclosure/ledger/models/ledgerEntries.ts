import type { LedgerEntry } from '@shared/contract/disclosure/ledger'
import {
  checked,
  checkedOrNull,
  defineCollection,
  text,
  textOrNull,
  whole,
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

export const LedgerEntries = defineCollection<LedgerEntryRow>({
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
    noticeId: text,
    edition: whole,
    itemId: text,
    itemKey: text,
    category: { type: String, default: '' },
    period: text,
    regards: textOrNull,
    publishedAt: text,
    recordedAt: text,
    signOff: checkedOrNull,
    commitments: checked,
    erases: { type: Number, default: null },
    basis: textOrNull,
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
