import { type Authorised, including } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { type CaseObligation, type CaseState, obligationsOf } from '@server/domain/power/case'
import { nameOf } from '@server/domain/itemName'
import { stepOf } from '@shared/power/graph'
import { limitWords } from '@shared/power/words'
import { yuanText } from '@shared/common/money'
import type { NewObligation } from '@server/domain/obligation'
import { dateLabel } from '@shared/common/period'
import type { PowerDisclosure } from '@shared/contract/power/item'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import { TODO_WORDS } from '../caseWords'
import { PowerCases, type PowerCaseRow } from '../models/powerCases'
import { orgTarget, type OrgRow } from '@server/people/orgs'
import { causeOfCase, obligingItems, openObligation } from '@server/disclosure/obligations'
import { can, createNotice, newNoticeIssues, standingNotice } from '@server/disclosure/notices'
import type { CatalogueItemRow } from '@server/catalogues/catalogue'
import { itemsInForceOf, matterKeys } from '@server/catalogues/villageCatalogue'
import { activeHolidays } from '@server/disclosure/holidays'

const CHARS = 200

const endsWith = (path: readonly string[], tail: readonly string[]): boolean =>
  tail.every((part, at) => path[path.length - tail.length + at] === part)

/**
 * Finds the village's item of a disclosure requirement: same area and name first, then the same name in another area.
 */
function itemFor(
  items: readonly CatalogueItemRow[],
  { area, path }: PowerDisclosure,
): CatalogueItemRow | null {
  const named = items.filter(item => endsWith(item.path, path))
  return named.find(item => item.area === area) ?? named[0] ?? null
}

type FindItem = (disclosure: PowerDisclosure) => CatalogueItemRow | null

/**
 * Returns how to find the village's item of a disclosure: by its name, else by the street's item of that name, where the
 * street has linked the two as the same.
 */
async function itemFinder(tx: Tx, org: OrgRow, items: readonly CatalogueItemRow[]): Promise<FindItem> {
  const keysOf = await matterKeys(tx, org._id)
  const standard = org.parentCode === null ? [] : await itemsInForceOf(tx, org.parentCode)
  return disclosure => {
    const own = itemFor(items, disclosure)
    const named = own ? null : itemFor(standard, disclosure)
    const keys = named ? keysOf(named.key) : []
    return own ?? items.find(({ key }) => keys.includes(key)) ?? null
  }
}

const nameOfStep = ({ item }: CaseState, id: string): string => stepOf(item, id)?.name ?? id

function newObligation(
  { _id, state }: PowerCaseRow,
  { visit, step, disclosure, from, dueOn, assumedYears }: CaseObligation,
  reason: string | null,
): NewObligation & { reason: string | null } {
  const { source, localSetting } = disclosure.within
  return {
    causeKind: 'event',
    causeKey: causeOfCase(_id, visit),
    causeLabel: `${dateLabel(from)} “${state.item.name}”办完“${nameOfStep(state, step)}”`,
    period: null,
    eventOn: from,
    eventKind: null,
    looseFrom: null,
    dueOn,
    words: `${limitWords(disclosure.within)}内，从办完这个环节的第二天算起`,
    skipped: [],
    basis: { text: source ?? '本地设定，不是法律规定', setting: localSetting },
    unresolved: dueOn === null,
    reason,
    ...(assumedYears && { assumedYears }),
  }
}

/** Returns the subject of a case; a service case is called by its item, which names nobody. */
const subjectOf = ({ state, title }: PowerCaseRow): string =>
  state.item.nature === 'service' ? state.item.name : title

/** Returns the facts of a step: subject, result, amount. */
function factsOf(row: PowerCaseRow, { visit, step, from }: CaseObligation) {
  const { state, amountFen } = row
  const finished = state.visits[visit]?.finished
  const votes = finished?.ballots
  const facts: [string, string][] = [
    ['事项', state.item.name],
    ['事由', state.item.nature === 'service' ? '' : subjectOf(row)],
    ['环节', nameOfStep(state, step)],
    ['办完日期', dateLabel(from)],
    ['结果', finished?.result ?? ''],
    [
      '表决情况',
      votes
        ? `应到${votes.eligible}人，实到${votes.present}人，同意${votes.agree}票，反对${votes.against}票，弃权${votes.abstain}票`
        : '',
    ],
    ['金额', state.item.nature === 'service' || amountFen === null ? '' : yuanText(amountFen)],
  ]
  return facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))
}

/** Returns the files of a step that its disclosure publishes 公开凭证; the publisher still reviews them. */
function attachedTo(
  { state }: PowerCaseRow,
  { visit, disclosure: { evidence } }: CaseObligation,
): ContentBlock[] {
  const kept = state.visits[visit]?.finished?.files ?? []
  const files = kept
    .filter(({ paper }) => evidence.includes(paper))
    .map(({ name, mime, bytes, sha256 }) => ({ name, mime, bytes, sha256 }))
  const once = [...new Map(files.map(file => [file.sha256, file])).values()]
  return once.length > 0 ? [{ type: 'attachments', label: '附件', files: once }] : []
}

/** Returns what was done and what came of it in one sentence, which becomes the summary of the notice. */
function leadOf(row: PowerCaseRow, { visit, step, from }: CaseObligation): ContentBlock {
  const result = row.state.visits[visit]?.finished?.result
  const done = `${dateLabel(from)}，${subjectOf(row)}办完“${nameOfStep(row.state, step)}”`
  return { type: 'text', label: '说明', text: result ? `${done}，结果：${result}。` : `${done}。` }
}

/** Prefills the draft 预填的草稿 from the case; the elements that the catalogue asks for stay empty. */
function contentOf(row: PowerCaseRow, item: CatalogueItemRow, obligation: CaseObligation): NoticeContent {
  const facts = factsOf(row, obligation)
  const known = new Set(facts.map(({ label }) => label))
  const elements = [...new Set(item.elements.map(element => element.slice(0, CHARS)))]
  const asked = elements.filter(label => !known.has(label)).map(label => ({ label, value: '' }))
  const block: ContentBlock = {
    type: 'facts',
    label: '公开内容',
    entries: [...facts, ...asked].slice(0, 100),
  }
  const name = `${subjectOf(row)}：${nameOfStep(row.state, obligation.step)}`
  return {
    title: name.slice(0, CHARS),
    period: obligation.from,
    blocks: [leadOf(row, obligation), block, ...attachedTo(row, obligation)],
  }
}

type Drafted = PowerCaseRow['drafts'][number]

/** The notice drafted for a disclosure; else why none was. */
type Outcome = Pick<Drafted, 'noticeId' | 'why'>

const undrafted = (...why: string[]): Outcome => ({ noticeId: null, why })

/** Drafts the notice of a disclosure. An obstacle is returned and never fails the step. */
async function draftNotice(
  tx: Tx,
  by: Authorised,
  org: OrgRow,
  item: CatalogueItemRow,
  content: NoticeContent,
): Promise<Outcome> {
  const place = { orgCode: org._id, itemKey: item.key, period: content.period, regards: null }
  if (!can(by.actor, 'notice.create', orgTarget(org))) return undrafted(TODO_WORDS.notWriter)
  if (await standingNotice(tx, place)) return undrafted(TODO_WORDS.told(nameOf(item)))
  const input = { orgCode: org._id, itemId: item._id, regards: null, content }
  const issues = await newNoticeIssues(tx, { org, item, input })
  if (issues.length > 0) return undrafted(TODO_WORDS.unready, ...issues.map(({ message }) => message))
  return { noticeId: await createNotice(tx, including(by, 'notice.create'), { org, item, input }) }
}

interface Disclosing {
  org: OrgRow
  row: PowerCaseRow
  find: FindItem
  draft: (item: CatalogueItemRow, content: NoticeContent) => Promise<Outcome>
}

/**
 * Opens the obligation 公开义务 of one finished step. A disclosure whose item is missing from the village's catalogue
 * opens none: it stays on the case as something to do.
 */
async function disclose(
  tx: Tx,
  { org, row, find, draft }: Disclosing,
  one: CaseObligation,
): Promise<Drafted> {
  const { visit, disclosure } = one
  const item = find(disclosure)
  if (!item) return { visit, noticeId: null, linked: false }
  const outcome = await draft(item, contentOf(row, item, one))
  await openObligation(tx, org, item, newObligation(row, one, outcome.why?.join('') ?? null))
  return { visit, linked: true, itemKey: item.key, ...outcome }
}

/** Discloses the steps that have no obligation yet; an item that was missing may be there now. */
async function discloseOpen(
  tx: Tx,
  disclosing: Disclosing,
  obligations: readonly CaseObligation[],
): Promise<Pick<PowerCaseRow, 'drafts' | 'noticeIds'>> {
  const drafts = [...disclosing.row.drafts]
  for (const one of obligations) {
    const at = drafts.findIndex(({ visit }) => visit === one.visit)
    if (drafts[at]?.linked) continue
    drafts.splice(at < 0 ? drafts.length : at, 1, await disclose(tx, disclosing, one))
  }
  drafts.sort((a, b) => a.visit - b.visit)
  return { drafts, noticeIds: drafts.flatMap(({ noticeId }) => noticeId ?? []) }
}

/** Opens the obligations of the steps finished since the last call, with a draft notice for each. */
export async function openCaseObligations(
  tx: Tx,
  by: Authorised,
  org: OrgRow,
  row: PowerCaseRow,
): Promise<Pick<PowerCaseRow, 'drafts' | 'noticeIds'>> {
  const linked = new Set(row.drafts.filter(draft => draft.linked).map(({ visit }) => visit))
  const obligations = obligationsOf(row.state, await activeHolidays(tx))
  if (obligations.every(({ visit }) => linked.has(visit))) {
    const { drafts, noticeIds } = row
    return { drafts, noticeIds }
  }
  const items = (await obligingItems(tx, org)).map(({ item }) => item)
  const draft: Disclosing['draft'] = (item, content) => draftNotice(tx, by, org, item, content)
  const find = await itemFinder(tx, org, items)
  return discloseOpen(tx, { org, row, find, draft }, obligations)
}

/** Opens the obligations of finished steps whose item has come into the village's catalogue since. */
export async function openWaitingDisclosures(
  tx: Tx,
  { org, items }: { org: OrgRow; items: readonly CatalogueItemRow[] },
): Promise<void> {
  const waiting = await tx
    .of(PowerCases)
    .find({ orgCode: org._id, 'drafts.linked': false })
    .lean<PowerCaseRow[]>()
    .exec()
  if (waiting.length === 0) return
  const draft: Disclosing['draft'] = () => Promise.resolve(undrafted(TODO_WORDS.addedLater))
  const find = await itemFinder(tx, org, items)
  for (const row of waiting) {
    const unlinked = new Set(row.drafts.filter(({ linked }) => !linked).map(({ visit }) => visit))
    const obligations = obligationsOf(row.state, await activeHolidays(tx))
    const found = obligations.filter(({ visit, disclosure }) => unlinked.has(visit) && find(disclosure))
    if (found.length === 0) continue
    const next = await discloseOpen(tx, { org, row, find, draft }, found)
    await tx.of(PowerCases).updateOne({ _id: row._id, version: row.version }, { $set: next })
  }
}
