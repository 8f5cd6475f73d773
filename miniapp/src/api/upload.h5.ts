import type { HttpAnswer, HttpUpload } from '@shared/client'
import type { PickedFile } from '../elements/files.h5'

/** Sends one file as multipart field `file` with the browser's fetch. */
export async function upload({ url, headers, file, fields }: HttpUpload<PickedFile>): Promise<HttpAnswer> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields ?? {})) form.append(name, value)
  form.append('file', file.source, file.name)
  const answer = await fetch(url, { method: 'POST', headers, body: form })
  return { status: answer.status, body: await answer.json().catch(() => undefined) }
}
