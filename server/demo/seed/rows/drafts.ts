import type { NoticeContent, NoticeState } from '@shared/contract/disclosure/notice'
import { officeMoment, type SeedCalendar } from '../calendar'
import type { SeedCatalogue } from './catalogues'
import guides from '../data/guides.json'
import { SEED_STREETS, type SeedStreet, type SeedVillage } from '../orgs'
import { pairingOf, streetVersion } from '../pairs'
import { TOPICS } from '../topics'
import { financeTopic, runningMonth } from '../topics/finance'
import { factsBlock, textBlock, titled, type Entry, type ItemPlace, type Topic } from '../topics/topic'
import type { CatalogueItemRow } from '@server/catalogues/catalogue/models/catalogueItems'

/** A seeded notice before it becomes rows. */
export interface SeedDraft {
  orgCode: string
  regards: string | null
  item: CatalogueItemRow
  content: NoticeContent
  state: NoticeState
  /** Instant at which it reached its state. */
  at: Date
}

type FindItem = (place: ItemPlace) => CatalogueItemRow | null

const MINUTE = 60_000
const HOUR = 3_600_000

const itemFinder =
  (street: SeedStreet, catalogues: readonly SeedCatalogue[]): FindItem =>
  ({ area, path }) => {
    const own = catalogues.filter(
      ({ catalogue }) => catalogue.orgCode === street.code && catalogue.area === area,
    )
    return own.flatMap(({ items }) => items).find(item => item.path.join('/') === path.join('/')) ?? null
  }

interface Told {
  village: SeedVillage
  topic: Topic
  item: CatalogueItemRow
  entries: Entry[]
}

/** Returns a village's entries of a topic so far. */
function told(topic: Topic, village: SeedVillage, find: FindItem, calendar: SeedCalendar): Told | null {
  const place = topic.places.find(candidate => find(candidate))
  const item = place && find(place)
  if (!place || !item) return null
  const entries = topic.write(village, calendar, place).filter(({ publishAt }) => publishAt < calendar.now)
  return { village, topic, item, entries }
}

/**
 * Pairs the village's notices of a topic with the street's of the same periods; `count` numbers the pairs of the
 * street.
 */
function pairUp(
  { village, topic, item, entries }: Told,
  street: SeedStreet,
  count: { pairs: number },
  now: Date,
) {
  const draft = (orgCode: string, regards: string | null, content: NoticeContent, at: Date): SeedDraft => ({
    orgCode,
    regards,
    item,
    content,
    state: 'published',
    at,
  })
  const firstPaired = entries.length - topic.streetPeriods
  return entries.flatMap(({ content, publishAt }, index) => {
    const own = draft(village.code, null, content, publishAt)
    const streetAt = officeMoment(
      publishAt.toISOString().slice(0, 10),
      2,
      street.code,
      village.code,
      content.title,
    )
    if (index < firstPaired || streetAt >= now) return [own]
    const pairing = pairingOf(count.pairs, topic.unbroken ?? false)
    count.pairs += 1
    const said = streetVersion(content, pairing)
    const theirs = said ? [draft(street.code, village.code, said, streetAt)] : []
    return pairing === 'village-silent' ? theirs : [own, ...theirs]
  })
}

/** Returns the publication time of guides (ms): an office morning at the start of the year, one per minute. */
const guidesOut = (year: string) => Date.parse(`${year}-01-04T01:30:00Z`)

/** Returns the street's own guides of this year, about all its villages. */
function guideDrafts(street: SeedStreet, find: FindItem, calendar: SeedCalendar): SeedDraft[] {
  const period = [...calendar.years, calendar.today.slice(0, 4)].findLast(
    year => guidesOut(year) + guides.guides.length * MINUTE < calendar.now.getTime(),
  )
  if (!period) return []
  return guides.guides.flatMap((guide, index) => {
    const item = find(guide)
    if (!item) return []
    const facts = Object.entries<string | undefined>(guide.facts).map(([label, value = '']) => {
      return [label, value.replace('{phone}', street.phone)] as const
    })
    const content: NoticeContent = {
      title: titled(period, guide.subject),
      period,
      blocks: [textBlock(guide.lead), factsBlock(Object.fromEntries(facts))],
    }
    const at = new Date(guidesOut(period) + index * MINUTE)
    return [{ orgCode: street.code, regards: null, item, content, state: 'published', at }]
  })
}

const UNFINISHED: readonly NoticeState[] = ['submitted', 'draft', 'refused', 'signed']

/**
 * Returns unfinished notices: the current month's statement of each village with monthly accounts, each in another
 * state.
 */
function workInHand(street: SeedStreet, find: FindItem, calendar: SeedCalendar): SeedDraft[] {
  const first = SEED_STREETS.indexOf(street)
  const monthly = street.villages.filter(village => village.finance === 'monthly')
  return monthly.flatMap((village, index): SeedDraft[] => {
    const item = find(financeTopic.places[0]!)
    const content = runningMonth(village, calendar)
    if (!item || !content) return []
    const state = UNFINISHED[(first + index) % UNFINISHED.length]!
    return [
      {
        orgCode: village.code,
        regards: null,
        item,
        content,
        state,
        at: new Date(calendar.now.getTime() - HOUR),
      },
    ]
  })
}

/** Returns every notice of the demonstration, oldest first. */
export function seedDrafts(calendar: SeedCalendar, catalogues: readonly SeedCatalogue[]): SeedDraft[] {
  const drafts = SEED_STREETS.flatMap(street => {
    const find = itemFinder(street, catalogues)
    const count = { pairs: 0 }
    const paired = street.villages.flatMap(village =>
      TOPICS.flatMap(topic => {
        const said = told(topic, village, find, calendar)
        return said ? pairUp(said, street, count, calendar.now) : []
      }),
    )
    return [...guideDrafts(street, find, calendar), ...paired, ...workInHand(street, find, calendar)]
  })
  return drafts.sort((a, b) => a.at.getTime() - b.at.getTime())
}
