import type {
  ActivatedDraft,
  DraftDiff,
  DraftImport,
  DraftPage,
  DraftRow,
  DraftRowPage,
  UpdateDraftRow,
  UpdatedDraftRow,
} from '../../../shared/contract/catalogues/catalogueDraft'
import type { Answer, Asking, TestServer } from './testServer'
import { type Person, tokenOf } from './world'

const HEAD =
  '序号,一级事项,二级事项,公开内容(要素),公开依据,公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级'

/** A sound row of a county's catalogue. */
export const sheetRow = (
  no: number,
  first: string,
  second: string,
  { subject = '乡镇人民政府', basis = '《社会救助暂行办法》' } = {},
): string =>
  `${no},${first},${second},办事指南,${basis},信息形成之日起20个工作日内,${subject},■政府网站,全社会,主动,乡级`

export const sheetOf = (title: string, ...rows: string[]): string => [title, HEAD, ...rows].join('\n')

/** 村级财务 as it is in the world, one renamed matter, one new one; one damaged number to look at. */
export const FINANCE_FILE = {
  name: '村级财务目录.csv',
  text: sheetOf(
    '村级财务领域政务公开标准目录',
    sheetRow(1, '村级财务', '财务收支'),
    sheetRow(2, '村级财务', '集体资产', { basis: '国办发〔201680号' }),
  ),
}

/** A file that does not name its area. */
export const NO_AREA_FILE = {
  name: '目录.csv',
  text: sheetOf('公开目录', sheetRow(1, '甲类', '财务收支'), sheetRow(2, '甲类', '集体资产')),
}

type File = NonNullable<Asking['file']>

/** Calls of a catalogue draft; each throws when the server refuses, so that a test reads as a story. */
export function draftStoryOf(server: TestServer) {
  const ask = <Body>(person: Person, method: string, path: string, asking: Asking = {}) =>
    server.ask<Body>(method, path, { token: tokenOf(server, person), ...asking })

  async function done<Body>(
    person: Person,
    method: string,
    path: string,
    asking: Asking = {},
  ): Promise<Body> {
    const answer: Answer<Body> = await ask<Body>(person, method, path, asking)
    if (answer.status >= 400) throw new Error(`${person} ${method} ${path}: ${answer.status} ${answer.text}`)
    return answer.body
  }

  const at = (id: string) => `/catalogue-drafts/${id}`
  const upload = (file: File = FINANCE_FILE, person: Person = 'clerk', org = 'ST1') =>
    done<DraftImport>(person, 'POST', `/orgs/${org}/catalogues/drafts`, { file })
  const read = (id: string) => done<DraftPage>('clerk', 'GET', at(id))
  const rows = async (id: string, query = '') =>
    (await done<DraftRowPage>('clerk', 'GET', `${at(id)}/rows${query}`)).items
  const diff = (id: string) => done<DraftDiff>('clerk', 'GET', `${at(id)}/diff`)
  const mend = (
    row: Pick<DraftRow, 'id' | 'version'>,
    body: Partial<UpdateDraftRow>,
    person: Person = 'clerk',
  ) =>
    done<UpdatedDraftRow>(person, 'PUT', `/catalogue-draft-rows/${row.id}`, {
      body: { version: row.version, ...body },
    })
  const step = async (id: string, name: string, body: object = {}, person: Person = 'clerk') =>
    done<DraftPage>(person, name === 'terms' ? 'PUT' : 'POST', `${at(id)}/${name}`, {
      body: { version: (await read(id)).version, ...body },
    })

  /** Takes every cell that waits as it was read. */
  async function acceptAll(id: string, person: Person = 'clerk'): Promise<void> {
    for (const row of await rows(id, '?only=open&limit=50')) {
      const accept = row.cells.filter(({ state }) => state === 'uncertain').map(({ field }) => field)
      await mend(row, { accept }, person)
    }
  }

  /** Decides that what looks renamed is another matter, and that the file is the whole catalogue. */
  async function endAll(id: string): Promise<void> {
    const { areas } = await diff(id)
    const successors = areas.flatMap(({ renamed }) => renamed.map(({ key }) => ({ key, rowId: null })))
    await step(id, 'terms', { effectiveFrom: null, successors, scope: 'replace' })
  }

  /** A draft that is checked and waits for a second person. */
  async function submitted(file?: File): Promise<DraftPage> {
    const { draft } = await upload(file)
    await acceptAll(draft.id)
    await endAll(draft.id)
    return step(draft.id, 'submit')
  }

  async function activate(id: string, person: Person = 'clerk-2') {
    const { against, draft } = await diff(id)
    return done<ActivatedDraft>(person, 'POST', `${at(id)}/activate`, {
      body: { version: draft.version, against },
    })
  }

  return { ask, done, at, upload, read, rows, diff, mend, step, acceptAll, endAll, submitted, activate }
}
