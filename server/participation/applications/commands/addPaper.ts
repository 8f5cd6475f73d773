import { scanText } from '@server/domain/privacy'
import { redact, REPLY_KIND_CODES, type ReplyKindCode } from '@server/domain/application'
import { type Authorised, including } from '@server/platform/access/caller'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import { newId } from '@server/platform/store/collection'
import type { Tx } from '@server/platform/store/db'
import { fileName } from '@server/platform/download'
import type { Printer } from '@server/platform/worker/printer'
import { fileOf, storeFile } from '@server/disclosure/files'
import { chinaDate } from '@shared/common/period'
import type { Issue } from '@shared/contract/common'
import type { AddApplicationPaper } from '@shared/contract/participation/applicationPapers'
import type { ApplicationContext } from '../caseFile'
import { type ApplicationPaperRow, ApplicationPapers } from '../models/applicationPapers'
import { presentRedactedCopy } from '../presenters/redactedCopy'
import { requireSealed } from '../queries/applications'
import { type ApplicationKeys, sealWords } from '../vault'
import { coverOf, recordStep } from './recordStep'

/** Papers of one application at most, so that a reply can be read and a bundle made. */
const MOST = 100
const PDF = 'application/pdf'

interface Passage {
  words: string
  paragraph?: number | undefined
  kind: ReplyKindCode
  reason: string
}

/** What is stored of a paper before it is known in which row. */
export interface PreparedPaper {
  /** Null: an uploaded file, given as it is. */
  pdf: Buffer | null
  text: string
  passages: { place: string; kind: ReplyKindCode; reason: string; words: string }[]
}

const one = (code: string, field: string, message: string): Issue => ({ code, field, message })

const isKind = (kind: string): kind is ReplyKindCode => REPLY_KIND_CODES.some(code => code === kind)

/** @throws AppError 422 with every passage whose basis is unknown */
function passagesOf({ withheld }: AddApplicationPaper): Passage[] {
  const faults = withheld.flatMap(({ kind }, at) =>
    isKind(kind)
      ? []
      : [one('passage-kind', `withheld.${at}.kind`, `第 ${at + 1} 处：没有这种不公开的理由。`)],
  )
  if (faults.length > 0) throw requirementsUnmet(faults)
  return withheld.map(passage => ({ ...passage, kind: passage.kind as ReplyKindCode }))
}

/** What the gate of publications finds in the text that is left, paragraph by paragraph. */
const personalIn = (paragraphs: readonly string[], today: string): Issue[] =>
  paragraphs.flatMap((text, at) =>
    scanText(text, { today })
      .filter(({ severity }) => severity === 'block')
      .map(({ mask }) =>
        one('personal-data', `text.${at}`, `第 ${at + 1} 段里还有个人信息（${mask}），请遮盖。`),
      ),
  )

/**
 * Makes the redacted copy 遮盖件 from a text, before the transaction: printing is slow. An uploaded file passed the privacy gate when it
 * was uploaded.
 * @throws AppError 422 with every passage that cannot be covered, and every paragraph that names people still
 */
export async function preparePaper(
  printer: Printer,
  input: AddApplicationPaper,
  today: string,
): Promise<PreparedPaper> {
  const passages = passagesOf(input)
  const { text, sha256 } = input
  if ((text === undefined) === (sha256 === undefined)) {
    throw requirementsUnmet([one('paper-source', 'text', '请选上传的文件，或者写要遮盖的文字，只能选一样。')])
  }
  if (text === undefined) {
    return { pdf: null, text: '', passages: passages.map((passage, at) => ({ ...passage, place: `第 ${at + 1} 处` })) } // prettier-ignore
  }
  const copy = redact(text, passages)
  if (!copy.ok) throw requirementsUnmet(copy.faults)
  const personal = personalIn(copy.value.paragraphs, today)
  if (personal.length > 0) throw requirementsUnmet(personal)
  const { pdf } = await printer(presentRedactedCopy(copy.value))
  return { pdf, text: copy.value.paragraphs.join('\n'), passages: copy.value.passages }
}

/** @throws AppError 422 for an unknown item, too many papers, or a name that says who applies */
function refuseUnfit(
  { application, papers }: ApplicationContext,
  { itemId, name }: AddApplicationPaper,
  cover: (text: string) => string,
): void {
  const faults = [
    ...(application.items.some(({ id }) => id === itemId)
      ? []
      : [one('item-unknown', 'itemId', '没有这一项申请内容。')]),
    ...(papers.length < MOST ? [] : [one('papers-too-many', 'name', `一件申请最多放 ${MOST} 份材料。`)]),
    ...(cover(name) === name
      ? []
      : [one('applicant-in-file-name', 'name', '文件名里有申请人的信息，请换一个名字。')]),
    ...(papers.some(paper => paper.name.replace(/\.\w+$/, '') === name)
      ? [one('paper-name-twice', 'name', '已经有同名的材料，请换一个名字。')]
      : []),
  ]
  if (faults.length > 0) throw requirementsUnmet(faults)
}

type Stored = Pick<ApplicationPaperRow, 'name' | 'sha256' | 'mime' | 'bytes'>

interface Kept {
  input: AddApplicationPaper
  prepared: PreparedPaper
  quotaMegabytes: number
}

/** @throws AppError 422 for a file that the body never uploaded */
async function stored(
  tx: Tx,
  by: Authorised,
  orgCode: string,
  { input, prepared, quotaMegabytes }: Kept,
): Promise<Stored> {
  const { pdf } = prepared
  if (pdf === null) {
    const file = await fileOf(tx, input.sha256 ?? '', orgCode)
    if (!file) throw requirementsUnmet([one('file-not-uploaded', 'sha256', '这个文件没有上传过。')])
    const ending = file.name.split('.').at(-1) ?? 'pdf'
    return { name: fileName(input.name, ending), sha256: file.sha256, mime: file.mime, bytes: file.bytes }
  }
  const name = fileName(input.name, 'pdf')
  const file = { name, kind: 'pdf', mime: PDF, bytes: pdf, findings: [], pictures: [], reason: null } as const
  const { sha256 } = await storeFile(tx, including(by, 'file.store'), {
    orgCode,
    prepared: { ...file, findings: [], pictures: [] },
    quotaMegabytes,
    isChecked: false,
  })
  return { name, sha256, mime: PDF, bytes: pdf.length }
}

/**
 * Adds a paper 材料 to an asked item; the words that it withholds are sealed under the key of the case. The lawyer's opinion no longer
 * holds, as after every change.
 * @throws AppError 409; 410 when the identity was erased; 422
 */
export async function addPaper(
  tx: Tx,
  by: Authorised<'application.handle'>,
  work: ApplicationContext,
  { keys, ...kept }: Kept & { keys: ApplicationKeys },
): Promise<void> {
  const { input, prepared } = kept
  const { _id, state, orgCode } = work.application
  if (input.version !== work.application.version) throw conflict('application-changed')
  if (state !== 'handling' && state !== 'drafting') throw conflict('application-wrong-state')
  const cover = await coverOf(tx, keys, _id, chinaDate(tx.now))
  refuseUnfit(work, input, cover)
  const vault = await requireSealed(tx, _id)
  const row: ApplicationPaperRow = {
    _id: newId('apa'),
    applicationId: _id,
    itemId: input.itemId,
    ...(await stored(tx, by, orgCode, kept)),
    redacted: prepared.passages.length > 0,
    text: prepared.text,
    withheld: prepared.passages.map(({ words, ...listed }) => ({
      place: listed.place,
      kind: listed.kind,
      reason: cover(listed.reason),
      sealed: sealWords(keys, vault, words),
    })),
    addedBy: by.actor.id,
    addedAt: tx.now,
  }
  await tx.of(ApplicationPapers).create([row])
  const effect = { note: `第 ${input.itemId} 项：${row.name}` }
  await recordStep(tx, by, work, { step: 'add-paper', label: '放入材料', state, effect, cover })
}
