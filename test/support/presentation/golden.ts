import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import type { CatalogueColumns } from '@shared/contract/catalogues/catalogue'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import { foldedItem, presentItem } from '@shared/presentation/presentItem'
import { type Presentation, PRESENTATION } from '@shared/presentation/version'
import { catalogueColumns, noticeContent } from '../arbitraries/notice'

const FOLDER = path.resolve(__dirname, '../../fixtures/presentation')
const RECORDS = 60
const SEED = 20_261_201

/** A record as a version of the presentation has presented it. */
export interface Golden {
  item: CatalogueColumns
  content: NoticeContent
  canonical: string
  folded: string | null
}

const fileOf = (version: Presentation) => path.join(FOLDER, `version-${version}.jsonl.gz`)

export const readGolden = (version: Presentation): Golden[] =>
  gunzipSync(readFileSync(fileOf(version)))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Golden)

/** Records what this program presents in its newest version: once, before the version is released. */
function record(version: Presentation): void {
  const samples = fc.sample(fc.tuple(catalogueColumns, noticeContent), { seed: SEED, numRuns: RECORDS })
  const lines = samples.map(([item, content]) =>
    JSON.stringify({
      item,
      content,
      canonical: presentItem(item, content, version).canonical,
      folded: foldedItem(item, content, version)?.canonical ?? null,
    }),
  )
  writeFileSync(fileOf(version), gzipSync(lines.join('\n'), { level: 9 }))
}

if (require.main === module) record((Number(process.argv[2]) || PRESENTATION) as Presentation)
