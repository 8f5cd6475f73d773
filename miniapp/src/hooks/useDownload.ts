import { download } from '../api/client'
import { fetchFile } from '../elements/files'
import { type Action, useAction } from './useAction'

export interface Download extends Pick<Action, 'busy' | 'problems'> {
  /** Downloads a file that requires a login, and saves or opens it under this name. */
  fetch: (path: string, name: string) => Promise<void>
}

export function useDownload(): Download {
  const { busy, problems, run } = useAction({ unknown: '没有取到文件，请再试一次。' })
  const fetch = async (path: string, name: string) =>
    void (await run(() => download(path, request => fetchFile(request, name))))
  return { busy, problems, fetch }
}
