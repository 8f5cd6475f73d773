import { FIELD_POLICY } from '@shared/facts/disclosure/fieldPolicy'
import { fieldName, rowOf } from '@shared/texts/errors'
import type { Issue } from '@shared/contract/common'
import type { ContentBlock, NoticeContent, Release } from '@shared/contract/disclosure/notice'
import type { ContentFinding } from '@shared/contract/disclosure/privacy'
import { fieldsOfContent } from './contentFields'
import { maskFindings } from './maskContent'
import { type ContentContext, type FieldFinding, findingsInContent } from './notice'
import { type KnownNames, type NameModel, NameQuestions } from './knownNames'
import { scanText } from './scanText'

const NEVER: readonly string[] = FIELD_POLICY.neverReleased
const RECIPIENT_NAME = /rows\.\d+\.name$/
const FROM_CONTENT = 'content.'
const NAME_CODE = 'privacy-person-name'

const pathOf = (field: string): (string | number)[] =>
  field.split('.').map(part => (/^\d+$/.test(part) ? Number(part) : part))

/**
 * Checks whether a reason can release a finding: not one that blocks, nor a recipient's name, a name in a counts-only
 * group or a phone line.
 */
const isReleasable = ({ severity, kind, field, mask, byModel }: FieldFinding): boolean =>
  severity === 'review' &&
  !NEVER.includes(kind) &&
  mask !== FIELD_POLICY.countsOnlyName &&
  !(kind === 'person-name' && RECIPIENT_NAME.test(field) && !byModel)

const labelOf = (block: ContentBlock | undefined): string =>
  !block || block.type === 'nothing' ? '本期无发生' : scanText(block.label).length > 0 ? '' : block.label

/** Describes the position in Chinese: `“发放明细”第 3 行“姓名或名称”`. */
function placeOf(content: NoticeContent, field: string): string {
  const path = pathOf(field)
  const block = path[0] === 'blocks' ? content.blocks[Number(path[1])] : undefined
  const label = block ? labelOf(block) : ''
  return `${label ? `“${label}”` : ''}${fieldName(path)}`
}

/** Masks all but the first character: enough to locate the words, not to read them. */
const covered = (words: string): string =>
  `${[...words][0] ?? ''}${'*'.repeat(Math.min(6, words.length - 1))}`

function presented(
  content: NoticeContent,
  texts: ReadonlyMap<string, string>,
  finding: FieldFinding,
): ContentFinding {
  const { code, field, severity, mask, span } = finding
  const path = pathOf(field)
  const row = rowOf(path)
  const isName = finding.kind === 'person-name' && RECIPIENT_NAME.test(field)
  const place = placeOf(content, field)
  const message = isName ? '姓名只写姓，后面用 * 代替' : finding.message
  return {
    code,
    field: `${FROM_CONTENT}${field}`,
    ...(row !== undefined && { row }),
    severity,
    place,
    quote: span ? covered((texts.get(field) ?? '').slice(span.start, span.end)) : mask,
    proposed: mask,
    releasable: isReleasable(finding),
    message: `${place}：${message}。`,
  }
}

interface Options extends ContentContext {
  /** Today in China, `YYYY-MM-DD`; ages are computed from it. */
  today: string
  /** The model of names could not answer: what it found before counts as found. */
  namesUnknown?: boolean
}

const keyOf = ({ field, code }: Pick<Release, 'field' | 'code'>): string => `${code} ${field}`

/** Checks that a reason has content and no personal data. */
const isSoundReason = (reason: string, { today }: Options): boolean =>
  reason.trim().length >= FIELD_POLICY.reasonLength && scanText(reason, { today }).length === 0

const released = (finding: FieldFinding, releases: readonly Release[], options: Options): boolean =>
  isReleasable(finding) &&
  releases.some(
    release =>
      keyOf(release) === keyOf({ ...finding, field: `${FROM_CONTENT}${finding.field}` }) &&
      isSoundReason(release.reason, options),
  )

const tell = (content: NoticeContent, findings: readonly FieldFinding[]): ContentFinding[] => {
  const texts = new Map(fieldsOfContent(content).map(({ path, text }) => [path, text]))
  return findings.map(finding => presented(content, texts, finding))
}

/**
 * Returns the open findings of a content 尚未处理的个人信息: every finding without a release. A release covers all
 * findings of its code in its field, only those with `releasable`, and only with a valid reason. Empty = passed.
 */
export function openFindings(
  content: NoticeContent,
  releases: readonly Release[],
  options: Options,
): ContentFinding[] {
  const found = findingsInContent(content, options).filter(finding => !released(finding, releases, options))
  return tell(content, found)
}

const RELEASE_FAULTS = {
  'release-unknown': '这一处没有需要说明的个人信息，不用说明',
  'release-refused': '这类信息不能公开，写了理由也不行，请遮盖或删去',
  'reason-too-short': `理由至少写 ${FIELD_POLICY.reasonLength} 个字`,
  'reason-personal': '理由里有个人信息，请换个说法',
} as const

function faultOf(
  release: Release,
  known: ReadonlyMap<string, FieldFinding[]>,
  { today, namesUnknown }: Options,
): keyof typeof RELEASE_FAULTS | null {
  const findings = known.get(keyOf(release)) ?? (namesUnknown && release.code === NAME_CODE ? [] : undefined)
  if (!findings) return 'release-unknown'
  if (!findings.every(isReleasable)) return 'release-refused'
  if (release.reason.trim().length < FIELD_POLICY.reasonLength) return 'reason-too-short'
  return scanText(release.reason, { today }).length > 0 ? 'reason-personal' : null
}

/**
 * Returns the faults of the releases 不算个人信息的说明 themselves, with their position in the request's `releases`.
 */
export function releaseIssues(
  content: NoticeContent,
  releases: readonly Release[],
  options: Options,
): Issue[] {
  const known = new Map<string, FieldFinding[]>()
  for (const finding of findingsInContent(content, options)) {
    const key = keyOf({ ...finding, field: `${FROM_CONTENT}${finding.field}` })
    known.set(key, [...(known.get(key) ?? []), finding])
  }
  return releases.flatMap((release, index) => {
    const code = faultOf(release, known, options)
    if (!code) return []
    return [{ code, field: `releases.${index}`, row: index + 1, message: `${RELEASE_FAULTS[code]}。` }]
  })
}

/** Masks every open finding as proposed 按规定遮好. */
export function maskOpenFindings(
  content: NoticeContent,
  releases: readonly Release[],
  options: Options,
): NoticeContent {
  return maskFindings(
    content,
    findingsInContent(content, options).filter(finding => !released(finding, releases, options)),
  )
}

/** What a model says of the names in a notice; `isUnknown`: it could not answer, the rules are alone. */
export interface ContentNames {
  names?: KnownNames
  isUnknown: boolean
}

/** Asks a model for the names in a content. */
export async function namesInContent(
  content: NoticeContent,
  { today }: Pick<Options, 'today'>,
  model: NameModel | null,
): Promise<ContentNames> {
  if (!model) return { isUnknown: false }
  const questions = new NameQuestions()
  findingsInContent(content, { today, names: questions })
  const found = await questions.answer(model)
  return { ...(found !== null && { names: questions }), isUnknown: found === null }
}
