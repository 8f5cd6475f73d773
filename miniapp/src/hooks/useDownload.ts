import { ApiError } from '@shared/client'
import { useState } from 'react'
import { download } from '../api/client'
import { fetchFile } from '../elements/files'

export interface Download {
  busy: boolean
  problems: string[]
  /** Downloads a file that requires a login, and saves or opens it under this name. */
  fetch: (path: string, name: string) => Promise<void>
}

export function useDownload(): Download {
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])
  const fetch = async (path: string, name: string) => {
    setBusy(true)
    setProblems([])
    try {
      await download(path, request => fetchFile(request, name))
    } catch (error) {
      setProblems([error instanceof ApiError ? error.message : '没有取到文件，请再试一次。'])
    }
    setBusy(false)
  }
  return { busy, problems, fetch }
}
