import type { LinkRelation, LinkState } from '@shared/contract/catalogues/alignment'
import { defineCollection, instant, text, textOrNull, texts, whole } from '@server/platform/store/collection'

/**
 * Link 对应关系 between a line of a village's list and an item of the street's catalogue, by their keys, so that a decision
 * outlives versions of both. Without an item: the line is the village's own matter.
 */
export interface ItemLinkRow {
  _id: string
  villageCode: string
  villageKey: string
  /** Whose catalogue the item stands in. */
  issuerCode: string
  /** Empty on `village-only`: a unique index tells null from nothing on no engine alike. */
  itemKey: string
  relation: LinkRelation
  state: LinkState
  /** Likeness at the decision, 0–1, and why, in words. */
  score: number
  reasons: string[]
  /** Names at the decision, for when a side is no longer in force. */
  villagePath: string[]
  itemPath: string[]
  /** On a stale link: key of the item that seems to have taken the place. */
  successorKey: string | null
  decidedBy: string
  decidedByName: string
  decidedAt: Date
  version: number
}

export const ItemLinks = defineCollection<ItemLinkRow>({
  name: 'itemLinks',
  fields: {
    _id: text,
    villageCode: text,
    villageKey: text,
    issuerCode: text,
    itemKey: { type: String, default: '' },
    relation: text,
    state: text,
    score: { type: Number, required: true },
    reasons: texts,
    villagePath: texts,
    itemPath: texts,
    successorKey: textOrNull,
    decidedBy: text,
    decidedByName: text,
    decidedAt: instant,
    version: whole,
  },
  indexes: [
    { fields: { villageCode: 1, issuerCode: 1, villageKey: 1, itemKey: 1 }, unique: true },
    { fields: { villageCode: 1, issuerCode: 1, itemKey: 1 } },
    { fields: { issuerCode: 1, state: 1, villageCode: 1, _id: 1 } },
  ],
})

/** Counts the decisions on one village's links, so that two clerks cannot contradict each other at the same moment. */
export interface LinkBookRow {
  /** `village/issuer`. */
  _id: string
  version: number
}

export const LinkBooks = defineCollection<LinkBookRow>({
  name: 'linkBooks',
  fields: { _id: text, version: whole },
  indexes: [],
})
