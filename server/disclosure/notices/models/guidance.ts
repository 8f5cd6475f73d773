import { defineCollection, instant, text, whole } from '@server/platform/store/collection'

/** comment 意见, remind 提醒, order 责令更正. */
export type GuidanceKind = 'comment' | 'remind' | 'order'

/** Guidance 街道（镇）指导: a message of the town to a village about a notice. Does not change the notice by itself. */
export interface GuidanceRow {
  _id: string
  noticeId: string
  orgCode: string
  edition: number
  kind: GuidanceKind
  text: string
  by: string
  byName: string
  /** Name of the street or town. */
  body: string
  at: Date
}

export const Guidance = defineCollection<GuidanceRow>({
  name: 'guidance',
  immutable: true,
  fields: {
    _id: text,
    noticeId: text,
    orgCode: text,
    edition: whole,
    kind: text,
    text,
    by: text,
    byName: text,
    body: text,
    at: instant,
  },
  indexes: [{ fields: { noticeId: 1, at: 1 } }, { fields: { orgCode: 1, at: -1 } }],
})
