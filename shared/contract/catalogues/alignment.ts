import { z } from 'zod'
import { Id, Instant, OrgCode } from '../common'
import { OrgRef } from '../people/org'

/** Links n:m between the lines of a village's list and the items of the street's catalogue 对应关系. */

/** `same` 同一事项; `subset` one is a part of the other; `successor` the new name of an earlier matter; `village-only` 村里特有. */
export const LinkRelation = z.enum(['same', 'subset', 'successor', 'village-only'])
export type LinkRelation = z.infer<typeof LinkRelation>

/** `stale`: confirmed once, but a side is no longer in force. */
export const LinkState = z.enum(['confirmed', 'rejected', 'stale'])
export type LinkState = z.infer<typeof LinkState>

const Key = z.string().min(1).max(40)
/** 街道 items by key; null stands with `village-only`. */
const ItemKey = Key.nullable()

export const AlignmentQuery = z.object({ village: OrgCode })

export const LinkSuggestion = z.object({
  itemKey: Key,
  itemId: Id,
  area: z.string(),
  path: z.array(z.string()),
  score: z.number().min(0).max(1),
  /** 很像 / 可能 / 不像. */
  word: z.string(),
  relation: LinkRelation,
  reasons: z.array(z.string()),
})
export type LinkSuggestion = z.infer<typeof LinkSuggestion>

export const ShownLink = z.object({
  itemKey: ItemKey,
  /** Null where the item is no longer in force. */
  itemId: Id.nullable(),
  path: z.array(z.string()),
  relation: LinkRelation,
  state: LinkState,
  reasons: z.array(z.string()),
  decidedByName: z.string(),
  decidedAt: Instant,
  version: z.int(),
  /** On a stale link: what seems to have taken the item's place. */
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
  /** Nothing in the catalogue matches well enough. */
  villageOnly: z.boolean(),
  /** Somebody still has to decide: no confirmed link, or a stale one. */
  open: z.boolean(),
})
export type AlignmentLine = z.infer<typeof AlignmentLine>

export const AlignmentPage = z.object({
  village: OrgRef,
  issuer: OrgRef,
  /** The village has a list in force. */
  hasList: z.boolean(),
  /** Lines that carry the street's own key: nothing to decide. */
  adopted: z.int(),
  /** Lines of the village's own; open ones first. */
  lines: z.array(AlignmentLine),
  /** Links whose line is no longer in the village's list 已失效. */
  orphans: z.array(ShownLink.extend({ villageKey: Key })),
  mayDecide: z.boolean(),
})
export type AlignmentPage = z.infer<typeof AlignmentPage>

/** How far each village's list is aligned. */
export const AlignmentOverview = z.object({
  issuer: OrgRef,
  villages: z.array(
    z.object({
      org: OrgRef,
      hasList: z.boolean(),
      adopted: z.int(),
      own: z.int(),
      open: z.int(),
      stale: z.int(),
    }),
  ),
})
export type AlignmentOverview = z.infer<typeof AlignmentOverview>

export const LinkDecision = z.object({
  villageKey: Key,
  itemKey: ItemKey,
  decision: z.enum(['confirm', 'reject']),
  relation: LinkRelation,
  /** Version of the link that was looked at; 0 = there was none. */
  seen: z.int().min(0),
})
export type LinkDecision = z.infer<typeof LinkDecision>

/** One decision or those of a whole page 本页全部确认: each line that was shown, by its own keys. */
export const DecideLinks = z.object({ village: OrgCode, decisions: z.array(LinkDecision).min(1).max(100) })
export type DecideLinks = z.infer<typeof DecideLinks>
