import {
  checked,
  checkedIfAny,
  defineCollection,
  instantOrNull,
  text,
  textOrNull,
  whole,
} from '../store/collection'

/** A completed migration: target schema version, program version, and time (ISO instant). */
interface MigrationRecord {
  to: number
  program: string
  at: string
}

/** The single row of `storeState`: the store's own metadata. */
export interface StoreStateRow {
  _id: string
  /** Schema version 版式 of the rows, raised by each migration. */
  layout: number
  /** Cursor of the running migration; null between two. */
  cursor: string | null
  /** Token of the migrating process, and the end of its lease. */
  holder: string | null
  heldUntil: Date | null
  history: MigrationRecord[]
  /** The moment of the newest backup's snapshot. */
  backedUpAt: Date | null
  /** Most rows that each collection without a deletion path was seen with; a migration that removes some lowers it. */
  counts?: Record<string, number>
}

export const StoreState = defineCollection<StoreStateRow>({
  name: 'storeState',
  fields: {
    _id: text,
    layout: whole,
    cursor: textOrNull,
    holder: textOrNull,
    heldUntil: instantOrNull,
    history: checked,
    backedUpAt: instantOrNull,
    counts: checkedIfAny,
  },
  indexes: [],
})
