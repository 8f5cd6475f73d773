import { type Evidence, EVIDENCE, REPLY_KINDS, type ReplyKind, type ReplyKindCode } from '../replyKinds'
import { articlesFit, citedArticles } from './articles'
import type { CaseItem } from './case'
import type { CheckFault } from './faults'
import { searchFaults } from './search'
import { filled, type ItemInCase, itemTeller } from './tell'

/** Shortest reason in this case, in characters; a local setting, no law sets it. */
const LEAST_REASON = 10

function articleFaults(one: ItemInCase, kind: ReplyKind): CheckFault[] {
  const tell = itemTeller(one)
  const cited = (one.item.articles ?? []).flatMap(citedArticles)
  if (cited.length === 0) return kind.articles.length > 0 ? [tell('article-missing', 'articles')] : []
  return articlesFit(cited, kind.articles) ? [] : [tell('article-misfit', 'articles', kind.name)]
}

function reasonFaults(one: ItemInCase, kind: ReplyKind): CheckFault[] {
  const reasons = (one.item.reasons ?? '').replace(/\s/g, '')
  return kind.reasons && [...reasons].length < LEAST_REASON
    ? [itemTeller(one)('reasons-missing', 'reasons')]
    : []
}

const missing = (one: ItemInCase, evidence: Evidence, field = `evidence.${evidence}`): CheckFault[] => [
  itemTeller(one)('evidence-missing', field, EVIDENCE[evidence]),
]

type EvidenceCheck = (one: ItemInCase) => CheckFault[]

const addressFaults: EvidenceCheck = one => {
  const { address } = one.item
  if (filled(address?.issue)) return []
  if (!filled(address?.url)) return missing(one, 'address', 'address')
  const opened = address?.openedOn ?? ''
  const date = one.file.reply?.date ?? ''
  return opened === '' || opened < date ? [itemTeller(one)('address-unopened', 'address.openedOn')] : []
}

const paperFaults: EvidenceCheck = one => {
  const { given, manner } = one.item
  return (given ?? []).length > 0 || filled(manner) ? [] : missing(one, 'papers', 'given')
}

const withheldFaults: EvidenceCheck = one => {
  const passages = one.item.withheld ?? []
  if (passages.length === 0) return missing(one, 'withheld', 'withheld')
  return passages.flatMap(({ passage, kind, reason }, at) => {
    const whole = filled(passage) && kind && REPLY_KINDS[kind].reasons && filled(reason)
    return whole ? [] : [itemTeller(one)('withheld-unreasoned', `withheld.${at}`)]
  })
}

const rightBodyFaults: EvidenceCheck = one => {
  const { rightBody } = one.item
  if (rightBody?.undetermined === true) return []
  if (!filled(rightBody?.name)) return missing(one, 'rightBody', 'rightBody')
  return filled(rightBody?.contact) ? [] : [itemTeller(one)('right-body-incomplete', 'rightBody.contact')]
}

const earlierFaults: EvidenceCheck = one => {
  const { earlier } = one.item
  if (!filled(earlier?.number)) return missing(one, 'earlier', 'earlier')
  const founded = earlier?.sameApplicant === true && filled(earlier.answeredOn)
  return founded ? [] : [itemTeller(one)('repeat-unfounded', 'earlier')]
}

/** Evidence with a form of its own; all other evidence is a text in `evidence`. */
const OWN_CHECKS: Partial<Record<Evidence, EvidenceCheck>> = {
  address: addressFaults,
  papers: paperFaults,
  withheld: withheldFaults,
  rightBody: rightBodyFaults,
  earlier: earlierFaults,
  search: searchFaults,
  opinion: () => [],
}

const evidenceFaults = (one: ItemInCase, kind: ReplyKind): CheckFault[] =>
  kind.evidence.flatMap(evidence => {
    const own = OWN_CHECKS[evidence]
    if (own) return own(one)
    return filled(one.item.evidence?.[evidence]) ? [] : missing(one, evidence)
  })

const withholdsFor = ({ kind, withheld }: CaseItem, wanted: ReplyKindCode): boolean =>
  kind === wanted || (withheld ?? []).some(passage => passage.kind === wanted)

/** Words that take silence for an answer; right for joint makers only. */
const SILENCE_AS_ANSWER = /视为(?:其)?(?:不)?同意/

/** Third parties 第三方: asked in writing, weighed, and their silence decided by the body itself. */
function thirdPartyFaults(one: ItemInCase): CheckFault[] {
  const { item } = one
  if (!withholdsFor(item, 'refused-third-party')) return []
  const tell = itemTeller(one)
  const asked = (item.opinions ?? []).filter(({ kind }) => kind === 'third-party' || !kind)
  if (asked.length === 0 || asked.some(({ answer }) => !answer)) {
    return [tell('third-party-unasked', 'opinions')]
  }
  const faults = asked.some(({ weighing }) => filled(weighing)) ? [] : [tell('weighing-missing', 'opinions')]
  const words = [item.reasons ?? '', ...asked.map(({ weighing }) => weighing ?? '')].join('\n')
  const silent = asked.some(({ answer }) => answer === 'silent')
  return silent && SILENCE_AS_ANSWER.test(words) ? [...faults, tell('silence-misread', 'reasons')] : faults
}

function householdFaults(one: ItemInCase): CheckFault[] {
  const { item, file } = one
  const towards = file.applicant?.inArea === true && item.household === true
  return towards && withholdsFor(item, 'refused-third-party')
    ? [itemTeller(one)('household-compensation', 'kind')]
    : []
}

/** Returns every fault of one item: outcome, article, reasons, what must be on file. */
export function itemFaults(one: ItemInCase): CheckFault[] {
  if (!one.item.kind) return [itemTeller(one)('outcome-missing', 'kind')]
  const kind: ReplyKind = REPLY_KINDS[one.item.kind]
  return [
    ...articleFaults(one, kind),
    ...reasonFaults(one, kind),
    ...evidenceFaults(one, kind),
    ...thirdPartyFaults(one),
    ...householdFaults(one),
  ]
}
