import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Fact } from '../catalogue/facts'
import { xlsxOf } from '../catalogue/files'
import { tableOf } from '../catalogue/sheetOf'
import { NATIONAL_STYLE } from '../catalogue/styles'

export const AREA = '养老服务'
/** The item that the day is about: its clock starts when the money is paid out. */
export const ITEM = ['养老服务业务办理', '老年人补贴']
export const ELEMENTS = ['服务内容', '补贴标准', '享受人数', '联系方式']
export const DEADLINE = '补贴发放后5个工作日内'

/** Damaged numbers of documents, and what they should be: two cells to be corrected. */
export const MENDED = ['国办发〔2016〕80号', '民发〔2021〕16号'] as const

const COMMON = {
  subjects: ['乡镇人民政府(街道办事处)'],
  channels: ['政府网站'],
  scope: 'public',
  mode: 'active',
} as const

const FACTS: readonly Fact[] = [
  {
    ...COMMON,
    no: '1',
    path: ['养老服务业务办理', '养老机构备案'],
    elements: ['备案条件', '备案流程'],
    basis: ['国办发〔201680号'],
    deadline: '制定或获取备案政策之日起10个工作日内',
    levels: ['town'],
  },
  {
    ...COMMON,
    no: '2',
    path: ['养老服务业务办理', '养老服务扶持补贴'],
    elements: ['补贴名称', '补贴标准'],
    basis: ['民发〔2021〕43号'],
    deadline: '制定或获取扶持补贴政策之日起10个工作日内',
    levels: ['town'],
  },
  {
    ...COMMON,
    no: '3',
    path: ITEM,
    elements: ELEMENTS,
    basis: ['民发〔202116号'],
    deadline: DEADLINE,
    levels: ['town', 'village'],
  },
].map(fact => ({
  ...fact,
  subjects: [...fact.subjects],
  channels: [...fact.channels],
  levels: [...fact.levels] as Fact['levels'],
}))

/** The workbook that the county has sent, with merged cells, as a file on disk. */
export async function countyFile(): Promise<{ file: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'county-'))
  const file = path.join(folder, '养老服务目录.xlsx')
  const table = tableOf(FACTS, { ...NATIONAL_STYLE, title: `${AREA}领域基层政务公开标准目录` })
  await writeFile(file, await xlsxOf({ [AREA]: table }))
  return { file, remove: () => rm(folder, { recursive: true, force: true }) }
}
