import Taro from '@tarojs/taro'
import type { HttpAnswer, HttpRequest } from '@shared/client'
import { isPicture } from '@shared/facts/disclosure/attachments'

/** A file that a person has picked; `source` is its path on the phone. `files.h5.ts` is the browser's side. */
export interface PickedFile {
  name: string
  source: string
}

const OFFICE = /\.(?:xlsx|docx|pdf)$/i

const nameOf = (path: string): string => path.split('/').slice(-1)[0] ?? 'photo.jpg'

/** A file out of a chat; null when the person has changed their mind. */
export async function pickFile(): Promise<PickedFile | null> {
  const picked = await Taro.chooseMessageFile({ count: 1, type: 'all' }).catch(() => null)
  const [file] = picked?.tempFiles ?? []
  return file ? { name: file.name, source: file.path } : null
}

export const pickAny = pickFile

/** A photo, taken now or out of the album. */
export async function pickPhoto(): Promise<PickedFile | null> {
  const picked = await Taro.chooseImage({ count: 1, sizeType: ['compressed'] }).catch(() => null)
  const [path] = picked?.tempFilePaths ?? []
  return path ? { name: nameOf(path), source: path } : null
}

const WORDS = /\.(?:html|txt)$/i
/** What WeChat cannot open: its address is copied, for a computer. */
const FOR_COMPUTERS = /\.zip$/i

/** Puts the words of a file where the person can paste them; WeChat says by itself that it did. */
async function copyWords(filePath: string): Promise<void> {
  const data = Taro.getFileSystemManager().readFileSync(filePath, 'utf8') as string
  await Taro.setClipboardData({ data })
}

/** Shows what has been downloaded; words are copied. */
async function show(filePath: string, name: string): Promise<void> {
  if (isPicture(name)) return void (await Taro.previewImage({ urls: [filePath] }))
  if (WORDS.test(name)) return copyWords(filePath)
  const fileType = OFFICE.exec(name)?.[0].slice(1).toLowerCase() as 'pdf' | undefined
  await Taro.openDocument({ filePath, fileType, showMenu: true })
}

/** Downloads a file and shows it. @returns false when that did not work */
export async function openFile(url: string, name: string): Promise<boolean> {
  try {
    if (FOR_COMPUTERS.test(name)) {
      await Taro.setClipboardData({ data: url })
      return true
    }
    const { statusCode, tempFilePath } = await Taro.downloadFile({ url })
    if (statusCode !== 200) return false
    await show(tempFilePath, name)
    return true
  } catch {
    return false
  }
}

/** Sends a request whose answer is a file and shows that file; rejects only when no answer came. */
export async function fetchFile({ url, headers }: HttpRequest, name: string): Promise<HttpAnswer> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url, header: headers })
  if (statusCode < 400) await show(tempFilePath, name)
  return { status: statusCode, body: undefined }
}

/** Shows a workbook that came with an answer; from there it can be sent on. */
export async function saveFile(base64: string, name: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  Taro.getFileSystemManager().writeFileSync(filePath, base64, 'base64')
  await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true }).catch(() => undefined)
}
