import { defineCollection, instant, text, whole } from '@server/platform/store/collection'

/** Tries to be matched with a roll 核对次数, by account and by name of a village; gone when the window is over. */
export interface ClaimTryRow {
  _id: string
  count: number
  until: Date
}

export const ClaimAttempts = defineCollection<ClaimTryRow>({
  name: 'claimTries',
  fields: { _id: text, count: whole, until: instant },
  indexes: [{ fields: { until: 1 }, expireAfterSeconds: 0 }],
})
