import type { FileFinding } from '@shared/contract/disclosure/files'
import type { NameModel } from '@server/domain/privacy'
import type { Answers, Asks, OpenQuestions, ReadAttachment } from '@server/documents/attachment'
import type { PictureReader } from '@server/documents/privacy/context'
import { answerUntil, type Models } from '@server/platform/worker/models'
import { runInWorker } from '@server/platform/worker/pool'

/** Milliseconds for the pictures and texts of one file, waiting included; what is not read by then a person looks at. */
const FILE_MS = 40_000
/** Pictures are asked about first, then the names in what was read. */
const ROUNDS = 2

interface Ready {
  names: NameModel | null
  pictures: PictureReader | null
}

export const readyModels = async (models: Models): Promise<Ready> => ({
  names: await models.names(),
  pictures: models.pictures(),
})

export const asksOf = ({ names, pictures }: Ready): Asks => ({
  names: names !== null,
  pictures: pictures !== null,
})

/** Asks the models what is open. A text without an answer counts as one without names: the rules have seen it. */
async function answered(open: OpenQuestions, models: Ready, moment: number): Promise<Answers> {
  const { names, pictures } = models
  const spans = names && open.texts.length > 0 ? await answerUntil(moment, names(open.texts)) : null
  const read: [string, Answers['pictures'][number][1]][] = []
  // One after another: files that are checked at the same time take turns.
  for (const { sha256, bytes } of open.pictures) {
    const isLate = pictures === null || Date.now() >= moment
    read.push([sha256, isLate ? null : await answerUntil(moment, pictures(bytes))])
  }
  return { names: open.texts.map((text, at) => [text, spans?.[at] ?? []]), pictures: read }
}

const isOpen = ({ texts, pictures }: OpenQuestions): boolean => texts.length + pictures.length > 0
const saysMore = ({ names, pictures }: Answers): boolean =>
  pictures.length > 0 || names.some(([, spans]) => spans.length > 0)

/** Returns the findings in a file with what models see in it; where they cannot answer, those of the rules. */
export async function findingsByModels(
  { name, bytes, findings, open }: ReadAttachment,
  today: string,
  models: Ready,
): Promise<FileFinding[]> {
  const moment = Date.now() + FILE_MS
  let scanned = { findings, open }
  let known: Answers = { names: [], pictures: [] }
  for (let round = 0; round < ROUNDS && isOpen(scanned.open); round += 1) {
    const more = await answered(scanned.open, models, moment)
    if (!saysMore(more)) break
    known = { names: [...known.names, ...more.names], pictures: [...known.pictures, ...more.pictures] }
    scanned = await runInWorker('scanAttachment', { name, bytes, today }, asksOf(models), known)
  }
  return scanned.findings
}
