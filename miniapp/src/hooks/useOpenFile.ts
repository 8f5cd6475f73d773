import { openFile } from '../elements/files'
import { type Action, PlainProblem, useAction } from './useAction'

export interface OpenFile extends Pick<Action, 'busy' | 'problems'> {
  /** Opens a public file, or saves it in the browser; `problem`: the sentence if it fails. */
  open: (url: string, name: string, problem: string) => Promise<void>
}

export function useOpenFile(): OpenFile {
  const { busy, problems, run } = useAction()
  const open: OpenFile['open'] = async (url, name, problem) => {
    await run(async () => {
      if (!(await openFile(url, name))) throw new PlainProblem(problem)
    })
  }
  return { busy, problems, open }
}
