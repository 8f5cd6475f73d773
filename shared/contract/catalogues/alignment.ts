import { z } from 'zod'
import { Id, Instant, OrgCode } from '../common'
import { OrgRef } from '../people/org'

/** Links (n:m) between the items of a village catalogue and those of the street's catalogue 对应关系. */

/**
 * `same` 同一事项; `subset`: one is part of the other; `successor`: new name of an earlier item; `village-only`
 * 村里特有.
 */
export const LinkRelation = z.enum(['same', 'subset', 'successor', 'village-only'])
export type LinkRelation = z.infer<typeof LinkRelation>

/** `stale`: confirmed earlier, but one side is no longer in force. */
export const LinkState = z.enum(['confirmed', 'rejected', 'stale'])
export type LinkState = z.infer<typeof LinkState>

const Key = z.string().min(1).max(40)
/** Key of the street's item; null with `village-only`. */
const ItemKey = Key.nullable()

export const AlignmentQuery = z.object({ village: OrgCode })

export const LinkSuggestion = z.object({
  itemKey: Key,
  itemId: Id,
  area: z.string(),
  path: z.array(z.string()),
  score: z.number().min(0).max(1),
  /** Likelihood in words: 很像 / 可能 / 不像. */
  word: z.string(),
  relation: LinkRelation,
  reasons: z.array(z.string()),
})
export type LinkSuggestion = z.infer<typeof LinkSuggestion>

export const ShownLink = z.object({
  itemKey: ItemKey,
  /** Null if the item is no longer in force. */
  itemId: Id.nullable(),
  path: z.array(z.string()),
  relation: LinkRelation,
  state: LinkState,
  reasons: z.array(z.string()),
  decidedByName: z.string(),
  decidedAt: Instant,
  version: z.int(),
  /** On a stale link: the item that probably replaced it. */
  successor: LinkSuggestion.nullable(),
})
export type ShownLink = z.infer<typeof ShownLink>

export const AlignmentLine = z.object({
  key: Key,
  area: z.string(),
  path: z.array(z.string()),
  elements: z.array(z.string()),
  links: z.array(ShownLink),
  suggestions: z.array(LinkSuggestion),
  /** No item of the street's catalogue matches well enough. */
  villageOnly: z.boolean(),
  /** What other villages decided of an item of this name, in words; the proposal follows it. */
  memory: z.string().nullable(),
  /** A decision is pending: no confirmed link, or a stale one. */
  open: z.boolean(),
})
export type AlignmentLine = z.infer<typeof AlignmentLine>

export const AlignmentPage = z.object({
  village: OrgRef,
  issuer: OrgRef,
  /** The village has a catalogue in force. */
  hasCatalogue: z.boolean(),
  /** Items with the street's own key, which need no decision. */
  adopted: z.int(),
  /** The village's own items, open ones first. */
  items: z.array(AlignmentLine),
  /** Links whose item is no longer in the village catalogue 已失效. */
  orphans: z.array(ShownLink.extend({ villageKey: Key })),
  mayDecide: z.boolean(),
})
export type AlignmentPage = z.infer<typeof AlignmentPage>

/** Progress of each village's links. */
export const AlignmentOverview = z.object({
  issuer: OrgRef,
  villages: z.array(
    z.object({
      org: OrgRef,
      hasCatalogue: z.boolean(),
      adopted: z.int(),
      own: z.int(),
      open: z.int(),
      stale: z.int(),
    }),
  ),
  /** True for the street's staff: they may suggest to the villages. */
  maySuggest: z.boolean(),
})
export type AlignmentOverview = z.infer<typeof AlignmentOverview>

export const LinkDecision = z.object({
  villageKey: Key,
  itemKey: ItemKey,
  decision: z.enum(['confirm', 'reject']),
  relation: LinkRelation,
  /** Version of the link that was displayed; 0: none. */
  seen: z.int().min(0),
})
export type LinkDecision = z.infer<typeof LinkDecision>

/** One decision or all of a page 本页全部确认: each displayed village item by its key. */
export const DecideLinks = z.object({ village: OrgCode, decisions: z.array(LinkDecision).min(1).max(100) })
export type DecideLinks = z.infer<typeof DecideLinks>
