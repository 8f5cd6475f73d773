import Taro from '@tarojs/taro'
import type { HttpAnswer, HttpRequest } from '@shared/client'
import { isPicture } from '@shared/facts/disclosure/attachments'
import { copyText } from './platform'
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

const wordsOf = (filePath: string): string =>
  Taro.getFileSystemManager().readFileSync(filePath, 'utf8') as string

/** Opens a file of this phone; text files are copied. A refusal by WeChat is explained. */
async function show(filePath: string, name: string): Promise<void> {
  if (WORDS.test(name)) return void (await copyText(wordsOf(filePath)))
  const fileType = OFFICE.exec(name)?.[0].slice(1).toLowerCase() as 'pdf' | undefined
  const opened = isPicture(name)
    ? Taro.previewImage({ urls: [filePath] })
    : Taro.openDocument({ filePath, fileType, showMenu: true })
  await opened.catch((error: unknown) => tellRefusal(error, isPicture(name) ? '图片' : '文件'))
}

/** Downloads a file and opens it. @returns false on failure */
export async function openFile(url: string, name: string): Promise<boolean> {
  try {
    if (FOR_COMPUTERS.test(name)) {
      await copyText(url)
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
  await show(filePath, name)
}
