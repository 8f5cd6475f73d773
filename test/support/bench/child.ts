import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'

/** A helper of a bench as a process of its own; answers one order after another. */
export interface Child<Order, Answer> {
  ask(order: Order): Promise<Answer>
  stop(): void
}

/** @param name file next to this one, without its ending */
export function startChild<Order extends object, Answer>(name: string): Child<Order, Answer> {
  const child: ChildProcess = fork(path.join(__dirname, `${name}.ts`), [], { execArgv: process.execArgv })
  return {
    ask: order =>
      new Promise((resolve, reject) => {
        const failed = (code: number | null) => reject(new Error(`${name} ended with ${code}`))
        child.once('exit', failed)
        child.once('message', answer => {
          child.off('exit', failed)
          resolve(answer as Answer)
        })
        child.send(order)
      }),
    stop: () => void child.kill(),
  }
}
