import { readText } from '../../../../server/domain/catalogue/linear'
import { readAtoms } from '../../../../server/domain/catalogue/linear/atoms'
import { joinEvidence, textOfAtoms } from '../../../../server/domain/catalogue/linear/align'
import { isLabel } from '../../../../server/domain/catalogue/linear/labels'
import { cutRows, isMeasured } from '../../../../server/domain/catalogue/linear/rows'
import { readList } from '../../../../server/domain/catalogue/linear/list'

/** A catalogue as a page's text alone: how cells are kept apart, rows are cut, and what stays open. */

const texts = (text: string) => readAtoms(text).atoms.map(atom => `${atom.line} ${atom.text}`)

describe('the layout of a text', () => {
  test('one row a line, between marks; a frame of marks borders nothing', () => {
    const rows = ['|序号|事项|时限|', '|--|--|--|', '|1|**低保**<br>甲||', '|2|特困|及时|']
    expect(readAtoms(rows.join('\n')).layout).toBe('rows')
    expect(texts(rows.join('\n'))).toEqual(['1 序号', '1 事项', '1 时限', '3 1', '3 低保 \n甲', '3 ', '4 2', '4 特困', '4 及时']) // prettier-ignore
    expect(texts('甲\t乙\t丙\t\n丁\t\t戊\t己\n庚\t辛\t壬\t癸')).toEqual(['1 甲', '1 乙', '1 丙', '1 ', '2 丁', '2 ', '2 戊', '2 己', '3 庚', '3 辛', '3 壬', '3 癸']) // prettier-ignore
  })

  test('one cell between lone marks, over any lines', () => {
    const text = '序号|\n公开事项|\n公开\n时限|\n1|\n低保|'
    expect(readAtoms(text).layout).toBe('stream')
    expect(texts(text)).toEqual(['1 序号', '2 公开事项', '3 公开\n时限', '5 1', '6 低保', '6 '])
  })

  test('one cell a paragraph, or a line; characters written downwards are one', () => {
    expect(readAtoms('甲\n乙\n\n丙\n\n丁')).toEqual({
      layout: 'cells',
      atoms: [
        { text: '甲\n乙', line: 1 },
        { text: '丙', line: 4 },
        { text: '丁', line: 6 },
      ],
    })
    expect(readAtoms('序号\n公开事项\n 低保 ')).toEqual({
      layout: 'lines',
      atoms: [
        { text: '序号', line: 1 },
        { text: '公开事项', line: 2 },
        { text: '低保', line: 3 },
      ],
    })
    expect(texts('名单\n低\n保\n户\n及时')).toEqual(['1 名单', '2 低保户', '5 及时'])
    expect(texts('名单\n低\n保\n及时')).toEqual(['1 名单', '2 低', '3 保', '4 及时'])
  })

  test('cells between blanks, under a head of whole words or one spaced out', () => {
    expect(readAtoms('序号 公开事项 公开内容 公开时限\n1 低保 名单 及时')).toMatchObject({ layout: 'blanks' })
    expect(texts('序号 公开事项 公开内容 公开时限\n1 低保 名单 及时').slice(3)).toEqual(['1 公开时限', '2 1', '2 低保', '2 名单', '2 及时']) // prettier-ignore
  })

  test('drawn tables are rows, each cell over its lines', () => {
    const drawn = ['┌──┬──┬──┬──┐', '│序号│事项│时限│主体│', '├──┼──┼──┼──┤', '│1  │低  │及时│甲  │', '│   │保  │    │局  │', '└──┴──┴──┴──┘'] // prettier-ignore
    expect(texts(drawn.join('\n'))).toEqual(['2 序号', '2 事项', '2 时限', '2 主体', '4 1', '4 低保', '4 及时', '4 甲局']) // prettier-ignore
  })
})

test.each([
  ['最低生活保障（甲', '乙）', 1],
  ['名单、', '金额', 1],
  ['信息形成', '之日起', 1],
  ['20', '15', 1],
  ['名', '单位', 1],
  ['公', '开时限', 1],
  ['社会', '救助', 0.5],
  ['■政府网站', '□政府公报', 0.8],
  ['低保', '特困', 0.5],
  ['津贴', '高龄', 0],
])('“%s” and “%s” are one cell by %d', (left, right, evidence) => {
  expect(joinEvidence(left, right)).toBe(evidence)
})

test('the pieces of a cell are put together as its column is written', () => {
  const atoms = (...pieces: string[]) => pieces.map(text => ({ text, line: 1 }))
  expect(textOfAtoms(atoms('■甲', '□乙'), 'channels')).toBe('■甲\n□乙')
  expect(textOfAtoms(atoms('名单', '金额'), 'elements')).toBe('名单\n金额')
  expect(textOfAtoms(atoms('信息', '形成'), 'deadline')).toBe('信息形成')
  expect(textOfAtoms(atoms('区民政局', '镇政府'), 'subjects')).toBe('区民政局\n镇政府')
  expect(textOfAtoms(atoms('区民政局、', '镇政府'), 'subjects')).toBe('区民政局、镇政府')
  expect(textOfAtoms([], 'subjects')).toBe('')
})

test.each([
  ['个工作日', true],
  ['日内', true],
  ['个人信息', false],
  ['日常管理', false],
  ['月度报告', false],
  ['年内', true],
  ['年度计划', false],
  ['项目', false],
  ['低保', false],
])('a number before “%s” counts it: %s', (text, counts) => expect(isMeasured(text)).toBe(counts))

describe('rows are cut', () => {
  const atoms = (...cells: string[]) => cells.map((text, at) => ({ text, line: at + 1 }))
  const cut = (...cells: string[]) =>
    cutRows(atoms(...cells), 'cells', 3).map(({ number, atoms: own }) => [
      number,
      ...own.map(one => one.text),
    ])

  test('at numbers that follow each other, from any first one', () => {
    expect(cut('1', '低保', '及时', '2', '特困', '及时')).toEqual([['1', '低保', '及时'], ['2', '特困', '及时']]) // prettier-ignore
    expect(cut('11', '低保', '12', '特困')).toEqual([['11', '低保'], ['12', '特困']]) // prettier-ignore
    expect(cut('1', '低保', '9', '特困')).toEqual([['1', '低保', '9', '特困']])
    expect(cut('1', '低保', '4', '特困')).toEqual([['1', '低保'], ['4', '特困']]) // prettier-ignore
    expect(cut('3', '低保', '1', '特困')).toEqual([['3', '低保'], ['1', '特困']]) // prettier-ignore
    expect(cut('1.1', '低保', '1.2', '特困', '2.1', '津贴')).toHaveLength(3)
    expect(cut('1', '低保', '（2）', '特困')).toEqual([['1', '低保', '（2）', '特困']])
    expect(cut('低保', '及时')).toEqual([])
    expect(cut('1', '2', '低保')).toEqual([['2', '低保']])
  })

  test('at numbers that stand glued to the first cell', () => {
    expect(cut('1低保', '及时', '2特困', '及时')).toEqual([['1', '低保', '及时'], ['2', '特困', '及时']]) // prettier-ignore
    expect(cut('1日内', '2日内')).toEqual([])
  })

  test('at lines, where each is one; a short line goes on with the one above', () => {
    const lines = (...rows: string[][]) => cutRows(rows.flatMap((row, at) => row.map(text => ({ text, line: at + 1 }))), 'rows', 4).map(({ line, number, atoms: own }) => [line, number, ...own.map(one => one.text)]) // prettier-ignore
    expect(lines(['1', '低保', '名单', '及时'], ['2', '特困', '名单', '及时'])).toEqual([[1, '1', '低保', '名单', '及时'], [2, '2', '特困', '名单', '及时']]) // prettier-ignore
    expect(lines(['1', '低保', '名'], ['单', '及时'])).toEqual([[1, '1', '低保', '名\n单', '及时']])
    expect(lines(['1', '低保', '名单', '及时'], ['', '特困', '名单', '及时'])[1]).toEqual([2, null, '特困', '名单', '及时']) // prettier-ignore
    expect(lines(['1', '低保', '名单', '及时', '2', '特困', '名单', '及时'])).toEqual([[1, '1', '低保', '名单', '及时'], [1, '2', '特困', '名单', '及时']]) // prettier-ignore
  })
})

test.each([
  '公开事项',
  '公开事项：',
  '【公开时限】',
  '**责任单位**：',
  '咨询电话',
  '公開內容',
  '公开内容（要素）',
  '备注',
])('“%s” is a label', text => expect(isLabel(text)).toBe(true))
test.each(['公开事项：低保', '低保', '', '公开'])('“%s” is none', text => expect(isLabel(text)).toBe(false))

describe('a numbered list', () => {
  const list = (...lines: string[]) =>
    readList(lines.join('\n'))?.map(({ line, number, path }) => [line, number, ...path])

  test('has its headings above each item, the deeper below the outer', () => {
    expect(list('一、事务类', '（一）选举', '1.换届', '2、辞职；', '（二）财务', '3) 收支', '二、制度类', '1.1 章程')).toEqual([
      [3, '1', '事务类', '选举', '换届'],
      [4, '2', '事务类', '选举', '辞职'],
      [6, '3', '事务类', '财务', '收支'],
      [8, '1.1', '制度类', '章程'],
    ]) // prettier-ignore
  })

  test('is none with boxes, with few items, among many other lines, or of time limits', () => {
    expect(list('1.甲乙', '2.丙丁')).toBeUndefined()
    expect(list('1.甲乙', '2.丙丁', '3.■戊')).toBeUndefined()
    expect(list('1.甲乙', '2.丙丁', '3.戊己', '今天', '明天')).toBeUndefined()
    expect(list('1.甲乙', '2.丙丁', '3.戊己', '今天')).toHaveLength(3)
    expect(list('1.及时公开', '2.每月公开', '3.长期公开')).toBeUndefined()
  })
})

describe('what a text leaves open', () => {
  const HEAD = '序号|公开事项|公开内容|公开依据|公开时限|公开主体|公开渠道|公开对象|公开方式|公开层级|'
  const ROW = '|名单、标准|《甲条例》|及时公开|民政局|■政府网站|全社会|主动|县级|'
  const doubts = (text: string, at = 0) =>
    readText(text).rows[at]?.uncertain.map(({ field, reason }) => `${field} ${reason}`)

  test('nothing, where every cell is kept', () => {
    const { rows, warnings, title, tables } = readText(`某县公开目录\n${HEAD}\n1|低保${ROW}\n2|特困${ROW}`)
    expect(rows.map(({ row, displayNo, path, uncertain }) => [row, displayNo, path, uncertain])).toEqual([
      [3, '1', ['低保'], []],
      [4, '2', ['特困'], []],
    ])
    expect([warnings, title, tables]).toEqual([[], '某县公开目录', 1])
  })

  test('columns that are not there are told; without a head whole fields are open', () => {
    const short = '序号|公开事项|公开内容|公开时限|公开主体|\n1|低保|名单、标准|及时公开|民政局|\n2|特困|名单、标准|及时公开|民政局|' // prettier-ignore
    expect(readText(short).warnings.map(({ message }) => message)).toEqual(['公开依据', '公开渠道和载体', '公开对象', '公开方式', '公开层级'].map(name => `表中没有“${name}”一列`)) // prettier-ignore
    const bare = '1|社会救助|低保|名单、标准|《甲条例》|及时公开|民政局|■政府网站|\n2|社会救助|特困|名单、标准|《甲条例》|及时公开|民政局|■政府网站|' // prettier-ignore
    expect(doubts(bare)).toEqual(expect.arrayContaining(['audience', 'mode', 'levels'].map(field => `${field} 文本里没有表头，看不出这一项`))) // prettier-ignore
    expect(doubts(bare)).toContain('path 文本里没有表头，按国家统一栏目的顺序读取')
  })

  test('areas by lines, and a title of the next table, hold from there on', () => {
    for (const next of [
      '二、养老服务领域',
      '养老服务领域基层政务公开目录',
      '某县养老服务领域基层政务公开标准目录',
    ]) {
      const { areas, rows } = readText(
        `一、社会救助领域\n${HEAD}\n1|低保${ROW}\n${next}\n${HEAD}\n1|津贴${ROW}`,
      )
      expect(areas).toEqual(['社会救助', '养老服务'])
      expect(rows.map(({ area, path }) => [area, ...path])).toEqual([
        ['社会救助', '低保'],
        ['养老服务', '津贴'],
      ])
    }
  })

  test('notes and areas not involved end the table', () => {
    const end = (line: string) => readText(`${HEAD}\n1|低保${ROW}\n${line}\n甲乙丙`)
    expect(end('填表说明：以上').warnings).toEqual([
      { row: 3, code: 'section-note', message: '从这一行起是说明，没有作为事项读入' },
    ])
    expect(end('以下领域不涉及').warnings).toEqual([
      { row: 3, code: 'section-not-involved', message: '从这一行起是不涉及的领域，没有作为事项读入' },
    ])
    expect(end('填表说明：以上').rows).toHaveLength(1)
  })

  test('the end of the page is left out', () => {
    const page = `${HEAD}\n1|低保${ROW}\n2|特困${ROW}\n【打印】【关闭】\n版权所有：某县\n`
    expect(readText(page)).toEqual(readText(`${HEAD}\n1|低保${ROW}\n2|特困${ROW}`))
  })

  test('a list of numbers is told to be no more', () => {
    const { warnings, rows } = readText('村务公开目录\n一、制度类\n1.章程\n2.公约\n3.规定')
    expect(warnings).toEqual([{ code: 'text-list', message: '文本只是编号清单，没有公开内容、时限等栏目' }])
    expect(rows[0]).toMatchObject({ path: ['制度类', '章程'], inherited: ['path'], uncertain: [] })
  })
})

test('labelled lines: each record by its number, headings above, 同上 from the one before', () => {
  const record = (no: string, name: string, deadline: string) =>
    `${no}、公开事项：${name}\n公开内容：名单、标准\n公开时限：${deadline}\n公开主体：民政局`
  const { title, areas, rows } = readText(`某县公开目录\n一、社会救助领域\n${record('1', '低保', '及时公开')}\n\n${record('2', '特困', '同上')}\n\n二、养老服务领域\n${record('1', '津贴', '每月')}`) // prettier-ignore
  expect([title, areas]).toEqual(['某县公开目录', ['社会救助', '养老服务']])
  expect(rows.map(({ area, path, deadline }) => [area, path.at(-1), deadline])).toEqual([
    ['社会救助', '低保', '及时公开'],
    ['社会救助', '特困', '及时公开'],
    ['养老服务', '津贴', '每月'],
  ])
})
