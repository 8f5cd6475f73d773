import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Truth } from '../compare'
import type { Layout } from './layout'

const FOLDER = path.join(__dirname, '../../../fixtures/catalogue/published')

/** Published catalogues as web pages and spreadsheets lay them out, each with its content. */
export const PUBLISHED: readonly Layout[] = readdirSync(FOLDER)
  .filter(file => !file.endsWith('.json'))
  .map(file => ({
    name: file,
    file,
    bytes: () => readFileSync(path.join(FOLDER, file)),
    truth: JSON.parse(
      readFileSync(path.join(FOLDER, `${path.parse(file).name}.truth.json`), 'utf8'),
    ) as Truth[],
  }))
