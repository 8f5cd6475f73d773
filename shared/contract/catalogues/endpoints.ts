import { z } from 'zod'
import { endpoints } from '../endpoint'
import { AlignmentOverview, AlignmentPage, AlignmentQuery, DecideLinks } from './alignment'
import { SheetFormat } from './catalogue'
import {
  AcceptSimilarCells,
  ActivateDraft,
  ActivatedDraft,
  AddRow,
  DraftDiff,
  DraftDoubts,
  DraftImport,
  DraftList,
  DraftPage,
  DraftRowPage,
  DraftRowQuery,
  DropRow,
  SetAreaForRows,
  UpdateDraftRow,
  UpdatedDraftRow,
  AdvanceDraft,
  PasteDraft,
  RestoreRow,
  SetTerms,
  UploadDraft,
} from './catalogueDraft'
import {
  ActivateVillageCatalogue,
  AddVillageItem,
  AdoptItems,
  AlterVillageItem,
  ApplyDraft,
  RemarkOnVillageCatalogue,
  RemoveVillageItem,
  VillageCatalogue,
  VillageCatalogueDiff,
} from './villageCatalogue'
import { ById, ByOrg } from '../common'

/** Endpoints of catalogues 应公开. */
export const cataloguesEndpoints = endpoints({
  'GET /catalogues/:id/export': { params: ById, query: z.object({ format: SheetFormat }), download: true },
  'GET /orgs/:code/catalogues/drafts': { params: ByOrg, response: DraftList },
  'POST /orgs/:code/catalogues/drafts': {
    params: ByOrg,
    body: UploadDraft,
    upload: true,
    response: DraftImport,
  },
  'POST /orgs/:code/catalogues/drafts/text': { params: ByOrg, body: PasteDraft, response: DraftImport },
  'GET /catalogue-drafts/:id': { params: ById, response: DraftPage },
  'GET /catalogue-drafts/:id/rows': { params: ById, query: DraftRowQuery, response: DraftRowPage },
  'GET /catalogue-drafts/:id/doubts': { params: ById, response: DraftDoubts },
  'GET /catalogue-drafts/:id/diff': { params: ById, response: DraftDiff },
  'PUT /catalogue-draft-rows/:id': { params: ById, body: UpdateDraftRow, response: UpdatedDraftRow },
  'POST /catalogue-draft-rows/:id/drop': { params: ById, body: DropRow, response: UpdatedDraftRow },
  'POST /catalogue-draft-rows/:id/restore': { params: ById, body: RestoreRow, response: UpdatedDraftRow },
  'POST /catalogue-drafts/:id/rows': { params: ById, body: AddRow, response: UpdatedDraftRow },
  'POST /catalogue-drafts/:id/accept': { params: ById, body: AcceptSimilarCells, response: DraftPage },
  'PUT /catalogue-drafts/:id/area': { params: ById, body: SetAreaForRows, response: DraftPage },
  'PUT /catalogue-drafts/:id/terms': { params: ById, body: SetTerms, response: DraftPage },
  'POST /catalogue-drafts/:id/submit': { params: ById, body: AdvanceDraft, response: DraftPage },
  'POST /catalogue-drafts/:id/reopen': { params: ById, body: AdvanceDraft, response: DraftPage },
  'POST /catalogue-drafts/:id/discard': { params: ById, body: AdvanceDraft, response: DraftPage },
  'POST /catalogue-drafts/:id/activate': { params: ById, body: ActivateDraft, response: ActivatedDraft },
  'GET /orgs/:code/village-catalogue': { params: ByOrg, response: VillageCatalogue },
  'GET /orgs/:code/village-catalogue/diff': { params: ByOrg, response: VillageCatalogueDiff },
  'POST /orgs/:code/village-catalogue/adopt': { params: ByOrg, body: AdoptItems, response: VillageCatalogue },
  'POST /orgs/:code/village-catalogue/items': {
    params: ByOrg,
    body: AddVillageItem,
    response: VillageCatalogue,
  },
  'PUT /orgs/:code/village-catalogue/items': {
    params: ByOrg,
    body: AlterVillageItem,
    response: VillageCatalogue,
  },
  'POST /orgs/:code/village-catalogue/remove': {
    params: ByOrg,
    body: RemoveVillageItem,
    response: VillageCatalogue,
  },
  'POST /orgs/:code/village-catalogue/apply': {
    params: ByOrg,
    body: ApplyDraft,
    response: VillageCatalogue,
  },
  'POST /orgs/:code/village-catalogue/activate': {
    params: ByOrg,
    body: ActivateVillageCatalogue,
    response: VillageCatalogue,
  },
  'POST /orgs/:code/village-catalogue/remarks': {
    params: ByOrg,
    body: RemarkOnVillageCatalogue,
    response: VillageCatalogue,
  },
  'GET /orgs/:code/alignment': { params: ByOrg, query: AlignmentQuery, response: AlignmentPage },
  'GET /orgs/:code/alignment/villages': { params: ByOrg, response: AlignmentOverview },
  'POST /orgs/:code/links': { params: ByOrg, body: DecideLinks, response: AlignmentPage },
})
