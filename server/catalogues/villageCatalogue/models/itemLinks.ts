import type { LinkRelation, LinkState } from '@shared/contract/catalogues/alignment'
import { defineCollection, instant, text, textOrNull, texts, whole } from '@server/platform/store/collection'

/**
 * Link 对应关系 between an item of a village catalogue and one of the street's catalogue, by their keys, so that a decision
 * outlasts versions of both. Without a street item: the village's own item.
 */
export interface ItemLinkRow {
  _id: string
  villageCode: string
  villageKey: string
  /** Organisation whose catalogue has the item. */
  issuerCode: string
  /** Empty string on `village-only`: engines disagree whether null and missing collide in a unique index. */
  itemKey: string
  relation: LinkRelation
  state: LinkState
  /** Similarity at the decision, 0–1; `reasons` explains it. */
  score: number
  reasons: string[]
  /** Names at the decision, for when a side is no longer in force. */
  villagePath: string[]
  itemPath: string[]
  /** Key of the suggested successor of the item, on a stale link. */
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
    { fields: { villageCode: 1, relation: 1 } },
    { fields: { issuerCode: 1, state: 1, villageCode: 1, _id: 1 } },
  ],
})

/** Counter of the decisions on one village's links; serialises concurrent decisions, which could contradict each other. */
export interface ItemLinkVersionRow {
  /** `village/issuer`. */
  _id: string
  version: number
}

export const ItemLinkVersions = defineCollection<ItemLinkVersionRow>({
  name: 'itemLinkVersions',
  fields: { _id: text, version: whole },
  indexes: [],
})
