import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseCatalogueFile } from '../../../../server/documents/catalogue'
import type { CatalogueRow, ParsedCatalogue } from '@shared/contract/catalogues/catalogue'

const FOLDER = path.join(__dirname, '../../../fixtures/catalogue')

const read = (file: string): Promise<ParsedCatalogue> =>
  parseCatalogueFile({ file, bytes: readFileSync(path.join(FOLDER, file)) })

const ticked = ({ channels }: CatalogueRow): string[] =>
  channels.filter(({ ticked: on }) => on).map(({ name }) => name)
const doubted = ({ uncertain }: CatalogueRow): string[] => [...new Set(uncertain.map(({ field }) => field))]

it('three header rows, title and note rows, nested layout table, legend in the header', async () => {
  const { areas, rows, warnings } = await read('three-header-rows.html')
  expect(areas).toEqual(['养老服务'])
  expect(rows).toMatchObject([
    {
      row: 7,
      path: ['养老服务通用政策', '国家和地方层面养老服务相关法律、法规、政策文件'],
      elements: ['文件名称', '文号', '发文部门'],
      deadline: '制定或获取文件之日起１０个工作日内',
      subjects: ['区民政局', '街道公共服务办'],
      audience: { scope: 'public' },
      mode: 'active',
      levels: ['county'],
      inherited: [],
    },
    {
      path: ['养老服务通用政策', '养老机构', '备案'],
      basis: [
        { text: '民发〔201680号', suggestion: '民发〔2016〕80号' },
        { text: '国发(2013)35号', suggestion: '国发〔2013〕35号' },
      ],
      audience: { scope: 'specific', detail: '养老机构' },
      mode: 'on-request',
      levels: ['county', 'town', 'village'],
      inherited: ['path', 'subjects'],
    },
    {
      path: ['高龄津贴发放'],
      deadline: '及时公开',
      audience: { scope: 'both', detail: '80岁以上老人' },
      levels: ['town', 'village'],
      inherited: ['basis', 'deadline'],
    },
  ])
  expect(rows.map(ticked)).toEqual([
    ['政府网站'],
    ['政府网站', '其他（村民微信群）'],
    ['政府网站', '社区公示栏'],
  ])
  expect(warnings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['damaged-number', 'outdated-office', 'section-note']),
  )
})

it('one column a channel, a repeated header, 类别 with names of areas', async () => {
  const { areas, rows } = await read('channel-columns.html')
  expect(areas).toEqual(['社会救助', '养老服务'])
  expect(rows.map(({ path: item }) => item.at(-1))).toEqual([
    '办事指南',
    '审核信息',
    '养老机构备案',
    '高龄津贴',
  ])
  expect(rows.map(({ area }) => area)).toEqual(['社会救助', '社会救助', '养老服务', '养老服务'])
  expect(rows[0]).toMatchObject({ levels: ['county', 'town'], basis: [{ suggestion: '国务院令第649号' }] })
  expect(rows[1]).toMatchObject({ displayNo: '1', audience: { scope: 'specific', detail: '困难群众' } })
  expect(ticked(rows[0] as CatalogueRow)).toEqual(['政府网站', '便民服务站', '其他(请注明)：微信群'])
  expect(rows[2]?.channels[0]).toEqual({ name: '政府网站', ticked: null })
  expect(doubted(rows[2] as CatalogueRow)).toContain('channels')
})

it('renamed columns: 公开单位, 公开形式, 公开时间, 公开类型; ditto marks', async () => {
  const { rows } = await read('renamed-columns.html')
  expect(rows.map(({ displayNo, mode }) => [displayNo, mode])).toEqual([
    ['1.10', 'active'],
    ['２', 'on-request'],
    ['3', 'both'],
    ['4', null],
  ])
  expect(rows[1]).toMatchObject({ path: ['履职依据', '行政规范性文件'], subjects: ['区乡村振兴局'] })
  expect(rows[2]?.elements).toEqual(['项目名称', '项目类别', '建设性质', '实施地点'])
  expect(rows[2]?.subjects).toEqual(['区乡村振兴局', '各镇人民政府'])
})

it('a csv from a spreadsheet: merged cells lost, header repeated, notes, areas not involved', async () => {
  const { source, title, rows, warnings } = await read('merges-lost.gb18030.csv')
  expect(source.encoding).toBe('gb18030')
  expect(title).toBe('XX县城乡居民社会救助领域基层政务公开标准目录')
  expect(rows.map(({ row }) => row)).toEqual([5, 6, 9])
  expect(rows.map(({ mode }) => mode)).toEqual(['active', 'active', 'on-request'])
  expect(rows[1]).toMatchObject({
    path: ['社会保险登记', '个人基本信息变更'],
    elements: ['事项名称', '事项简述', '办理材料'],
    deadline: '公开事项信息形成或变更之日起20个工作日内公开',
  })
  expect(doubted(rows[1] as CatalogueRow)).toEqual(['basis', 'deadline', 'subjects'])
  expect(rows[2]?.elements).toEqual(['事项名称', '事项简述', '办理材料'])
  expect(warnings.map(({ code }) => code)).toEqual(['column-missing', 'section-note', 'section-not-involved'])
})

it('rows that lost a cell are laid out again and doubted', async () => {
  const { rows } = await read('rowspan-lost.html')
  expect(rows.map(({ path: item }) => item)).toEqual([
    ['政策文件', '法律法规'],
    ['政策文件', '部门和地方规章'],
    ['政策文件', '重大政策解读'],
  ])
  expect(rows[0]?.uncertain).toEqual([])
  for (const row of rows.slice(1)) {
    expect(row).toMatchObject({
      deadline: '半年至少更新1次',
      subjects: ['区应急局'],
      audience: { scope: null },
    })
    expect(doubted(row)).toEqual(expect.arrayContaining(['path', 'elements', 'basis', 'audience']))
  }
})

it('four path levels, 州级, coded numbers, injected advertising, pinyin residue', async () => {
  const { rows, warnings } = await read('four-levels.html')
  expect(rows[0]).toMatchObject({
    displayNo: '0505',
    path: ['社会救助', '综合业务', '政策法规文件'],
    levels: ['city', 'county', 'town', 'village'],
    subjects: ['县、乡镇人民政府'],
  })
  expect(rows[1]).toMatchObject({
    displayNo: null,
    basis: [{ suggestion: '国发〔2014〕47号' }],
    levels: ['county'],
  })
  expect(doubted(rows[2] as CatalogueRow)).toEqual(expect.arrayContaining(['path', 'basis']))
  expect(warnings.filter(({ code }) => code === 'foreign-words')).not.toEqual([])
})

it('tab-separated text keeps every cell and tick', async () => {
  const { areas, rows } = await read('tabs.txt')
  expect(areas).toEqual(['社会救助'])
  expect(rows).toMatchObject([
    { displayNo: '11', path: ['临时救助', '办事指南'], levels: ['county', 'town'], uncertain: [] },
    { displayNo: '12', path: ['临时救助', '审批信息'], levels: ['town'], inherited: ['path'] },
  ])
})

it('scanned text without a header: damaged digits and boxes are doubts', async () => {
  const { rows } = await read('scanned.txt')
  expect(rows).toHaveLength(2)
  for (const row of rows) {
    expect(row.deadline).toBe('信息形成(变更)2O个工作曰内')
    expect(doubted(row)).toEqual(
      expect.arrayContaining(['path', 'elements', 'deadline', 'channels', 'audience']),
    )
  }
})
