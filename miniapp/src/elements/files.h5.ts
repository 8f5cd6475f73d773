import { ATTACHMENTS } from '@shared/data/attachments'

/** The browser's side of files.ts. */
export interface PickedFile {
  name: string
  source: Blob
}

const KINDS = Object.values(ATTACHMENTS.kinds).flatMap(({ extensions }) => extensions.map(one => `.${one}`))

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
export const pickPhoto = (): Promise<PickedFile | null> => pick('image/jpeg,image/png,image/webp')

/** The server sends it to be saved; the page stays where it is. */
export async function openFile(url: string, name: string): Promise<boolean> {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  return true
}
