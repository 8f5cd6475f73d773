import { execFile, execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Config } from '@server/platform/config'
import type { EnginePaths } from './state'
import { DatabaseUnavailable, type EngineLog, type LocalKind } from '@server/platform/store/database'

export interface Program {
  kind: LocalKind
  /** Absolute path of the executable. */
  command: string
}

const MINIMAL_MONGOD = 7
const WINDOWS = process.platform === 'win32'
const run = promisify(execFile)

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const withSuffix = (name: string): string => (WINDOWS ? `${name}.exe` : name)

function onPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const folders = (env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute)
  return folders.map(folder => path.join(folder, withSuffix(name))).find(isExecutable)
}

/** Returns the path of the Python server inside its private environment. */
const pythonServer = (engineDir: string): string =>
  path.join(engineDir, 'py', WINDOWS ? 'Scripts' : 'bin', withSuffix('secantusd-py'))

function mongod(config: Config, log: EngineLog): Program | undefined {
  const command = onPath('mongod', config.programEnv)
  if (command === undefined) return undefined
  const said = execFileSync(command, ['--version'], { encoding: 'utf8', env: config.programEnv })
  const major = Number(/v(\d+)\./.exec(said)?.[1] ?? 0)
  if (major >= MINIMAL_MONGOD) return { kind: 'mongod', command }
  log.warn(`找到的 mongod 版本低于 ${MINIMAL_MONGOD}，不使用。`)
  return undefined
}

function rustServer(config: Config): Program | undefined {
  const built = path.join(config.engineDir, 'bin', withSuffix('secantusd-rs'))
  const command = onPath('secantusd-rs', config.programEnv) ?? (isExecutable(built) ? built : undefined)
  return command === undefined ? undefined : { kind: 'secantusd-rs', command }
}

/** Installs the Python server if missing; the script prints one sentence when it fails. */
async function pythonProgram(config: Config, log: EngineLog): Promise<Program> {
  const command = pythonServer(config.engineDir)
  if (isExecutable(command)) return { kind: 'secantusd-py', command }
  const script = path.join(config.rootDir, 'config', 'setup', 'installEngine.mjs')
  log.info('首次使用，正在安装内置数据库……')
  try {
    await run(process.execPath, [script], { env: { ...config.programEnv, ENGINE_DIR: config.engineDir } })
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim()
    throw new DatabaseUnavailable(said || '内置数据库安装失败；请设置 MONGODB_URI 或安装 mongod。', {
      cause: error,
    })
  }
  return { kind: 'secantusd-py', command }
}

/** Returns the family of the data folder's existing store: data stays with the program that wrote it. */
function familyOf({ mongodStore, secantusStore }: EnginePaths): 'mongod' | 'secantus' | undefined {
  if (existsSync(mongodStore)) return 'mongod'
  return existsSync(secantusStore) ? 'secantus' : undefined
}

/**
 * Finds the best database program of this machine: MongoDB, then the Rust server, then the Python one. A folder with
 * data stays with the program that wrote it (both SecantusDB servers share a format).
 * @throws DatabaseUnavailable when only `mongod` could read the folder and it is missing
 */
export async function findProgram(config: Config, paths: EnginePaths, log: EngineLog): Promise<Program> {
  const family = familyOf(paths)
  if (family !== 'secantus') {
    const found = mongod(config, log)
    if (found !== undefined) return found
    if (family === 'mongod') {
      throw new DatabaseUnavailable(
        '数据目录里的数据由 mongod 写成，而本机找不到 7 以上的 mongod；请装回它，或另设 DATA_DIR。',
      )
    }
  }
  return rustServer(config) ?? (await pythonProgram(config, log))
}
