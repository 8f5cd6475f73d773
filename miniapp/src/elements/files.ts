import Taro from '@tarojs/taro'
import type { HttpAnswer, HttpRequest } from '@shared/client'
import { isPicture } from '@shared/facts/disclosure/attachments'
import { tellRefusal } from './refusal'

/** A picked file; `source` is its path on the phone. Browser version: `files.h5.ts`. */
export interface PickedFile {
  name: string
  source: string
}

/** Address under which a picked picture can be shown, and what frees it. */
export const shownSource = ({ source }: PickedFile) => ({ src: source, release: () => undefined })

const OFFICE = /\.(?:xlsx|docx|pdf)$/i

const nameOf = (path: string): string => path.split('/').slice(-1)[0] ?? 'photo.jpg'

/** Picks a file from a chat; null if cancelled, or refused by WeChat, which is explained. */
export async function pickFile(): Promise<PickedFile | null> {
  const asked = Taro.chooseMessageFile({ count: 1, type: 'all' })
  const picked = await asked.catch((error: unknown) => tellRefusal(error, '聊天文件'))
  const [file] = picked?.tempFiles ?? []
  return file ? { name: file.name, source: file.path } : null
}

export const pickAny = pickFile

/** Picks a photo, from camera or album; null as above. */
export async function pickPhoto(): Promise<PickedFile | null> {
  const asked = Taro.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] })
  const picked = await asked.catch((error: unknown) => tellRefusal(error, '照片'))
  const [photo] = picked?.tempFiles ?? []
  return photo ? { name: nameOf(photo.tempFilePath), source: photo.tempFilePath } : null
}

const WORDS = /\.(?:html|txt|json)$/i
/** Files that WeChat cannot open: their address is copied, for use on a computer. */
const FOR_COMPUTERS = /\.zip$/i

const copy = (data: string): Promise<unknown> =>
  Taro.setClipboardData({ data }).catch((error: unknown) => tellRefusal(error, '剪贴板'))

/** Copies the text of a file to the clipboard; WeChat shows a confirmation itself. */
async function copyWords(filePath: string): Promise<void> {
  const data = Taro.getFileSystemManager().readFileSync(filePath, 'utf8') as string
  await copy(data)
}

/** Opens a downloaded file; text files are copied. */
async function show(filePath: string, name: string): Promise<void> {
  if (isPicture(name)) return void (await Taro.previewImage({ urls: [filePath] }))
  if (WORDS.test(name)) return copyWords(filePath)
  const fileType = OFFICE.exec(name)?.[0].slice(1).toLowerCase() as 'pdf' | undefined
  await Taro.openDocument({ filePath, fileType, showMenu: true })
}

/** Downloads a file and opens it. @returns false on failure */
export async function openFile(url: string, name: string): Promise<boolean> {
  try {
    if (FOR_COMPUTERS.test(name)) {
      await copy(url)
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

/** Sends a request for a file and opens it; rejects only if there is no answer. */
export async function fetchFile({ url, headers }: HttpRequest, name: string): Promise<HttpAnswer> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url, header: headers })
  if (statusCode < 400) await show(tempFilePath, name)
  return { status: statusCode, body: undefined }
}

/** Opens a workbook that was part of an answer; it can be forwarded from there. */
export async function saveFile(base64: string, name: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  Taro.getFileSystemManager().writeFileSync(filePath, base64, 'base64')
  await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true }).catch(() => undefined)
}
