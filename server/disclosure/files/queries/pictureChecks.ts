import type { Issue } from '@shared/contract/common'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { PictureState } from '@shared/contract/disclosure/files'
import { filesOfContent } from '@shared/content/contentFiles'
import { REQUIREMENT_TEXTS } from '@shared/texts/requirements'
import type { Db } from '@server/platform/store/db'
import type { Verdict } from '@server/platform/wechat/textVerdict'
import { PictureChecks, PictureVerdicts, type PictureCheckRow } from '../models/pictureChecks'

/** WeChat brings a verdict within this time, ms. */
const PATIENCE_MS = 30 * 60_000

/** Check of a picture, and what WeChat has said; null: nothing yet. */
export interface PictureCheck {
  check: PictureCheckRow
  said: Verdict | null
}

/** The check of a picture that a notice names. */
export interface NoticePicture extends PictureCheck {
  name: string
  /** Place of the file in the content, and its number there from 0. */
  path: string
  at: number
}

async function judged(db: Db, check: PictureCheckRow | null): Promise<PictureCheck | null> {
  if (!check) return null
  const { traceId } = check
  const row = traceId === null ? null : await db.of(PictureVerdicts).findById(traceId).lean().exec()
  return { check, said: row?.verdict ?? null }
}

/** Returns the check of an organisation's picture; null: none was asked for. */
export const checkOf = async (db: Db, sha256: string, orgCode: string): Promise<PictureCheck | null> =>
  judged(db, await db.of(PictureChecks).findOne({ sha256, orgCode }).lean<PictureCheckRow>().exec())

/** Returns the check whose picture WeChat fetches at this address. */
export const checkAt = async (db: Db, pass: string): Promise<PictureCheck | null> =>
  judged(db, await db.of(PictureChecks).findOne({ pass }).lean<PictureCheckRow>().exec())

const STATES = { pass: 'passed', risky: 'risky', review: 'unclear' } as const

/** Returns how far a check is; without an answer in time it is `unclear`. */
export function stateOf(
  { check: { released, refused, storedAt }, said }: PictureCheck,
  now: Date,
): PictureState {
  if (released) return 'released'
  if (refused !== null) return 'unclear'
  if (said) return STATES[said]
  return now.getTime() - storedAt.getTime() > PATIENCE_MS ? 'unclear' : 'waiting'
}

/** Returns the checks of the pictures that a notice names, each picture once. */
export async function checkedPictures(
  db: Db,
  orgCode: string,
  content: NoticeContent,
): Promise<NoticePicture[]> {
  const found = new Map<string, NoticePicture>()
  for (const { file, path, at } of filesOfContent(content)) {
    if (found.has(file.sha256)) continue
    const check = await checkOf(db, file.sha256, orgCode)
    if (check) found.set(file.sha256, { ...check, name: file.name, path, at })
  }
  return [...found.values()]
}

/** Returns an issue for each picture that may not be published yet. */
export const pictureIssues = (pictures: readonly NoticePicture[], now: Date): Issue[] =>
  pictures.flatMap((picture): Issue[] => {
    const { name, path, at } = picture
    const state = stateOf(picture, now)
    if (state === 'passed' || state === 'released') return []
    const code = `picture-${state}` as const
    return [{ code, field: `content.${path}`, row: at + 1, message: REQUIREMENT_TEXTS[code](name) }]
  })
