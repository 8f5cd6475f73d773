import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { NameModel } from '../../../server/domain/privacy'
import { type Models, openModels } from '../../../server/platform/worker/models'
import { PictureProcess } from '../../../server/platform/worker/ocr/pictures'

/** Sets up programs in place of the models: they answer as set, hang, die or talk nonsense. */
export function modelPrograms() {
  const folder = mkdtempSync(path.join(tmpdir(), 'models-'))
  let count = 0
  return {
    /** Models whose pictures are read by a process that runs this for each picture `{ id, bytes }`. */
    reading(onMessage: string, names: NameModel | null = null, time = 20_000): Models {
      const program = path.join(folder, `reader-${(count += 1)}.cjs`)
      writeFileSync(program, `process.on('message', ({ id, bytes }) => { ${onMessage} })\n`)
      return openModels({
        names: () =>
          Promise.resolve(
            names
              ? { model: names, waiting: () => 0, close: () => Promise.resolve() }
              : { missing: '没有模型文件' },
          ),
        pictures: () => new PictureProcess({ program, time }),
        meaning: () => Promise.resolve({ missing: '没有模型文件' }),
      })
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** What the reader says of a picture of 200 × 100 pixels with these texts, one below the other. */
export function saysText(...texts: string[]): string {
  const boxes = texts.map((text, at) => ({
    text,
    score: 0.95,
    quad: [[20, 10 + 30 * at], [180, 10 + 30 * at], [180, 30 + 30 * at], [20, 30 + 30 * at]],
  })) // prettier-ignore
  return `process.send({ id, page: { width: 200, height: 100, boxes: ${JSON.stringify(boxes)} } })`
}

/** A model that knows these words as names. */
export const knowing =
  (...words: string[]): NameModel =>
  texts =>
    Promise.resolve(
      texts.map(text =>
        words.flatMap(word => {
          const start = text.indexOf(word)
          return start < 0 ? [] : [{ start, end: start + word.length }]
        }),
      ),
    )
