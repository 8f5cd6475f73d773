import { Schema } from 'mongoose'
import { defineCollection, instant, instantOrNull, text, whole } from '@server/platform/store/collection'

/** Second factor 动态码 of one person; the secret is sealed under a key that is not in the store. */
export interface SecondFactorRow {
  /** The user. */
  _id: string
  sealed: string
  createdAt: Date
  /** null until the first good code. */
  confirmedAt: Date | null
  /** Time step of the last code that was taken. */
  lastStep: number
  wrongAt: Date[]
  lockedUntil: Date | null
}

export const SecondFactors = defineCollection<SecondFactorRow>({
  name: 'secondFactors',
  fields: {
    _id: text,
    sealed: text,
    createdAt: instant,
    confirmedAt: instantOrNull,
    lastStep: whole,
    wrongAt: { type: [Schema.Types.Date], default: [] },
    lockedUntil: instantOrNull,
  },
  indexes: [],
})
