import type { RemovalKind, RemovalSide, RemovalState } from '@shared/contract/disclosure/removedNotice'
import {
  checked,
  checkedIfAny,
  defineCollection,
  instant,
  instantOrNull,
  text,
  textOrNull,
  texts,
  whole,
  wholesIfAny,
} from '@server/platform/store/collection'

/** Word of one side of a removal. */
export interface RemovalWordRow {
  side: RemovalSide
  /** Name of the body 机构. */
  body: string
  by: string
  byName: string
  at: Date
}

/** Article of law 依据 as it read when an erasure was proposed. */
interface BasisRow {
  code: string
  /** Version of ERASURE_BASES. */
  version: number
  law: string
  article: string
}

/** Removal 撤回与删除 of an edition; holds what its row on lists says, never a word of the notice. */
export interface RemovalRow {
  _id: string
  kind: RemovalKind
  state: RemovalState
  /** Counter for compare-and-set. */
  version: number
  noticeId: string
  edition: number
  orgCode: string
  /** Codes under whose lists it is found. */
  path: string[]
  category: string
  itemKey: string
  period: string
  regards: string | null
  /** Matter as the catalogue names it, see `removalMatter`. */
  matter: string
  publishedAt: Date
  /** Person who withdrew or proposed it; empty in a row made from an older store. */
  by: string
  byName: string
  at: Date
  /** Why: of a withdrawal its reason, of an erasure what led to it. */
  reason: string
  /** Of an erasure; absent in a row made from an older store, whose reason says it. */
  basis?: BasisRow
  instead?: string
  /** Last day for the supervising body to confirm a withdrawal; null while nothing waits. */
  dueOn: string | null
  assumedYears?: number[]
  agreed: RemovalWordRow[]
  /** How it ended, in words, unless everybody agreed. */
  outcome: string | null
  decidedAt: Date | null
}

export const Removals = defineCollection<RemovalRow>({
  name: 'removals',
  recorded: { as: 'removal', org: 'orgCode' },
  shownTo: { field: 'orgCode', in: 'pages' },
  fields: {
    _id: text,
    kind: text,
    state: text,
    version: whole,
    noticeId: text,
    edition: whole,
    orgCode: text,
    path: texts,
    category: { type: String, default: '' },
    itemKey: text,
    period: text,
    regards: textOrNull,
    matter: text,
    publishedAt: instant,
    by: { type: String, default: '' },
    byName: { type: String, default: '' },
    at: instant,
    reason: text,
    basis: checkedIfAny,
    instead: { type: String },
    dueOn: textOrNull,
    assumedYears: wholesIfAny,
    agreed: checked,
    outcome: textOrNull,
    decidedAt: instantOrNull,
  },
  indexes: [
    { fields: { noticeId: 1, at: -1 } },
    { fields: { path: 1, state: 1, at: -1, _id: -1 } },
    { fields: { orgCode: 1, state: 1, at: -1, _id: -1 } },
    { fields: { path: 1, at: -1, _id: -1 } },
    { fields: { orgCode: 1, at: -1, _id: -1 } },
  ],
})
