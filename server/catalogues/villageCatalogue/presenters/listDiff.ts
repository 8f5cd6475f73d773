import { columnsOfItem } from '@server/domain/catalogueDraft/cellText'
import type { AreaDiff } from '@shared/contract/catalogues/catalogueDraft'
import type { VillageCatalogueDiff } from '@shared/contract/catalogues/villageCatalogue'
import { errorText } from '@shared/texts/errors'
import type { Actor } from '@server/platform/access/actor'
import { comparedWith, presentAreaDiff } from '@server/catalogues/catalogue'
import { orgTarget, presentOrgRef } from '@server/people/orgs'
import { refusalOf } from '../policy'
import type { ListArea, ListDiffData } from '../queries/listDiff'

function presentArea({ area, lines, items, before, pairing }: ListArea, { bound }: ListDiffData): AreaDiff {
  const rows = new Map(lines.map(line => [line.key, columnsOfItem(line)]))
  const note = comparedWith(before)
  return presentAreaDiff({ area, title: area, note, before, rows, items, pairing }, bound)
}

const differs = ({ counts }: AreaDiff): boolean =>
  counts.added + counts.removed + counts.changed + counts.renamed > 0

/** Presents to staff how a village's list differs from the one in force, and what it leaves out. */
export function presentListDiff(diff: ListDiffData, actor: Actor): VillageCatalogueDiff {
  const { org, list, leftOut } = diff
  const refusal = refusalOf(actor, 'villageCatalogue.activate', {
    org: orgTarget(org),
    writers: list.writers,
  })
  const isReady = list.items.length > 0 && list.version !== list.inForce
  return {
    org: presentOrgRef(org),
    version: list.version,
    inForce: list.inForce,
    writers: list.writerNames,
    areas: diff.areas.map(area => presentArea(area, diff)).filter(differs),
    leftOut,
    mayActivate: isReady && refusal === null,
    activateRefusal: isReady && refusal === 'four-eyes' ? errorText('own-list') : null,
  }
}
