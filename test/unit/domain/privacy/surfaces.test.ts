import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { strToU8, zipSync } from 'fflate'
import { idCheckCharacter } from '../../../../server/domain/privacy/detectors/residentId'
import { scanFile } from '../../../../server/documents/privacy'
import {
  deletion,
  makeDocx,
  makeGbkPdf,
  makeJpeg,
  makePdf,
  makePlacedPdf,
  makeXlsx,
  paragraph,
  wordPart,
  wordTable,
} from '../../../support/privacy/files'
import { processorMs } from '../../../support/processorTime'

const ID = `61011119800101123${idCheckCharacter('61011119800101123')}`
const CARD = '6217000012345678907'

const scan = async (name: string, content: string | Buffer) => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return scanFile({ name, bytes, today: '2026-11-24' })
}
const told = async (name: string, content: string | Buffer): Promise<string[]> =>
  (await scan(name, content)).map(({ kind, severity, place }) => {
    const { sheet, cell, page, line, part } = place
    return [kind, severity, sheet, cell, page && `第${page}页`, line && `第${line}行`, part]
      .filter(Boolean)
      .join(' ')
  })

describe('xlsx', () => {
  test('cells, hidden places, comments, headers, names and properties', async () => {
    const bytes = await makeXlsx(book => {
      book.creator = '李建国'
      book.title = '问13812345678'
      const open = book.addWorksheet('公示')
      open.addRow(['某村低保公示'])
      open.addRow(['序号', '姓名', '身份证号', '金额', '残疾等级', '住址'])
      open.addRow([1, '张建国', ID, 13812345678, '肢体二级', '三组'])
      open.addRow([2, '王*', '6101**********1233', 500, '', '三组12号'])
      open.getCell('A3').note = '电话13912345678'
      open.headerFooter.oddHeader = '&L制表 13712345678'
      open.getCell('H3').value = { formula: '"电话"&"13612345678"', result: '' }
      const hidden = book.addWorksheet('底册', { state: 'veryHidden' })
      hidden.addRow(['姓名', '卡号'])
      hidden.addRow(['王秀英', CARD])
      hidden.getRow(2).hidden = true
      hidden.getColumn(2).hidden = true
      book.definedNames.add('公示!$A$1', '李秀英_13512345678')
    })
    const found = await told('公示.xlsx', bytes)
    expect(found).toEqual(
      expect.arrayContaining([
        'person-name review 公示 B3',
        'resident-id block 公示 C3',
        'health review 公示 E3',
        'address review 公示 F4',
        'mobile block 公示 A3 批注',
        'mobile block 公示 页眉',
        'mobile block 公示 公式',
        'person-name review 底册 A2 隐藏工作表、隐藏行',
        'bank-card block 底册 B2 隐藏工作表、隐藏行、隐藏列',
        'person-name review 文档属性 creator（docProps/core.xml）',
        'mobile block 文档属性 title（docProps/core.xml）',
        expect.stringMatching(/^mobile block 定义的名称/),
      ]),
    )
    expect(found.filter(line => line.includes('D3'))).toEqual([])
  })

  test('numbers cut over cells and long numbers kept as figures', async () => {
    const bytes = await makeXlsx(book => {
      const sheet = book.addWorksheet('表')
      sheet.addRow(['备注', '', ''])
      sheet.addRow([ID.slice(0, 6), ID.slice(6, 14), ID.slice(14)])
      sheet.addRow(['身份证号'])
      sheet.addRow([610111198001011200])
    })
    const found = await told('a.xlsx', bytes)
    expect(found).toContain('resident-id block 表 A2')
    expect(found.some(line => /resident-id \w+ 表 A4/.test(line))).toBe(true)
  })

  test('an ordinary finance sheet has nothing to say', async () => {
    const bytes = await makeXlsx(book => {
      const sheet = book.addWorksheet('三季度收支')
      sheet.addRow(['大石头村2026年三季度财务公开'])
      sheet.addRow(['日期', '凭证号', '事项', '收入', '支出', '经手人', '备注'])
      sheet.addRow([
        new Date('2026-07-01'),
        '记-07-0001',
        '三组道路硬化2.35公里',
        0,
        138123.45,
        '刘建军',
        '陕农发〔2023〕82号',
      ])
      sheet.addRow(['合计', '', '', 1234567.89, 6217001.5, '', '监督电话029-36812345'])
    })
    expect(await told('三季度财务公开.xlsx', bytes)).toEqual([])
  })
})

test('docx: body, cut runs, tables, comments, notes, tracked changes, properties and authors', async () => {
  const bytes = makeDocx(
    paragraph('公示 联系人：张建国') +
      paragraph('身份证6101111980', ID.slice(10)) +
      deletion('赵国强', '13812345678') +
      wordTable([
        ['姓名', '账号'],
        ['王秀英', '270012345678901'],
      ]),
    {
      'word/comments.xml': wordPart(
        'comments',
        `<w:comment w:author="钱学文">${paragraph('微信号：abc_12345')}</w:comment>`,
      ),
      'word/footnotes.xml': wordPart('footnotes', paragraph('陕A12345')),
      'word/header1.xml': wordPart('hdr', paragraph('电话13712345678')),
      'docProps/core.xml': `<c:coreProperties xmlns:c="a" xmlns:d="b"><d:creator>孙建军</d:creator><d:description>${CARD}</d:description></c:coreProperties>`,
      'customXml/item1.xml': `<data><v>${ID}</v></data>`,
      'word/media/image1.png': 'x',
    },
  )
  expect(await told('a.docx', bytes)).toEqual(
    expect.arrayContaining([
      'person-name review 第1行 正文',
      'resident-id block 第2行 正文',
      'mobile block 第1行 正文 修订中删除的文字',
      'person-name review 正文 作者',
      'person-name review A2 正文 表格 1',
      'bank-card block B2 正文 表格 1',
      'wechat review 第1行 批注',
      'person-name review 批注 作者',
      'plate review 第1行 脚注',
      'mobile block 第1行 页眉',
      'person-name review 文档属性 creator（docProps/core.xml）',
      'bank-card block 文档属性 description（docProps/core.xml）',
      'resident-id block customXml/item1.xml',
      'file-metadata review word/media/image1.png',
    ]),
  )
})

describe('pdf', () => {
  test('text over lines, properties, pages without text', async () => {
    const bytes = await makePdf([[`ID ${ID}`, `no ${ID.slice(0, 9)}`, ID.slice(9)], []], {
      Author: '孙建军',
      Subject: '13812345678',
    })
    const found = await told('a.pdf', bytes)
    expect(found).toEqual(
      expect.arrayContaining([
        'resident-id block 第1页 第1行',
        'resident-id block 第1页 第2行',
        'file-metadata review 第2页',
        'person-name review 文档属性 Author',
        'mobile block 文档属性 Subject',
      ]),
    )
  })

  test('a number wrapped in a narrow column, other cells beside it', async () => {
    const bytes = await makePlacedPdf([
      ['1', 72, 100],
      [ID.slice(0, 10), 120, 100],
      ['500.00', 260, 100],
      ['No. 3', 340, 100],
      [ID.slice(10), 120, 114],
    ])
    expect(await told('a.pdf', bytes)).toEqual(['resident-id block 第1页'])
  })

  test('a font that is not embedded, text in GBK', async () => {
    expect(await told('a.pdf', makeGbkPdf(`姓名：张建国 电话13812345678`))).toEqual([
      'person-name review 第1页 第1行',
      'mobile block 第1页 第1行',
    ])
  })

  test('a broken one is refused', async () => {
    await expect(scan('a.pdf', '%PDF-1.4 nothing')).rejects.toMatchObject({ code: 'unreadable' })
  })
})

describe('csv', () => {
  const text = `公示表\n户主,身份证号,一卡通账号\n张建国,${ID},27012345678901\n"李\n秀英",${ID.slice(0, 10)},${ID.slice(10)}\n`
  test.each(['utf8', 'gb18030', 'utf16le'])('%s', async encoding => {
    const bytes = iconv.encode(text, encoding, { addBOM: encoding === 'utf16le' })
    expect(await told('a.csv', bytes)).toEqual([
      'person-name review A3 第3行',
      'resident-id block B3 第3行',
      'bank-card block C3 第3行',
      'person-name review A4 第4行',
      'resident-id block B4 第4行',
    ])
  })
})

test('html: shown text, tables, hidden fields, links, comments and scripts', async () => {
  const page = `<html><!-- ${ID} -->\n<p>电话 138<b>1234</b>5678</p>\n<table><tr><th>姓名<th>电话</tr>\n<tr><td>张建国<td>139&#49;2345678</tr></table>
<input type="hidden" name="idcard" value="${ID}">\n<a href="tel:13712345678">拨打</a><img alt="李秀英 ${CARD}" src="/a/13612345678.png">
<script>var data = ["${CARD}"]</script></html>`
  expect(await told('a.html', page)).toEqual(
    expect.arrayContaining([
      'resident-id block 第1行 注释',
      'mobile block 第2行',
      'person-name review A2 第4行 表格 1',
      'mobile block B2 第4行 表格 1',
      'resident-id block 第5行 属性 value',
      'mobile block 第6行 属性 href',
      'bank-card block 第6行 属性 alt',
      'bank-card block 第7行 脚本',
    ]),
  )
})

test('html that is not in order: cells without a table, self-closed elements, CDATA, templates', async () => {
  const page = `<div><tr><td>12<td>13812345678</tr></div>\n<script src="a.js"/>\n<p>证件 ${ID}</p>
<![CDATA[电话13912345678]]>\n<template><input value="${CARD}"></template>`
  expect(await told('a.xhtml', page)).toEqual(
    expect.arrayContaining([
      'mobile block 第1行',
      'resident-id block 第3行',
      'mobile block 第4行 CDATA',
      'bank-card block 第5行 属性 value',
    ]),
  )
})

test.each([
  ['nests', (times: number) => '<div>'.repeat(times), 200_000],
  ['opens formatting', (times: number) => Array.from({ length: times }, (_, at) => `<b id=${at}>`).join(''), 50_000], // prettier-ignore
])('html that %s without end is refused before it is read to its end', async (_what, body, times) => {
  const refused = (count: number) =>
    processorMs(() =>
      expect(scanFile({ name: 'a.html', bytes: Buffer.from(`<html>${body(count)}`) })).rejects.toMatchObject({
        code: 'unreadable',
      }),
    )
  await refused(times)
  const [once, fourfold] = [Math.max(await refused(times), 5), await refused(4 * times)]
  expect(fourfold / once).toBeLessThan(8)
})

test('json: by keys, long numbers without quotes, tables of arrays', async () => {
  const text = `{"rows":[{"name":"张建国","idCard":${ID},"phone":"13812345678","amount":13912345678}],"grid":[["姓名","卡号"],["王秀英","270012345678"]]}`
  expect(await told('a.json', text)).toEqual([
    'person-name review rows[0].name',
    'resident-id block rows[0].idCard',
    'mobile block rows[0].phone',
    'person-name review grid[1][0]',
    'bank-card block grid[1][1]',
  ])
  expect(await told('b.json', `{"broken": "${ID}"`)).toEqual(['resident-id block 第1行'])
})

test('text: lists, tables of blanks, numbers over line ends', async () => {
  const text = `名单如下\n姓名    组别    电话\n张建国    一组    13812345678\n李秀英    二组    13912345678\n\n${ID.slice(0, 12)}\n${ID.slice(12)}\n`
  expect(await told('a.txt', text)).toEqual(
    expect.arrayContaining([
      'person-name review 第3行',
      'mobile block 第3行',
      'mobile block 第4行',
      'person-name review 第4行',
      'resident-id block 第6行',
    ]),
  )
})

test('pictures: place, people and a word of caution', async () => {
  const found = await scan('a.jpg', makeJpeg('张建国', '电话13812345678'))
  expect(found.map(({ kind, place, text }) => `${kind} ${place.part} ${text}`)).toEqual([
    'file-metadata 图片 JPEG 图片，可能有人像、签名或证件',
    'gps EXIF GPS 34.341389,108.939722',
    'mobile EXIF ImageDescription 13812345678',
    'person-name EXIF Artist 张建国',
  ])
})

test('the file’s name is public too', async () => {
  expect(await told(`张建国${ID}.txt`, '公示')).toEqual([
    'person-name review 文件名',
    'resident-id block 文件名',
  ])
})

describe('what cannot be read is said', () => {
  test.each([
    ['empty-file', 'a.txt', Buffer.alloc(0)],
    ['unknown-kind', 'a.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0])],
    ['unknown-kind', 'a.zip', Buffer.from(zipSync({ 'a.txt': strToU8('x') }))],
    ['unreadable', 'a.xlsx', Buffer.from('PK\u0003\u0004 broken')],
  ])('%s', async (code, name, bytes) => {
    await expect(scanFile({ name, bytes })).rejects.toMatchObject({ code })
  })
})

test('this test file itself is a text like any other', async () => {
  const found = await scan('surfaces.test.ts', readFileSync(__filename))
  expect(found.length).toBeGreaterThan(0)
})
