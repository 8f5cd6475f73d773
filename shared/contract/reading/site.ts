import { z } from 'zod'
import { CalendarDate, Id, Instant, OrgCode, PageQuery, PeriodKey, pageOf } from '../common'
import { CatalogueItem } from '../catalogues/catalogue'
import { PlannedChannel } from './channelProof'
import { Category } from '../catalogues/category'
import { PublicDiscrepancy } from '../disclosure/discrepancy'
import { Erasure, LedgerRef } from '../disclosure/ledger'
import {
  CorrectionOrder,
  MeetingRecord,
  Publicity,
  PublicityMoved,
  SignOff,
  Tombstone,
} from '../disclosure/notice'
import { RemovedNotice, RemovedNotices } from '../disclosure/removedNotice'
import { ObjectionCounts } from '../participation/objection'
import { Contact, Office, Org, OrgKind, OrgRef } from '../people/org'
import { Comparison, PresentedRecord } from '../disclosure/presentation'
import { ServiceGuide } from './serviceGuide'

/** Requests and answers of public reads; no login, GET only. */

/** Terms that differ between village and community: 村务/居务, 村民/居民. */
export const OrgWords = z.object({ affairs: z.string(), residents: z.string(), place: z.string() })
export type OrgWords = z.infer<typeof OrgWords>

/** Key figure 主数 of a record, as its sentence shows it. */
export const KeyFigure = z.object({ label: z.string(), text: z.string(), unit: z.string() })
export type KeyFigure = z.infer<typeof KeyFigure>

/** A published notice in a list. Never contains a person's name or amount. */
export const NoticeSummary = z.object({
  id: Id,
  orgCode: OrgCode,
  orgName: z.string(),
  category: z.string(),
  itemId: Id,
  title: z.string(),
  /** Summary sentence of the presented record. */
  sentence: z.string(),
  period: PeriodKey,
  periodLabel: z.string(),
  edition: z.int(),
  publishedAt: Instant,
  /**
   * On a street's notice: name of the village that it concerns; null: the whole area, or the organisation's
   * own.
   */
  regardsName: z.string().nullable(),
  /** Key figure of the record; only in lists that show it. */
  figure: KeyFigure.nullable().optional(),
})
export type NoticeSummary = z.infer<typeof NoticeSummary>

export const Meta = z.object({
  name: z.string(),
  version: z.string(),
  now: Instant,
  /** Who runs the service 主办单位, how to reach them, filing number 备案号; null in a demonstration without them. */
  operator: z.object({ name: z.string(), contact: z.string(), filing: z.string() }).nullable(),
  /** Name of the unified identity 统一身份认证 that the web login offers; null: none. */
  unifiedLogin: z.string().nullable(),
  /** Personas with login by code, in development and demonstration only; empty in production. */
  testLogins: z.array(
    z.object({ code: z.string(), name: z.string(), jobTitle: z.string(), orgName: z.string() }),
  ),
})
export type Meta = z.infer<typeof Meta>

/** Public page of an organisation; a page stored by an older program lacks the fields of `Office` and `answer`. */
export const OrgPage = Org.extend({
  words: OrgWords,
  ancestors: z.array(OrgRef),
  ...OrgRef.pick({ formerNames: true, mergedInto: true }).shape,
  ...Office.partial().shape,
  /** Days for answers to objections, in words. */
  answer: z.string().optional(),
})
export type OrgPage = z.infer<typeof OrgPage>

export const OrgList = z.object({ items: z.array(OrgRef) })
export type OrgList = z.infer<typeof OrgList>

/** `q`: a name, its pinyin or initials; else the parts of `under` (absent: of the root). A page at a time. */
export const ChoicesQuery = z.object({
  q: z.string().trim().max(30).optional(),
  under: OrgCode.optional(),
  cursor: z.string().max(100).optional(),
})

/** A village, or a level above to go down to; `above`: the name of the street of a village. */
export const VillageChoice = OrgRef.extend({ above: z.string() })
export type VillageChoice = z.infer<typeof VillageChoice>

/** What a reader may choose 选村. */
export const VillageChoices = z.object({
  /** From the root to the organisation whose parts are listed; empty at the root and in a search. */
  trail: z.array(OrgRef),
  items: z.array(VillageChoice),
  nextCursor: z.string().nullable(),
})
export type VillageChoices = z.infer<typeof VillageChoices>

export const CategoryList = z.object({ items: z.array(Category) })
export type CategoryList = z.infer<typeof CategoryList>

export const HomeQuery = z.object({ org: OrgCode.optional() })

/** What is due and was not disclosed: the worst of it, and how many there are. */
const Overdue = z.object({ name: z.string(), cause: z.string(), dueOn: CalendarDate })

/** A category on the home page; a page stored by an older program lacks `figure` and `overdue`. */
const HomeCategory = z.object({
  code: z.string(),
  name: z.string(),
  newest: z
    .object({ id: Id, title: z.string(), publishedAt: Instant, figure: KeyFigure.nullable().optional() })
    .nullable(),
  countThisQuarter: z.int(),
  overdue: Overdue.nullable().optional(),
})

/** Sum of one direction of a statement 收进, 花出; `permille` of the larger of the two. */
const Flow = z.object({
  direction: z.enum(['income', 'expense']),
  text: z.string(),
  count: z.int(),
  permille: z.int(),
})

/** Letter 明白信: the newest statement of accounts, else the newest notice, in a few sentences. */
export const HomeLetter = z.object({
  noticeId: Id,
  heading: z.string(),
  figure: KeyFigure.nullable(),
  flows: z.array(Flow),
  /** Each sentence leads to a notice. */
  says: z.array(z.object({ text: z.string(), noticeId: Id })),
  /** The stored consent; null: none, and no seal is drawn. */
  signed: z.object({ name: z.string(), role: z.string(), at: Instant }).nullable(),
  /** Number of entries 笔; 0 without a statement. */
  entries: z.int(),
})
export type HomeLetter = z.infer<typeof HomeLetter>

/** A notice in its publicity period 现在可以提意见. */
export const OpenNotice = z.object({
  id: Id,
  title: z.string(),
  until: CalendarDate,
  objections: z.int(),
})
export type OpenNotice = z.infer<typeof OpenNotice>

/** A collective matter under way 正在办的事: the step it waits for, and what it costs. */
export const MatterUnderWay = z.object({
  id: Id,
  title: z.string(),
  step: z.int(),
  steps: z.int(),
  stepName: z.string(),
  amount: z.string().nullable(),
})
export type MatterUnderWay = z.infer<typeof MatterUnderWay>

/** Home page 首页 in one answer. Without `org`: the first village of the demonstration area. */
export const Home = z.object({
  org: OrgPage,
  street: OrgRef.nullable(),
  newestAt: Instant.nullable(),
  /** The five focus categories, always in the same order. */
  categories: z.array(HomeCategory),
  /** Items outside the five 其他公开事项; a page stored by an older program lacks it. */
  others: HomeCategory.optional(),
  recent: z.array(NoticeSummary),
  /** Withdrawn and erased notices 撤回与删除; a page stored by an older program lacks it. */
  removed: RemovedNotices.optional(),
  contacts: z.array(Contact),
  asOf: Instant,
  /** Absent on a page stored by an older program. */
  letter: HomeLetter.nullable().optional(),
  open: z.array(OpenNotice).optional(),
  late: z.object({ count: z.int(), worst: Overdue }).nullable().optional(),
  /** Notices that differ from the street's, which nobody has answered for yet. */
  differing: z.array(z.object({ noticeId: Id, name: z.string(), periodLabel: z.string() })).optional(),
  underWay: z.array(MatterUnderWay).optional(),
})
export type Home = z.infer<typeof Home>

export const CalendarQuery = z.object({
  year: z.coerce.number<number>().int().min(2000).max(2100).optional(),
})

/** What an organisation has to disclose in a year 公开日历, by due date. */
export const DisclosureCalendar = z.object({
  org: OrgRef,
  year: z.int(),
  items: z.array(
    z.object({
      id: Id,
      name: z.string(),
      cause: z.string(),
      dueOn: CalendarDate,
      /** 已公开, 晚公开, 到期没有公开, 还没到期. */
      state: z.enum(['done', 'done-late', 'late', 'due']),
      doneOn: CalendarDate.nullable(),
      noticeId: Id.nullable(),
      /** Of what is late: how many residents urged to disclose it; absent: none. */
      nudges: z.int().optional(),
    }),
  ),
})
export type DisclosureCalendar = z.infer<typeof DisclosureCalendar>

export const FeedQuery = PageQuery.extend({
  category: z.string().max(40).optional(),
  /** Only notices with exactly this period key; periods within it are not included. */
  period: PeriodKey.optional(),
})
/** `removed`: on the first page, what was withdrawn or erased in the same scope. */
export const Feed = pageOf(NoticeSummary).extend({ removed: RemovedNotices.optional() })
export type Feed = z.infer<typeof Feed>

/** Fields of a notice's catalogue item for readers. */
export const ItemRef = z.object({
  id: Id,
  key: z.string(),
  orgCode: OrgCode,
  orgName: z.string(),
  area: z.string(),
  path: z.array(z.string()),
})
export type ItemRef = z.infer<typeof ItemRef>

/** Text and picture of a share card: title, village, date; never a name or amount of a person. */
export const ShareCard = z.object({ title: z.string(), path: z.string() })
export type ShareCard = z.infer<typeof ShareCard>

export const NoticeQuery = z.object({ edition: z.coerce.number<number>().int().positive().optional() })

/** End of the publicity period of the names on a page, after which no copy may be shown. Null: no names. */
const NamesUntil = Instant.nullable()

/** Name and contacts of an organisation as an edition prints them: those of the day of its publication. */
export const PrintedOrg = Office.extend({ orgName: z.string(), contacts: z.array(Contact) })
export type PrintedOrg = z.infer<typeof PrintedOrg>

/** Notice page 公示: one published notice with everything its page shows. */
export const NoticePage = z.object({
  notice: NoticeSummary.extend({ regards: OrgCode.nullable(), author: z.string() }),
  org: OrgPage,
  item: ItemRef,
  presented: PresentedRecord,
  signOff: SignOff.nullable(),
  /** Objections 异议 on the notice, all editions together. */
  objections: ObjectionCounts,
  /** Explanations next to the record: per head, and compared with the last period; absent if there are none. */
  explained: z
    .object({
      sentences: z.array(z.string()),
      last: z.object({ id: Id, periodLabel: z.string() }).nullable(),
    })
    .optional(),
  /** Ledger position 存证 of the shown edition; absent for editions older than the ledger. */
  ledger: LedgerRef.optional(),
  /** Editions erased by law 依法删除, if any. */
  erasures: z.array(Erasure).optional(),
  /** Publicity period 公示期; `over`: it has ended; `folded`: names have been replaced by sums. */
  publicity: Publicity.extend({
    over: z.boolean(),
    folded: z.boolean(),
    moved: PublicityMoved.optional(),
  }),
  namesUntil: NamesUntil,
  /** Joint meeting that confirmed it; null on a street's notice. */
  meeting: MeetingRecord.pick({ heldOn: true, decision: true }).nullable(),
  /** Pending order of the town. */
  order: CorrectionOrder.nullable(),
  /** Set if the edition was withdrawn for a privacy leak: nothing else of it is shown. */
  withdrawn: Tombstone.nullable(),
  /** Of a withdrawn edition: whether it is confirmed, or until when it waits. */
  removal: RemovedNotice.optional(),
  /** Newest first; each is read with `?edition=`. */
  editions: z.array(
    z.object({
      edition: z.int(),
      publishedAt: Instant,
      reason: z.string().nullable(),
      withdrawn: z.boolean(),
    }),
  ),
  /** Channels 公开渠道 required by the catalogue, with stored proofs; none on a withdrawn edition. */
  channels: z.array(PlannedChannel),
  share: ShareCard,
  /** What the printed sheets of this edition say of the organisation; absent: what it says now. */
  printed: PrintedOrg.optional(),
})
export type NoticePage = z.infer<typeof NoticePage>

/** One side of the comparison; null if that side has not disclosed the item for the period. */
export const AlongsideSide = z.object({ notice: NoticeSummary, presented: PresentedRecord })
export type AlongsideSide = z.infer<typeof AlongsideSide>

/** Comparison page 对照: village and street disclosure of the same item and period, field by field. */
export const AlongsidePage = z.object({
  org: OrgPage,
  street: OrgRef,
  item: ItemRef,
  periodLabel: z.string(),
  /** The catalogue item alone, presented: the expected content. */
  standard: PresentedRecord,
  village: AlongsideSide.nullable(),
  government: AlongsideSide.nullable(),
  /** Whom the catalogue obliges to disclose the item. */
  owes: z.object({ village: z.boolean(), street: z.boolean() }),
  comparison: Comparison,
  namesUntil: NamesUntil,
  /** Discrepancies with the street's comments and the village's answers. */
  discrepancies: z.array(PublicDiscrepancy),
})
export type AlongsidePage = z.infer<typeof AlongsidePage>

/** Street catalogue 街道目录: areas → items of the organisation or its nearest ancestor with a catalogue. */
export const CataloguePage = z.object({
  issuer: OrgRef,
  areas: z.array(
    z.object({
      area: z.string(),
      catalogueId: Id,
      title: z.string(),
      version: z.int(),
      effectiveFrom: z.iso.date(),
      sourceIssuer: z.string().nullable(),
      items: z.array(
        z.object({
          id: Id,
          displayNo: z.string().nullable(),
          /** Stable over versions. */
          key: z.string(),
          path: z.array(z.string()),
          category: z.string(),
          /** Whether villages have to disclose it, not only the issuer. */
          forVillages: z.boolean(),
          /** Number of villages under the issuer with at least one notice of the item. */
          villageCount: z.int(),
        }),
      ),
    }),
  ),
})
export type CataloguePage = z.infer<typeof CataloguePage>

export const ItemQuery = z.object({ org: OrgCode.optional() })

/** Item page 事项: one catalogue item, presented, and its disclosures. */
export const ItemPage = z.object({
  item: CatalogueItem,
  issuer: OrgRef,
  presented: PresentedRecord,
  /** Service guide 办事指南; null if the item is nothing to apply for. */
  guide: ServiceGuide.nullable(),
  /** The issuer's own disclosures of the item, newest first. */
  government: z.array(NoticeSummary),
  /** Newest notice of each village under the issuer; null without one. */
  villages: z.array(z.object({ org: OrgRef.extend({ kind: OrgKind }), newest: NoticeSummary.nullable() })),
})
export type ItemPage = z.infer<typeof ItemPage>
