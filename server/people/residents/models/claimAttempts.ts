import { defineCollection, instant, text, whole } from '@server/platform/store/collection'

/** Attempts to match with a roster 核对次数, by account and by name of a village; expires with the window. */
export interface ClaimAttemptRow {
  _id: string
  count: number
  until: Date
}

export const ClaimAttempts = defineCollection<ClaimAttemptRow>({
  name: 'claimAttempts',
  fields: { _id: text, count: whole, until: instant },
  indexes: [{ fields: { until: 1 }, expireAfterSeconds: 0 }],
})
