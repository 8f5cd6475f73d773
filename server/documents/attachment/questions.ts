import { createHash } from 'node:crypto'
import { NameQuestions, type NamesOfText, type PlacedFinding } from '@server/domain/privacy'
import { type PrivacyFile, scanFile } from '../privacy'
import type { ReadPicture } from '../privacy/context'
import { fileNote } from '../privacy/place'

/** Pictures of one file that are read; what is beyond it a person looks at. */
const MOST_PICTURES = 24

/** Models that can be asked. They run elsewhere: a scan says what it asks, and runs again with the answers. */
export interface Asks {
  names: boolean
  pictures: boolean
}

/** What models answered so far; a picture that could not be read is null. */
export interface Answers {
  names: readonly NamesOfText[]
  /** By the SHA-256 of the picture's bytes. */
  pictures: readonly (readonly [sha256: string, page: ReadPicture | null])[]
}

/** What a scan asked and nobody has answered. */
export interface OpenQuestions {
  texts: string[]
  pictures: { sha256: string; bytes: Buffer }[]
}

export interface AskedScan {
  found: PlacedFinding[]
  open: OpenQuestions
  /** The picture that was read last: where the file is one, it. */
  page: ReadPicture | null
}

/** Takes note of the pictures of a file, and answers those that were read before. */
class PictureQuestions {
  private readonly answers: Map<string, ReadPicture | null | undefined>
  /** Pictures that were asked about and are not known to be read. */
  private readonly unread = new Set<string>()
  readonly open: { sha256: string; bytes: Buffer }[] = []
  last: ReadPicture | null = null

  constructor(known: Answers['pictures']) {
    this.answers = new Map(known)
  }

  readonly read = (bytes: Buffer): Promise<ReadPicture | null> => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const page = this.answers.get(sha256)
    if (!page) this.unread.add(sha256)
    if (page === undefined && this.answers.size < MOST_PICTURES) {
      this.answers.set(sha256, undefined)
      if (!this.open.some(one => one.sha256 === sha256)) this.open.push({ sha256, bytes })
    }
    this.last = page ?? null
    return Promise.resolve(this.last)
  }

  /** Number of pictures that could not be read, once nothing is open. */
  unreadCount(): number {
    return this.open.length > 0 ? 0 : this.unread.size
  }
}

const OF_PICTURES = /图片|扫描件/
const LOOK = '可能有个人信息，请人看清楚再公开'

/** Says that a person must look at pictures that were not read, and why. */
function unreadNotes(found: readonly PlacedFinding[], eyes: PictureQuestions | null): PlacedFinding[] {
  if (!eyes) {
    const hasPictures = found.some(({ kind, text }) => kind === 'file-metadata' && OF_PICTURES.test(text))
    return hasPictures ? [fileNote(`里面的字没有由程序检查，${LOOK}`, { part: '图片' })] : []
  }
  const count = eyes.unreadCount()
  return count > 0 ? [fileNote(`有 ${count} 张里的字没有读出来，${LOOK}`, { part: '图片' })] : []
}

/** Scans a file with what models answered so far. @throws DocumentError as `scanFile` */
export async function scanAsking(
  file: PrivacyFile,
  asks: Asks,
  { names, pictures }: Answers = { names: [], pictures: [] },
): Promise<AskedScan> {
  const words = asks.names ? new NameQuestions(names) : undefined
  const eyes = asks.pictures ? new PictureQuestions(pictures) : null
  const found = await scanFile({ ...file, names: words, pictures: eyes?.read })
  return {
    found: [...found, ...unreadNotes(found, eyes)],
    open: { texts: words?.open() ?? [], pictures: eyes?.open ?? [] },
    page: eyes?.last ?? null,
  }
}
