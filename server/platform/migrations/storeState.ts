import { checked, defineCollection, instantOrNull, text, textOrNull, whole } from '../store/collection'

/** A migration that has been carried out: to which layout, by which version of the program, when (ISO instant). */
interface MigrationRecord {
  to: number
  program: string
  at: string
}

/** The one row of `storeState`: what the store knows of itself. */
export interface StoreStateRow {
  _id: string
  /** Layout of the rows 版式, raised by each migration. */
  layout: number
  /** Where the migration under way goes on from; null between two. */
  cursor: string | null
  /** Token of the process that migrates, and until when it may without saying so again. */
  holder: string | null
  heldUntil: Date | null
  history: MigrationRecord[]
  /** The moment that the newest backup shows. */
  backedUpAt: Date | null
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
  },
  indexes: [],
})
