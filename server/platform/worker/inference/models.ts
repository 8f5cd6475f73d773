import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import path from 'node:path'
import { modelsFolder } from '@server/platform/config/modelsFolder'
import { hasPackage } from './runtime'
import weights from './weights.json'

/** Name of the embedding model in stored vectors; another model or another quantisation is another name. */
export const MODEL_NAME = 'e5-small-q4'

export type ModelName = keyof typeof weights

/** Reads piece by piece, so that a server answers in between. */
async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/**
 * Finds the weights of a model and what runs them; the first half of a sentence instead where something is missing or
 * the files are not the expected ones.
 */
export async function findModel(
  name: ModelName,
  folder = modelsFolder(),
): Promise<{ folder: string } | { missing: string }> {
  for (const [file, { sha256 }] of Object.entries(weights[name].files)) {
    const place = path.join(folder, file)
    if (!existsSync(place)) return { missing: '没有模型文件（npm run models 可以下载）' }
    if ((await hashOf(place)) !== sha256) return { missing: '模型文件和记录的校验值不同，没有采用' }
  }
  return hasPackage() ? { folder } : { missing: '没有装上运行模型的组件 onnxruntime-node' }
}
