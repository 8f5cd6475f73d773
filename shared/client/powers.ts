import type {
  CaseAbility,
  CaseBody,
  CaseList,
  CasePage,
  OpenCase,
  WorkCaseList,
  WorkCasePage,
} from '../contract/power/case'
import type {
  AdoptPowers,
  PowerComparison,
  PowerImport,
  PowerItemPage,
  PowerList,
  SwitchPower,
} from '../contract/power/list'
import type { Caller, WriteOptions } from './call'
import type { Upload } from './files'

const segment = encodeURIComponent

interface CaseFilter {
  show?: 'open' | 'closed'
  cursor?: string
  limit?: number
}

/** Micro-power lists 小微权力清单, and the cases 办件 of their items. */
export function powerMethods<File>(
  { call, read, write }: Caller,
  { baseUrl, upload }: { baseUrl: string; upload?: Upload<File> },
) {
  const at = (code: string) => `/orgs/${segment(code)}/powers`
  return {
    powers: (code: string) => read<PowerList>(at(code)),
    /** Address of the list on paper. */
    powersPrintUrl: (code: string, paper: 'handbook' | 'wall') => `${baseUrl}${at(code)}/${paper}.pdf`,
    /** Address of the list as a file that can be imported again. */
    powersExportUrl: (code: string, format: 'xlsx' | 'json') =>
      `${baseUrl}${at(code)}/export?format=${format}`,
    /** How the list stands to its model 示范清单. */
    comparePowers: (code: string) => read<PowerComparison>(`${at(code)}/model`),
    /** What a file says; nothing of it is kept. */
    readPowers: (code: string, file: File) => {
      if (!upload) throw new Error('createClient was given no `upload`')
      return call<PowerImport>({ method: 'POST', path: `${at(code)}/read` }, request =>
        upload({ ...request, file, fields: {} }),
      )
    },
    power: (code: string, itemCode: string) => read<PowerItemPage>(`${at(code)}/${segment(itemCode)}`),
    adoptPowers: (code: string, body: AdoptPowers, key: WriteOptions) =>
      write<PowerList>('POST', `${at(code)}/adopt`, body, key.idempotencyKey),
    switchPower: (code: string, body: SwitchPower, key: WriteOptions) =>
      write<PowerList>('POST', `${at(code)}/switch`, body, key.idempotencyKey),
    cases: (code: string, query: CaseFilter = {}) =>
      read<CaseList>(`/orgs/${segment(code)}/cases`, { ...query }),
    case: (id: string) => read<CasePage>(`/cases/${segment(id)}`),
    workCases: (code: string, query: CaseFilter = {}) =>
      read<WorkCaseList>(`/orgs/${segment(code)}/work/cases`, { ...query }),
    workCase: (id: string) => read<WorkCasePage>(`/work/cases/${segment(id)}`),
    openCase: (code: string, body: OpenCase, key: WriteOptions) =>
      write<WorkCasePage>('POST', `/orgs/${segment(code)}/cases`, body, key.idempotencyKey),
    advanceCase: <A extends CaseAbility>(id: string, ability: A, body: CaseBody<A>, key: WriteOptions) =>
      write<WorkCasePage>('POST', `/cases/${segment(id)}/${ability}`, body, key.idempotencyKey),
  }
}
