import { flatMap } from '@shared/common/lists'
import type { HttpAnswer, HttpRequest } from '@shared/client'
import type { PickedFile as Picked } from './files'
import { ATTACHMENTS } from '@shared/facts/disclosure/attachments'

/** A picked file; browser version of files.ts. */
export interface PickedFile {
  name: string
  source: Blob
}

/** Address under which a picked picture can be shown, and what frees it. */
export function shownSource({ source }: PickedFile) {
  const src = URL.createObjectURL(source)
  return { src, release: () => URL.revokeObjectURL(src) }
}

const KINDS = flatMap(Object.values(ATTACHMENTS.kinds), ({ extensions }) => extensions.map(one => `.${one}`))

/** Asks the browser for one file; null if cancelled. */
function pick(accept: string): Promise<PickedFile | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  return new Promise(resolve => {
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      resolve(file ? { name: file.name, source: file } : null)
    })
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}

export const pickFile = (): Promise<PickedFile | null> => pick(KINDS.join(','))
/**
 * Offers every file: an unreadable one is refused with a message, whereas a filtered dialog would just be
 * empty.
 */
export const pickAny = (): Promise<PickedFile | null> => pick('')
/** Makes a file of a text. Its type is that of the phones' picked files, which callers of both builds know. */
export const textFile = (name: string, text: string): Picked => {
  const file: PickedFile = { name, source: new Blob([text], { type: 'text/csv' }) }
  return file as unknown as Picked
}
export const pickPhoto = (): Promise<PickedFile | null> => pick('image/jpeg,image/png,image/webp')

/** Downloads a file: the server sends it as an attachment, so the page does not change. */
export async function openFile(url: string, name: string): Promise<boolean> {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  return true
}

function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Downloads a file with the login's token, which a link cannot carry, and saves it. */
export async function fetchFile({ url, headers }: HttpRequest, name: string): Promise<HttpAnswer> {
  const answer = await fetch(url, { headers })
  if (answer.status >= 400) {
    return { status: answer.status, body: await answer.json().catch(() => undefined) }
  }
  saveBlob(await answer.blob(), name)
  return { status: answer.status, body: undefined }
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Saves a workbook that was part of an answer. */
export async function saveFile(base64: string, name: string): Promise<void> {
  const bytes = Uint8Array.from(atob(base64), char => char.charCodeAt(0))
  saveBlob(new Blob([bytes], { type: WORKBOOK }), name)
}
