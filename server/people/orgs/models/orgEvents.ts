import { defineCollection, instant, text } from '@server/platform/store/collection'

/** Rename 更名, merger 撤并 or move to another street 划转 of an organisation, with the document that approved it 批准文号. */
export interface OrgEventRow {
  _id: string
  orgCode: string
  kind: 'rename' | 'merge' | 'move'
  /** Day on which it takes effect, ISO date. */
  day: string
  approval: string
  /** Former name, or code of the former street; of a merger the organisation's own name. */
  from: string
  /** New name, or code of the successor or of the new street. */
  to: string
  by: string
  byName: string
  at: Date
}

export const OrgEvents = defineCollection<OrgEventRow>({
  name: 'orgEvents',
  immutable: true,
  fields: {
    _id: text,
    orgCode: text,
    kind: text,
    day: text,
    approval: text,
    from: text,
    to: text,
    by: text,
    byName: text,
    at: instant,
  },
  indexes: [{ fields: { orgCode: 1, at: -1, _id: -1 } }],
})
