import { createHash } from 'node:crypto'
import { draftLine, draftRow } from '@server/catalogues/catalogue/commands/createDraft'
import { cellText, columnsOfItem } from '@server/domain/catalogueDraft/cellText'
import { CELL_FIELDS } from '@server/domain/catalogueDraft/fields'
import { draftRowOf, type ReadDraftRow } from '@server/domain/catalogueDraft/marks'
import type { CatalogueColumns, CatalogueRow, Uncertainty } from '@shared/contract/catalogues/catalogue'
import type { SeedCatalogue } from './catalogues'
import { seedId } from '../ids'
import { userIdOf } from '../noticeRows'
import { personaOf } from '../personas'
import type { DraftRow, CatalogueDraftRow } from '@server/catalogues/catalogue/models/catalogueDrafts'

const COUNTY_DRAFT = { orgCode: 'XQ-DH-LX', area: '社会救助', file: '社会救助目录（征求意见）.xlsx' }
export const COUNTY_DRAFT_ID = seedId('cdr', COUNTY_DRAFT.orgCode, COUNTY_DRAFT.file)

export interface SeededDraft {
  draft: CatalogueDraftRow
  lines: DraftRow[]
}

/** First item row of a sheet, below its title and two header rows. */
const FIRST_ROW = 4
const LOST_TICKS: Uncertainty = {
  field: 'channels',
  reason: '有渠道名称之间的方框丢失，位置不明',
}

type Read = CatalogueColumns & { uncertain: Uncertainty[] }

const DAMAGED = { text: '国办发〔201680号', suggestion: '国办发〔2016〕80号' }

/** Changes in the county's file: a new time limit, a new name, a damaged number, lost ticks. */
const CHANGES: Readonly<Record<number, (row: Read) => Read>> = {
  0: row => ({ ...row, basis: [...row.basis, DAMAGED] }),
  1: row => ({ ...row, deadline: '信息形成或变更之日起10个工作日内' }),
  2: row => ({ ...row, path: [...row.path.slice(0, -1), `${row.path.at(-1)}（2026年版）`] }),
  4: row => ({ ...row, uncertain: [LOST_TICKS] }),
}

function readRow(row: Read, index: number): ReadDraftRow {
  const columns = columnsOfItem({ ...row, area: COUNTY_DRAFT.area })
  const sources = Object.fromEntries(
    CELL_FIELDS.filter(field => field !== 'area').map(field => [field, cellText(field, columns)]),
  )
  const { displayNo, path, elements, basis, deadline, subjects, channels, audience, mode, levels } = row
  const read: CatalogueRow = {
    ...{ displayNo, path, elements, basis, deadline, subjects, channels, audience, mode, levels },
    row: FIRST_ROW + index,
    sheet: COUNTY_DRAFT.area,
    inherited: [],
    uncertain: row.uncertain,
    sources,
  }
  const damaged = basis.flatMap(({ text, suggestion }) =>
    suggestion === undefined
      ? []
      : [
          {
            code: 'damaged-number',
            field: 'basis',
            message: `文号“${text}”可能受损，建议核对为“${suggestion}”`,
          },
        ],
  )
  return draftRowOf(read, COUNTY_DRAFT.area, damaged)
}

/**
 * Builds a draft of a county's file that the street's clerk imported this morning and has not checked yet; the last
 * item is missing in it.
 */
export function seedCountyDraft(catalogues: readonly SeedCatalogue[], now: Date): SeededDraft {
  const { orgCode, area, file } = COUNTY_DRAFT
  const inForce = catalogues.find(one => one.catalogue.orgCode === orgCode && one.catalogue.area === area)
  const items = (inForce?.items ?? []).slice(0, -1)
  const rows = items.map((item, index) => {
    const plain: Read = { ...item, uncertain: [] }
    return readRow(CHANGES[index]?.(plain) ?? plain, index)
  })
  const title = `${area}领域基层政务公开标准目录（征求意见）`
  const prepared = {
    source: { file, kind: 'xlsx', pasted: false },
    sha256: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
    pasted: null,
    title,
    titles: [{ area, title }],
    warnings: [],
    rows,
  }
  const clerk = personaOf(orgCode, 'street-clerk')
  const by = { id: userIdOf(clerk), name: clerk.name }
  const draft = draftRow(prepared, { _id: COUNTY_DRAFT_ID, orgCode, by, at: now })
  const lines = rows.map((row, order) => draftLine(draft, row, order, seedId('cdw', COUNTY_DRAFT_ID, order)))
  return { draft, lines }
}
