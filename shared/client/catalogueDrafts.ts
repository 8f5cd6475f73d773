import type {
  AcceptAlike,
  ActivateDraft,
  ActivatedDraft,
  AddRow,
  DraftDiff,
  DraftDoubts,
  DraftImport,
  DraftList,
  DraftPage,
  DraftRowPage,
  DropRow,
  FillArea,
  UpdateDraftRow,
  UpdatedDraftRow,
  MoveDraft,
  PasteDraft,
  RestoreRow,
  SetTerms,
} from '../contract/catalogues/catalogueDraft'
import type { Caller, WriteOptions } from './call'
import type { Upload } from './files'

const segment = encodeURIComponent

/** Drafts of a street's catalogue 目录草稿: import, checking, difference, activation by a second person. */
export const draftMethods = <File>(
  { call, read, write }: Caller,
  { baseUrl, upload }: { baseUrl: string; upload?: Upload<File> },
) => {
  const drafts = (code: string) => `/orgs/${segment(code)}/catalogues/drafts`
  const one = (id: string, step = '') => `/catalogue-drafts/${segment(id)}${step}`
  const row = (id: string, step = '') => `/catalogue-draft-rows/${segment(id)}${step}`
  const step =
    <Body, Answer = DraftPage>(name: string, method: 'POST' | 'PUT' = 'POST') =>
    (id: string, body: Body, key: WriteOptions) =>
      write<Answer>(method, one(id, `/${name}`), body, key.idempotencyKey)
  const rowStep =
    <Body>(name: string, method: 'POST' | 'PUT' = 'POST') =>
    (id: string, body: Body, key: WriteOptions) =>
      write<UpdatedDraftRow>(method, row(id, name), body, key.idempotencyKey)
  return {
    drafts: (code: string) => read<DraftList>(drafts(code)),
    /** The same file again gives the draft that is being checked. */
    importDraft: (code: string, file: File & { name: string }, { idempotencyKey }: WriteOptions) => {
      if (!upload) throw new Error('createClient was given no `upload`')
      const fields = { name: file.name }
      return call<DraftImport>({ method: 'POST', path: drafts(code), idempotencyKey }, request =>
        upload({ ...request, file, fields }),
      )
    },
    pasteDraft: (code: string, body: PasteDraft, key: WriteOptions) =>
      write<DraftImport>('POST', `${drafts(code)}/text`, body, key.idempotencyKey),
    /** Address of a version in the national layout. */
    catalogueUrl: (id: string, format: 'xlsx' | 'html') =>
      `${baseUrl}/catalogues/${segment(id)}/export?format=${format}`,
    draft: (id: string) => read<DraftPage>(one(id)),
    draftRows: (id: string, query: { cursor?: string; limit?: number; only?: 'open' } = {}) =>
      read<DraftRowPage>(one(id, '/rows'), query),
    draftDoubts: (id: string) => read<DraftDoubts>(one(id, '/doubts')),
    draftDiff: (id: string) => read<DraftDiff>(one(id, '/diff')),
    mendRow: rowStep<UpdateDraftRow>('', 'PUT'),
    dropRow: rowStep<DropRow>('/drop'),
    restoreRow: rowStep<RestoreRow>('/restore'),
    addRow: step<AddRow, UpdatedDraftRow>('rows'),
    acceptAlike: step<AcceptAlike>('accept'),
    fillArea: step<FillArea>('area', 'PUT'),
    setDraftTerms: step<SetTerms>('terms', 'PUT'),
    submitDraft: step<MoveDraft>('submit'),
    reopenDraft: step<MoveDraft>('reopen'),
    discardDraft: step<MoveDraft>('discard'),
    /** Another person of the street than those who imported or altered it. */
    activateDraft: step<ActivateDraft, ActivatedDraft>('activate'),
  }
}
