import Taro from '@tarojs/taro'
import type { HttpAnswer, HttpUpload } from '@shared/client'
import type { PickedFile } from '../elements/files'

const TIMEOUT_MS = 120_000

/** Sends one file of the phone as multipart field `file`. Rejects only if there is no answer. */
export async function upload({ url, headers, file, fields }: HttpUpload<PickedFile>): Promise<HttpAnswer> {
  const { statusCode, data } = await Taro.uploadFile({
    url,
    filePath: file.source,
    name: 'file',
    header: headers,
    // The phone sends its temporary path as file name; requests without other fields need no name.
    formData: fields && { name: file.name, ...fields },
    timeout: TIMEOUT_MS,
  })
  return { status: statusCode, body: parse(data) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
