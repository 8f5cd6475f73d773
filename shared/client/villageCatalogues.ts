import type { AlignmentOverview, AlignmentPage, DecideLinks } from '../contract/catalogues/alignment'
import type {
  ActivateList,
  AddLine,
  AdoptItems,
  AlterLine,
  ListImport,
  RemarkOnList,
  RemoveLine,
  VillageCatalogue,
} from '../contract/catalogues/villageCatalogue'
import type { Caller, WriteOptions } from './call'
import type { Upload } from './files'

const segment = encodeURIComponent

/** A village's own list 村务公开目录, and its alignment with the street's catalogue 目录对应. */
export const villageListMethods = <File>({ call, read, write }: Caller, upload?: Upload<File>) => {
  const at = (code: string) => `/orgs/${segment(code)}/list`
  const alter =
    <Body>(step: string, method: 'POST' | 'PUT' = 'POST') =>
    (code: string, body: Body, key: WriteOptions) =>
      write<VillageCatalogue>(method, `${at(code)}/${step}`, body, key.idempotencyKey)
  return {
    villageList: (code: string) => read<VillageCatalogue>(at(code)),
    adoptItems: alter<AdoptItems>('adopt'),
    addListLine: alter<AddLine>('lines'),
    alterListLine: alter<AlterLine>('lines', 'PUT'),
    removeListLine: alter<RemoveLine>('remove'),
    /** Another person of the village than those who altered it. */
    activateList: alter<ActivateList>('activate'),
    /** The street suggests; nothing changes by it. */
    remarkOnList: alter<RemarkOnList>('remarks'),
    /** Takes the rows of a village's own file over. */
    importList: (
      code: string,
      file: File,
      { idempotencyKey, version }: WriteOptions & { version: number },
    ) => {
      if (!upload) throw new Error('createClient was given no `upload`')
      const fields = { version: String(version) }
      return call<ListImport>({ method: 'POST', path: `${at(code)}/import`, idempotencyKey }, request =>
        upload({ ...request, file, fields }),
      )
    },
    /** One village's list against the street's catalogue. */
    alignment: (street: string, village: string) =>
      read<AlignmentPage>(`/orgs/${segment(street)}/alignment`, { village }),
    alignmentVillages: (street: string) =>
      read<AlignmentOverview>(`/orgs/${segment(street)}/alignment/villages`),
    /** One decision or those of a whole page, all or none. */
    decideLinks: (street: string, body: DecideLinks, key: WriteOptions) =>
      write<AlignmentPage>('POST', `/orgs/${segment(street)}/links`, body, key.idempotencyKey),
  }
}
