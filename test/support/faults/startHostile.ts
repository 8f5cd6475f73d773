import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'

/** What an attack has done, and how it was answered. */
export interface Attack {
  connections: number
  requests: number
  /** Answers by status. */
  statuses: Record<number, number>
}

export interface Hostile {
  attack(): void
  /** Ends the attack and reports it. */
  rest(): Promise<Attack>
  stop(): void
}

const said = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`the attackers ended with ${code}`))
    child.once('exit', gone)
    child.once('message', message => {
      child.off('exit', gone)
      resolve(message as T)
    })
  })

/** Starts the attackers of hostile.ts; they do nothing before `attack`. `token`: of somebody who may hand in tables of the item. */
export async function startHostile(url: string, token: string, itemId: string): Promise<Hostile> {
  const child = fork(path.join(__dirname, 'hostile.ts'), [url, token, itemId], {
    execArgv: ['--import', 'tsx'],
  })
  await said(child)
  return {
    attack: () => void child.send('attack'),
    rest: () => {
      const told = said<Attack>(child)
      child.send('rest')
      return told
    },
    stop: () => void child.kill(),
  }
}
