import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { createGunzip } from 'node:zlib'
import type { Issue } from '@shared/contract/common'
import { AppError } from '../errors'
import { SCHEMA_VERSION } from '../migrations/schemaVersion'
import { type ExportSource, through } from '../transfer/exportTargets'
import { FORMAT, fileNameOf, isGenuine, LABEL, Label, saltOf, type SealedFile } from './label'
import { keyMark, unseal } from './seal'

const issue = (field: string, message: string): Issue => ({ code: 'backup-unusable', field, message })

/** Creates the error of an unusable backup; the message names every fault, because the operator reads it first. */
const unusable = (details: Issue[]) =>
  new AppError(
    400,
    'backup-unusable',
    details,
    `这份备份不能用，什么也没有改动。${details.map(one => one.message).join('')}`,
  )

function parsedLabel(text: string): Label {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw unusable([issue(LABEL, `标签文件 ${LABEL} 读不懂：不完整，或被改过。`)])
  }
  const { format } = Object(value) as { format?: unknown }
  if (typeof format === 'string' && format !== FORMAT) {
    throw unusable([
      issue('format', `它的格式是“${format}”，本程序只认“${FORMAT}”：请用做它的那个版本恢复。`),
    ])
  }
  const { success, data } = Label.safeParse(value)
  if (!success) throw unusable([issue(LABEL, `标签文件 ${LABEL} 读不懂：不完整，或被改过。`)])
  return data
}

/**
 * Reads the label without authenticating it.
 * @throws AppError `backup-unusable`
 */
export async function readLabel(folder: string): Promise<Label> {
  const text = await readFile(path.join(folder, LABEL), 'utf8').catch(() => null)
  if (text !== null) return parsedLabel(text)
  const broken = folder.endsWith('.unfinished') || existsSync(`${folder}.unfinished`)
  const why = broken ? '它没有做完就断了。' : `文件夹里没有标签文件 ${LABEL}：${folder}`
  throw unusable([issue(LABEL, why)])
}

function refuseForeign(label: Label, key: Buffer): void {
  if (keyMark(key, saltOf(label)) !== label.keyMark) {
    throw unusable([issue('key', '密钥不对：做这份备份时用的是另一把（BACKUP_KEY 或 BACKUP_KEY_FILE）。')])
  }
  if (!isGenuine(key, label)) throw unusable([issue(LABEL, `标签文件 ${LABEL} 被改过：指纹不对。`)])
  if (label.layout > SCHEMA_VERSION) {
    const why = `它来自更新的程序（${label.program}，库的版式 ${label.layout}），本程序只到版式 ${SCHEMA_VERSION}：请先升级程序。`
    throw unusable([issue('layout', why)])
  }
}

async function faultOf(file: string, { bytes, sha256 }: SealedFile): Promise<string | null> {
  const name = path.basename(file)
  const found = await stat(file).catch(() => null)
  if (!found) return `缺少文件 ${name}。`
  if (found.size < bytes) return `文件 ${name} 不完整：应有 ${bytes} 字节，只有 ${found.size} 字节。`
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex') === sha256 ? null : `文件 ${name} 被改过或损坏：指纹不对。`
}

async function refuseDamaged(folder: string, { parts }: Label): Promise<void> {
  const faults: Issue[] = []
  for (const [part, file] of Object.entries(parts)) {
    const fault = await faultOf(path.join(folder, fileNameOf(part)), file)
    if (fault) faults.push(issue(part, fault))
  }
  if (faults.length > 0) throw unusable(faults)
}

export interface OpenedBackup {
  label: Label
  source: ExportSource
}

async function textOf(pieces: AsyncIterable<Buffer>): Promise<string> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all).toString('utf8')
}

/**
 * Opens a backup after checking that every file is intact and sealed with this key.
 * @throws AppError `backup-unusable` with every fault
 */
export async function openBackup(folder: string, key: Buffer): Promise<OpenedBackup> {
  const label = await readLabel(folder)
  refuseForeign(label, key)
  await refuseDamaged(folder, label)
  const part = (name: string) => {
    const sealed = createReadStream(path.join(folder, fileNameOf(name))) as AsyncIterable<Buffer>
    return through(unseal(key, saltOf(label), name, sealed), createGunzip())
  }
  return { label, source: { part, manifest: () => textOf(part('manifest')) } }
}
