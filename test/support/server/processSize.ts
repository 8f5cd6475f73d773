import { readFileSync, readdirSync } from 'node:fs'

const RESIDENT = /^VmRSS:\s+(\d+) kB$/m

/** Megabytes of memory that a process holds at this moment (Linux; elsewhere 0). */
export function residentMegabytes(pid: number | undefined): number {
  try {
    return Number(RESIDENT.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Megabytes of memory that a process and those it started hold together at this moment (Linux; elsewhere 0). */
export function familyMegabytes(pid: number | undefined): number {
  let children: string[] = []
  try {
    children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  } catch {
    // It is gone, or this is no Linux: counted as nothing below.
  }
  return children.reduce((sum, child) => sum + familyMegabytes(Number(child)), residentMegabytes(pid))
}

/** Files and sockets that a process has open at this moment (Linux; elsewhere 0). */
export function openHandles(pid: number | undefined): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length
  } catch {
    return 0
  }
}
