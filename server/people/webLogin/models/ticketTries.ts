import { Schema } from 'mongoose'
import { defineCollection, instant, instantOrNull, text } from '@server/platform/store/collection'

const KEPT_SECONDS = 24 * 3600

/** Wrong digits 输错的数字 that a person has typed lately, so that nobody finds the ticket of others by trying. */
export interface TicketTriesRow {
  /** Id of the user. */
  _id: string
  wrongAt: Date[]
  lockedUntil: Date | null
  lastAt: Date
}

export const TicketTries = defineCollection<TicketTriesRow>({
  name: 'ticketTries',
  fields: {
    _id: text,
    wrongAt: { type: [Schema.Types.Date], default: [] },
    lockedUntil: instantOrNull,
    lastAt: instant,
  },
  indexes: [{ fields: { lastAt: 1 }, expireAfterSeconds: KEPT_SECONDS }],
})
