/** What the set-up scripts share. Plain Node without any package: they run before anything is installed. */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
export const WINDOWS = process.platform === 'win32'
export const inRoot = (...parts) => path.join(ROOT, ...parts)

/** A fault that the user can repair: its message is one Chinese sentence, shown without a stack. */
export class SetupFault extends Error {}

/** Runs `work` and ends the process with 1 and one sentence when it cannot be done. */
export async function main(work) {
  try {
    await work()
  } catch (error) {
    process.stderr.write(error instanceof SetupFault ? `${error.message}\n` : `${error?.stack ?? error}\n`)
    process.exitCode = 1
  }
}

/** True when the script at `url` was started by itself, not imported. */
export const isMain = url =>
  process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(url)

const startedAt = Date.now()

/** A line of progress with the seconds since the start. */
export function say(message) {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)
  process.stdout.write(`[${seconds} 秒] ${message}\n`)
}

/** Executable of this name on PATH, or undefined. */
export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const names = WINDOWS ? [`${name}.exe`, `${name}.cmd`] : [name]
  return folders.flatMap(folder => names.map(entry => path.join(folder, entry))).find(isExecutable)
}

export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/** Executable that a package of this project brings, e.g. `bin('jest')`. */
export const bin = name => inRoot('node_modules', '.bin', WINDOWS ? `${name}.cmd` : name)

/**
 * Runs a program to its end: `{ code, output }`. `show` lets its output through as it comes.
 */
export function run(command, args, { show = false, env = {}, cwd = ROOT } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      shell: WINDOWS && command.endsWith('.cmd'),
    })
    const pieces = []
    child.stdout?.on('data', piece => pieces.push(piece))
    child.stderr?.on('data', piece => pieces.push(piece))
    child.once('error', reject)
    child.once('close', code => resolve({ code: code ?? 1, output: Buffer.concat(pieces).toString('utf8') }))
  })
}

/** Output of a quick program, or undefined when it cannot be run or fails. */
export function ask(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', cwd: ROOT })
  return status === 0 ? `${stdout}${stderr}` : undefined
}

const SKIPPED = new Set(['node_modules', 'dist', '.git', '.cache', '.data', '.engine'])

/** All files below the given files and folders (relative to the root), sorted. */
export function filesBelow(...parts) {
  return parts.flatMap(part => walk(inRoot(part))).sort()
}

function walk(place) {
  if (!existsSync(place)) return []
  if (statSync(place).isFile()) return [place]
  const entries = readdirSync(place, { withFileTypes: true }).filter(entry => !SKIPPED.has(entry.name))
  return entries.flatMap(entry => walk(path.join(place, entry.name)))
}

/** One hash over names and contents. */
export function hashOf(files, extra = '') {
  const hash = createHash('sha256').update(extra)
  for (const file of files) hash.update(`\0${path.relative(ROOT, file)}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

const stampFile = name => inRoot('.cache', 'setup', name)

/** Was this step done with exactly these inputs, and is its result still there? */
export function isFresh(name, hash, result) {
  if (!existsSync(result) || !existsSync(stampFile(name))) return false
  return readFileSync(stampFile(name), 'utf8') === hash
}

/** Forgets that the step was done, so that a half-built result is never taken for a finished one. */
export const unstamp = name => rmSync(stampFile(name), { force: true })

export function stamp(name, hash) {
  mkdirSync(inRoot('.cache', 'setup'), { recursive: true })
  writeFileSync(stampFile(name), hash)
}
