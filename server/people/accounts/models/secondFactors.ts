import { Schema } from 'mongoose'
import { defineCollection, instant, instantOrNull, text, whole } from '@server/platform/store/collection'

/** Second factor 动态码 of one person; the secret is encrypted with a key that is not in the database. */
export interface SecondFactorRow {
  /** Id of the user. */
  _id: string
  sealed: string
  createdAt: Date
  /** null until the first valid code. */
  confirmedAt: Date | null
  /** Time step of the last accepted code. */
  lastStep: number
  wrongAt: Date[]
  lockedUntil: Date | null
  /** Keyed hashes of the unused recovery codes; absent before the first ones. */
  recovery?: string[]
}

export const SecondFactors = defineCollection<SecondFactorRow>({
  name: 'secondFactors',
  removable: true,
  fields: {
    _id: text,
    sealed: text,
    createdAt: instant,
    confirmedAt: instantOrNull,
    lastStep: whole,
    wrongAt: { type: [Schema.Types.Date], default: [] },
    lockedUntil: instantOrNull,
    recovery: { type: [String], default: undefined },
  },
  indexes: [],
})
