import { flatMap } from '@shared/common/lists'
import type { HttpAnswer, HttpRequest } from '@shared/client'
import { ATTACHMENTS } from '@shared/facts/disclosure/attachments'

/** The browser's side of files.ts. */
export interface PickedFile {
  name: string
  source: Blob
}

const KINDS = flatMap(Object.values(ATTACHMENTS.kinds), ({ extensions }) => extensions.map(one => `.${one}`))

/** Asks the browser for one file; null when the person has changed their mind. */
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
/** Any file: what cannot be read is refused in words, which an empty choice is not. */
export const pickAny = (): Promise<PickedFile | null> => pick('')
export const pickPhoto = (): Promise<PickedFile | null> => pick('image/jpeg,image/png,image/webp')

/** The server sends it to be saved; the page stays where it is. */
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

/** Fetches with the login's token, which a link cannot carry, and has the browser save what came. */
export async function fetchFile({ url, headers }: HttpRequest, name: string): Promise<HttpAnswer> {
  const answer = await fetch(url, { headers })
  if (answer.status >= 400) {
    return { status: answer.status, body: await answer.json().catch(() => undefined) }
  }
  saveBlob(await answer.blob(), name)
  return { status: answer.status, body: undefined }
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Has the browser save a workbook that came with an answer. */
export async function saveFile(base64: string, name: string): Promise<void> {
  const bytes = Uint8Array.from(atob(base64), char => char.charCodeAt(0))
  saveBlob(new Blob([bytes], { type: WORKBOOK }), name)
}
