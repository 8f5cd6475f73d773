import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Identity of a process id at this moment: the start time distinguishes a reused id. */
export interface ProcessIdentity {
  startedAt: string
  command: string
}

/** Reads field 22 of /proc/PID/stat on Linux, counted after the closing parenthesis of the name. */
function readProc(pid: number): ProcessIdentity | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state] = fields
  const startedAt = fields[19]
  if (state === 'Z' || state === 'X' || startedAt === undefined) return undefined
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean).join(' ')
  return { startedAt, command }
}

/** Reads POSIX ps, on macOS and other systems. */
function readPs(pid: number): ProcessIdentity | undefined {
  const line = execFileSync('ps', ['-ww', '-o', 'lstart=,command=', '-p', String(pid)], {
    encoding: 'utf8',
  }).trim()
  const startedAt = line.slice(0, 24)
  return line === '' ? undefined : { startedAt, command: line.slice(24).trim() }
}

/** Returns the living process with this id; undefined if there is none or it cannot be read. */
export function identify(pid: number): ProcessIdentity | undefined {
  try {
    return process.platform === 'linux' ? readProc(pid) : readPs(pid)
  } catch {
    return undefined
  }
}

/** A process id with its start time: unique for ever. */
export interface ProcessMark {
  pid: number
  startedAt: string
}

export function markOf(pid: number): ProcessMark | undefined {
  const found = identify(pid)
  return found && { pid, startedAt: found.startedAt }
}

export const isAlive = (mark: ProcessMark): boolean => identify(mark.pid)?.startedAt === mark.startedAt

/** Waits until the process has exited; false when it still lives after `milliseconds`. */
async function waitForEnd(mark: ProcessMark & { port?: number }, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds
  while (isAlive(mark)) {
    if (Date.now() > until) return false
    await sleep(20)
    // A server blocked in accept() notices the signal only at the next connection (saves 2 s).
    if (mark.port !== undefined) await answers(mark.port)
  }
  return true
}

/**
 * Asks exactly this process to exit, and kills it after `patience` milliseconds. With its listening `port` it exits
 * sooner.
 */
export async function endProcess(mark: ProcessMark & { port?: number }, patience = 15_000): Promise<void> {
  for (const [signal, wait] of [
    ['SIGTERM', patience],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!isAlive(mark)) return
    process.kill(mark.pid, signal)
    if (await waitForEnd(mark, wait)) return
  }
}

/** Returns a free loopback port, picked by the system. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port)
        else reject(new Error('no port'))
      })
    })
  })
}

/** Checks whether a process accepts connections on the loopback port. */
export function answers(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1_000 })
    const done = (open: boolean) => {
      socket.destroy()
      resolve(open)
    }
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
    socket.once('timeout', () => done(false))
  })
}
