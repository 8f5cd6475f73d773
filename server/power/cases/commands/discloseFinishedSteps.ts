import { type Authorised, including } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { type CaseObligation, type CaseState, obligationsOf } from '@server/domain/power/case'
import { stepOf } from '@shared/power/graph'
import { limitWords } from '@shared/power/words'
import { yuanText } from '@shared/common/money'
import type { NewObligation } from '@server/domain/obligation'
import { dateLabel } from '@shared/common/period'
import type { PowerDisclosure } from '@shared/contract/power/item'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import type { PowerCaseRow } from '../models/powerCases'
import { orgTarget, type OrgRow } from '@server/people/orgs'
import { obligingItems, OF_CASE, openObligation } from '@server/disclosure/obligations'
import { createNotice, Notices, can } from '@server/disclosure/notices'
import type { CatalogueItemRow } from '@server/catalogues/catalogue'
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

const nameOfStep = ({ item }: CaseState, id: string): string => stepOf(item, id)?.name ?? id

function draftOf(
  { _id, state }: PowerCaseRow,
  { visit, step, disclosure, from, dueOn, assumedYears }: CaseObligation,
): NewObligation {
  const { source, localSetting } = disclosure.within
  return {
    causeKind: 'event',
    causeKey: `${OF_CASE}${_id}:${visit}`,
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
    ...(assumedYears && { assumedYears }),
  }
}

/** Returns the facts of a step: subject, result, amount. */
function factsOf(
  { state, title, amountFen }: PowerCaseRow,
  { visit, step, disclosure, from }: CaseObligation,
) {
  const finished = state.visits[visit]?.finished
  const votes = finished?.ballots
  const about = state.item.nature === 'service' ? '' : title
  const facts: [string, string][] = [
    ['公开内容', disclosure.what],
    ['事项', state.item.name],
    ['事由', about],
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
  const name = `${row.state.item.name}：${nameOfStep(row.state, obligation.step)}`
  return {
    title: name.slice(0, CHARS),
    period: obligation.from,
    blocks: [block, ...attachedTo(row, obligation)],
  }
}

/**
 * Creates the draft, unless the item already has a notice of that day or the person writes for another organisation.
 */
async function draftNotice(
  tx: Tx,
  by: Authorised,
  org: OrgRow,
  item: CatalogueItemRow,
  content: NoticeContent,
): Promise<string | null> {
  const place = { orgCode: org._id, itemKey: item.key, period: content.period, regards: null }
  if (!can(by.actor, 'notice.create', orgTarget(org))) return null
  const standing = await tx.of(Notices).findOne(place, { state: 1 }).lean().exec()
  if (standing && standing.state !== 'discarded') return null
  return createNotice(tx, including(by, 'notice.create'), {
    org,
    item,
    input: { orgCode: org._id, itemId: item._id, regards: null, content },
  })
}

/**
 * Opens the obligations 公开义务 of the steps finished since the last call, with a draft notice for each. A disclosure
 * whose item is missing from the village's catalogue stays on the case, marked as unlinked.
 */
export async function openCaseObligations(
  tx: Tx,
  by: Authorised,
  org: OrgRow,
  row: PowerCaseRow,
): Promise<Pick<PowerCaseRow, 'drafts' | 'noticeIds'>> {
  const known = new Set(row.drafts.map(({ visit }) => visit))
  const fresh = obligationsOf(row.state, await activeHolidays(tx)).filter(({ visit }) => !known.has(visit))
  const { drafts, noticeIds } = row
  if (fresh.length === 0) return { drafts, noticeIds }
  const items = (await obligingItems(tx, org)).map(({ item }) => item)
  const made: PowerCaseRow['drafts'] = []
  for (const obligation of fresh) {
    const item = itemFor(items, obligation.disclosure)
    if (!item) {
      made.push({ visit: obligation.visit, noticeId: null, linked: false })
      continue
    }
    await openObligation(tx, org, item, draftOf(row, obligation))
    const noticeId = await draftNotice(tx, by, org, item, contentOf(row, item, obligation))
    made.push({ visit: obligation.visit, noticeId, linked: true })
  }
  return {
    drafts: [...drafts, ...made],
    noticeIds: [...noticeIds, ...made.flatMap(({ noticeId }) => noticeId ?? [])],
  }
}
