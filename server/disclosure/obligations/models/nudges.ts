import { defineCollection, instant, text } from '@server/platform/store/collection'

/**
 * One row for each resident who urged to disclose a late matter 催一下. Its id is a keyed hash of person and
 * matter, so that nobody counts twice and nobody can be found out from the store.
 */
export interface NudgeRow {
  _id: string
  orgCode: string
  at: Date
}

export const Nudges = defineCollection<NudgeRow>({
  name: 'nudges',
  immutable: true,
  fields: { _id: text, orgCode: text, at: instant },
  indexes: [],
})
