import { SERVICE_GUIDE, type GuideQuestion } from '../facts/reading/serviceGuide'
import { sourcedLimit } from '../power/digest'
import type { PowerItem } from '../contract/power/item'
import type { ContentBlock } from '../contract/disclosure/notice'
import type { GuideRow, ServiceGuide } from '../contract/reading/serviceGuide'

/** A disclosure that is searched for answers. */
export interface GuideSource {
  noticeId: string
  title: string
  blocks: readonly ContentBlock[]
}

/**
 * Matches an office's telephone number: a landline with area code or a service line. Mobile numbers are
 * personal and do not match.
 */
const OFFICE_PHONE =
  /(?:^|\D)(?:0\d{2,3}[-－ ]?\d{4} ?\d{3,4}|(?:400|800)[- ]?\d{3}[- ]?\d{4}|1[02]\d{3}|9\d{4})(?!\d)/g

export const officePhones = (text: string): string[] =>
  (text.match(OFFICE_PHONE) ?? []).map(found => found.replace(/^\D/, ''))

const QUESTIONS = SERVICE_GUIDE.questions.map(question => ({ ...question, fits: new RegExp(question.answers) })) // prettier-ignore

const plain = (label: string): string =>
  label
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/\s/g, '')

const questionOf = (label: string): GuideQuestion['id'] | undefined =>
  QUESTIONS.find(({ fits }) => fits.test(plain(label)))?.id

/** Collects every answer of a disclosure: non-empty entries of its facts that match a question. */
function answersIn({ blocks }: GuideSource): Map<string, string> {
  const found = new Map<string, string>()
  for (const block of blocks) {
    if (block.type !== 'facts') continue
    for (const { label, value } of block.entries) {
      const id = questionOf(label)
      if (!id || value === '' || found.get(id)?.includes(value)) continue
      found.set(id, found.has(id) ? `${found.get(id)}；${value}` : value)
    }
  }
  const call = officePhones(found.get('call') ?? '')
  if (call.length > 0) found.set('call', call.join('、'))
  else found.delete('call')
  return found
}

/** Answers that a service of the power list gives; what it leaves out is answered by disclosures. */
function answersOfService({
  conditions,
  materials,
  steps,
  totalLimit,
  responsible,
}: PowerItem): Map<string, string> {
  const answers: [GuideQuestion['id'], string][] = [
    ['who', conditions.join('；')],
    ['bring', materials.join('、')],
    ['how', steps.map(({ name }) => name).join('→')],
    ['where', responsible.body],
    ['time', totalLimit ? `最长${sourcedLimit(totalLimit)}` : ''],
  ]
  return new Map(answers.filter(([, value]) => value !== ''))
}

function basisRow({ basis }: Pick<GuideSubject, 'basis'>): GuideRow {
  const value = basis.map(({ text }) => text).join('；')
  return {
    id: 'basis',
    label: '依据',
    value: value || SERVICE_GUIDE.unsaid,
    unsaid: value === '',
    from: null,
  }
}

/** True if people can apply for the subject of the item. */
export const hasGuide = ({ category }: { category: string }): boolean =>
  (SERVICE_GUIDE.categories as readonly string[]).includes(category)

/** True if the item is the service guide of another item in its area, e.g. 最低生活保障 › 办事指南. */
export const isGuideTo = (sister: { path: readonly string[] }, item: { path: readonly string[] }): boolean =>
  sister.path[0] === item.path[0] &&
  sister.path.slice(1).some(step => new RegExp(SERVICE_GUIDE.sisters).test(step))

/** The subject of a guide: a service of a power list, or a catalogue item that no service is about. */
export interface GuideSubject {
  basis: readonly { text: string }[]
  service?: PowerItem
  /** Organisation whose power list has the service. */
  orgCode?: string
}

/**
 * Builds the service guide 办事指南, each question answered by the service, else by the first source that answers it;
 * other questions stay unanswered. `offices`: contacts for those. The guide depends on nothing else, so that it is the
 * same from the catalogue and from the power list.
 */
export function guideOf(
  { basis, service, orgCode = '' }: GuideSubject,
  sources: readonly GuideSource[],
  offices: readonly { name: string; phone: string }[],
): ServiceGuide {
  const given = service ? answersOfService(service) : new Map<string, string>()
  const answers = sources.map(source => ({ source, found: answersIn(source) }))
  const rows = SERVICE_GUIDE.order.map((id): GuideRow => {
    const label = QUESTIONS.find(question => question.id === id)!.label
    const own = given.get(id)
    if (own !== undefined) return { id, label, value: own, unsaid: false, from: null }
    const said = answers.find(({ found }) => found.has(id))
    if (!said) return { id, label, value: SERVICE_GUIDE.unsaid, unsaid: true, from: null }
    const { noticeId, title } = said.source
    return { id, label, value: said.found.get(id)!, unsaid: false, from: { noticeId, title } }
  })
  return {
    rows: [...rows, basisRow({ basis })],
    ask: [...offices],
    service: service ? { orgCode, code: service.code, name: service.name } : null,
  }
}
