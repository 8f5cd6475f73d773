import { cellText } from '@server/domain/catalogueDraft/cellText'
import { CELL_FIELDS, cellLabel } from '@server/domain/catalogueDraft/fields'
import { mustBeFixed } from '@server/domain/catalogueDraft/marks'
import { isVillage } from '@shared/common/orgKinds'
import { errorText } from '@shared/texts/errors'
import type {
  AreaDiff,
  DraftAbility,
  DraftDiff,
  DraftDoubts,
  DraftPage,
  DraftRow as PresentedDraftRow,
  DraftRowPage,
  DraftState,
  DraftSummary,
} from '@shared/contract/catalogues/catalogueDraft'
import type { Issue } from '@shared/contract/common'
import type { Doubt, DraftRowSlice, DraftContext } from '../queries/catalogueDrafts'
import type { AreaDiffData, DraftDiffData, StillBound } from '../queries/draftDiff'
import type { DraftRow } from '../models/catalogueDrafts'
import type { Actor } from '@server/platform/access/actor'
import { can, refusalOf } from '../policy'
import { comparedWith, presentAreaDiff } from './areaDiff'
import { orgTarget } from '@server/people/orgs'

const DRAFT_STATE_LABELS: Readonly<Record<DraftState, string>> = {
  open: '核对中',
  submitted: '等另一个人启用',
  active: '已启用',
  discarded: '已作废',
}

/** Presents a draft in a list to the street's staff. */
export const presentDraftSummary = ({ draft, org }: DraftContext): DraftSummary => ({
  id: draft._id,
  orgCode: org._id,
  orgName: org.name,
  state: draft.state,
  ofVillage: isVillage(org),
  stateLabel:
    isVillage(org) && draft.state === 'active' ? '已用到村里的目录' : DRAFT_STATE_LABELS[draft.state],
  version: draft.version,
  source: { ...draft.source, sha256: draft.sha256 },
  title: draft.title,
  areas: draft.titles.map(({ area }) => area),
  rows: draft.rowCount,
  open: draft.open,
  flagged: draft.flagged,
  createdBy: draft.createdByName,
  createdAt: draft.createdAt.toISOString(),
  updatedAt: draft.updatedAt.toISOString(),
})

function abilitiesOf(actor: Actor, { draft, org }: DraftContext): DraftAbility[] {
  const target = orgTarget(org)
  const { state, writers } = draft
  const isOpen = state === 'open'
  const isSubmitted = state === 'submitted'
  const may: [DraftAbility, boolean][] = [
    ['update', isOpen && can(actor, 'catalogueDraft.update', target)],
    ['apply', isOpen && isVillage(org) && can(actor, 'catalogueDraft.update', target)],
    ['submit', isOpen && can(actor, 'catalogueDraft.submit', target)],
    ['reopen', isSubmitted && can(actor, 'catalogueDraft.reopen', target)],
    ['discard', draft.live && can(actor, 'catalogueDraft.discard', target)],
    ['activate', isSubmitted && can(actor, 'catalogueDraft.activate', { org: target, writers })],
  ]
  return may.filter(([, allowed]) => allowed).map(([ability]) => ability)
}

/** Presents a draft to the street's staff, with the actions open to this person. */
export function presentDraft(work: DraftContext, actor: Actor): DraftPage {
  const { draft, org } = work
  const refusal = refusalOf(actor, 'catalogueDraft.activate', { org: orgTarget(org), writers: draft.writers })
  return {
    ...presentDraftSummary(work),
    warnings: draft.warnings,
    effectiveFrom: draft.effectiveFrom,
    writers: draft.writerNames,
    abilities: abilitiesOf(actor, work),
    activateRefusal: draft.live && refusal === 'own-import' ? errorText(refusal) : null,
  }
}

/** Presents a row with its cells and their source text to the street's staff. */
export const presentDraftRow = ({ columns, marks, ...line }: DraftRow): PresentedDraftRow => ({
  id: line._id,
  draftId: line.draftId,
  version: line.version,
  sheet: line.sheet,
  sourceRow: line.sourceRow,
  name: columns.path.join(' › '),
  dropped: line.dropped,
  open: line.open,
  cells: CELL_FIELDS.map(field => ({
    ...marks[field],
    field,
    label: cellLabel(field),
    text: cellText(field, columns),
    mustFix: mustBeFixed(field, columns) !== null,
  })),
})

export const presentDraftRows = ({ lines, nextCursor }: DraftRowSlice): DraftRowPage => ({
  items: lines.map(presentDraftRow),
  nextCursor,
})

const MOST_DOUBTS = 50

export const presentDoubts = (doubts: readonly Doubt[]): DraftDoubts => ({
  items: doubts.slice(0, MOST_DOUBTS).map(doubt => ({ ...doubt, label: cellLabel(doubt.field) })),
})

const presentArea = (
  { area, lines, before, items, pairing, kept }: AreaDiffData,
  ofVillage: boolean,
  title: string,
  bound: ReadonlyMap<string, StillBound>,
): AreaDiff => {
  const rows = new Map(lines.map(({ _id, columns }) => [_id, columns]))
  const note = ofVillage ? '和村里正在编的目录比' : comparedWith(before)
  return presentAreaDiff({ area, title, note, before, rows, items, pairing, kept }, bound)
}

interface Shown {
  ground: DraftDiffData
  against: string[]
  bound: ReadonlyMap<string, StillBound>
  issues: Issue[]
  remarks: Issue[]
}

/** Presents the differences between a draft and the versions in force to the street's staff. */
export const presentDiff = ({ ground, bound, ...rest }: Shown, actor: Actor): DraftDiff => ({
  draft: presentDraft(ground, actor),
  against: rest.against,
  areas: ground.areas.map(area =>
    presentArea(
      area,
      ground.listVersion !== null,
      ground.draft.titles.find(one => one.area === area.area)?.title ?? area.area,
      bound,
    ),
  ),
  scope: ground.scope,
  listVersion: ground.listVersion,
  successors: ground.draft.successors,
  issues: rest.issues,
  remarks: rest.remarks,
})
