import { blockRows } from '../../../server/disclosure/publications/presenters/recordRows'
import { presentColumnExport } from '../../../server/reading/channels/presenters/columnExport'
import { addressesUnder } from '../../../server/platform/config/publicAddresses'
import { columnHtml } from '../../../server/reading/channels/presenters/columnExport/html'
import { escaped, tag } from '../../../server/documents/html/markup'
import { columnRss } from '../../../server/reading/channels/presenters/columnExport/rss'
import { presentColumn } from '../../../server/reading/channels/presenters/column'
import { presentNoticePage } from '../../../server/reading/site/presenters/noticePage'
import { articleHtml } from '../../../server/reading/channels/presenters/wall/article'
import { broadcastText } from '../../../server/reading/channels/presenters/wall/broadcast'
import { presentWall } from '../../../server/reading/channels/presenters/wall'
import {
  codeLine,
  dayOf,
  objectionLines,
  publishedLine,
  sentenceIn,
} from '../../../server/reading/channels/presenters/wall/words'
import { shortCode } from '@shared/presentation/shortCode'
import type { ColumnExport } from '@shared/contract/reading/column'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import {
  NOW,
  STREET,
  VILLAGE,
  itemRow,
  noticeInput,
  presentedNotice,
  publicationRow,
} from '../../support/presenters/rows'
import { fileName } from '@server/platform/download'
import { exportName, exportRows } from '@server/reading/channels/presenters/exportNotice'

/** What is taken away: sheets, columns for other sites, the wall, the loudspeaker. */

const BLOCKS: PresentedBlock[] = [
  { kind: 'summary', id: 's', label: '一句话', text: '共三户。', figure: null },
  { kind: 'text', id: 't', label: '说明', paragraphs: ['第一段', '第二段'] },
  {
    kind: 'facts',
    id: 'f',
    label: '公开内容',
    rows: [
      { id: 'a', label: '依据', value: '一号文件', missing: false },
      { id: 'b', label: '标准', value: '未填写', missing: true },
    ],
  },
  {
    kind: 'table',
    id: 'tb',
    label: '明细',
    unit: '元',
    columns: [
      { id: 'name', label: '姓名', align: 'left' },
      { id: 'amount', label: '金额', align: 'right' },
    ],
    rows: [
      { id: 'r1', cells: ['张*', '400.00'] },
      { id: 'r2', cells: ['<李*>', '80.00'] },
    ],
    totals: [{ id: 'amount', label: '合计', value: '480.00' }],
  },
  { kind: 'files', id: 'fl', label: '附件', files: [{ name: '名单.pdf', size: '12 KB' }] },
  { kind: 'bars', id: 'b', label: '图', bars: [] },
] as never

const page = (blocks: PresentedBlock[] = BLOCKS, more: object = {}) => {
  const shown = presentNoticePage(noticeInput())
  return { ...shown, presented: { ...shown.presented, blocks }, ...more }
}

describe('a sheet of a notice', () => {
  test('has every block, bars left to their table', () => {
    expect(BLOCKS.map(blockRows)).toEqual([
      [['一句话', '共三户。']],
      [['说明'], ['第一段'], ['第二段']],
      [['公开内容'], ['依据', '一号文件'], ['标准', '未填写']],
      [
        ['明细', '单位：元'],
        ['姓名', '金额'],
        ['张*', { text: '400.00', number: 400, format: '#,##0.00' }],
        ['<李*>', { text: '80.00', number: 80, format: '#,##0.00' }],
        ['合计', { text: '480.00', number: 480, format: '#,##0.00', sumOf: 2 }],
      ],
      [['附件'], ['名单.pdf', '12 KB']],
      [],
    ])
    expect(blockRows({ ...BLOCKS[3]!, unit: null } as never)[0]).toEqual(['明细'])
  })

  test('begins with whose it is and of when', () => {
    expect(exportRows(page(BLOCKS.slice(0, 2)))).toEqual([
      ['耕地地力保护补贴'],
      ['公开单位', '大王庄'],
      ['公开所属期', '2026年第一季度'],
      ['公开日期', { text: '2026年6月10日', day: '2026-06-10' }],
      ['版次', '第 1 版'],
      [],
      ['一句话', '共三户。'],
      [],
      ['说明'],
      ['第一段'],
      ['第二段'],
    ])
  })

  test('is named so that any system can keep it', () => {
    expect(exportName(page(), 'xlsx')).toBe('大王庄-耕地地力保护补贴-第1版.xlsx')
    expect(fileName('a/b\\c:d*e?f"g<h>i|j\u0000k\u200b', 'csv')).toBe('a b c d e f g h i j k.csv')
    expect(fileName('长'.repeat(120), 'pdf')).toBe(`${'长'.repeat(100)}.pdf`)
  })
})

describe('a column on another site', () => {
  const to = addressesUnder('https://m.example')
  const column = {
    item: itemRow(),
    issuer: STREET,
    orgs: [
      { org: VILLAGE, rows: [publicationRow(), publicationRow({ noticeId: 'ntc_0', title: '上<一>期', publishedAt: new Date('2026-03-01T00:00:00Z') })], missed: null }, // prettier-ignore
      { org: { ...VILLAGE, _id: 'V2', name: '小李村' }, rows: [], missed: { period: '2026Q1', causeLabel: '一季度', dueOn: '2026-04-30' } }, // prettier-ignore
    ],
  } as never as Parameters<typeof presentColumn>[0]
  const content: ColumnExport = {
    url: 'https://m.example/c',
    column: presentColumn(column, to),
    records: [
      { orgCode: 'V1', noticeId: 'ntc_1', edition: 1, url: 'u', presented: { blocks: BLOCKS, sha256: 'x' } },
    ],
  }

  test('escapes what has a meaning in markup and drops what no page may have', () => {
    expect(escaped(`a&b<c>"d'e\u0001\ud800f`)).toBe('a&amp;b&lt;c&gt;&quot;d&#39;ef')
    expect(tag('a', 'x', { href: '"' })).toBe('<a href="&quot;">x</a>')
    expect(tag('p', 'x')).toBe('<p>x</p>')
  })

  test('as a page: what is newest whole, what came before as links, what is late as such', () => {
    const html = columnHtml(content, to)
    expect(html.startsWith('<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport"')).toBe(true) // prettier-ignore
    expect(html.endsWith('</body></html>\n')).toBe(true)
    const title = '农业生产发展资金 › 耕地地力保护（东街街道）'
    expect(html).toContain(`<title>${title}</title><link rel="alternate" type="application/rss+xml" href="https://m.example/api/v1/orgs/ST1/columns/key_1/export?format=rss"><style>`) // prettier-ignore
    const body = html.slice(html.indexOf('<body>') + 6, -'</body></html>\n'.length)
    expect(body).toBe(
      [
        `<h1><a href="https://m.example/c">${title}</a></h1>`,
        '<p>2 个单位中有 1 个公开过这一项，1 个到期没有公开。</p>',
        '<section><h2>大王庄</h2>',
        '<h3><a href="https://m.example/n/7208121">耕地地力保护补贴</a></h3>',
        '<p>2026年第一季度 · 2026年6月10日公开 · 第 1 版</p>',
        '<p>共三户。</p>',
        '<h4>说明</h4><p>第一段</p><p>第二段</p>',
        '<h4>公开内容</h4><table><tr><th scope="row">依据</th><td>一号文件</td></tr><tr><th scope="row">标准</th><td>未填写</td></tr></table>',
        '<h4>明细</h4><table><thead><tr><th scope="col">姓名</th><th scope="col" class="r">金额（元）</th></tr></thead>',
        '<tbody><tr><td>张*</td><td class="r">400.00</td></tr><tr><td>&lt;李*&gt;</td><td class="r">80.00</td></tr></tbody></table><table><tr><th scope="row">合计</th><td>480.00元</td></tr></table><p>逐行相加一致</p>',
        '<h4>附件</h4><ul><li>名单.pdf<small>12 KB</small></li></ul>',
        '<ul><li><a href="https://m.example/n/0374819">上&lt;一&gt;期</a> 2026年第一季度 · 2026年3月1日公开</li></ul></section>',
        '<section><h2>小李村</h2><p>! 一季度的内容应在2026年4月30日前公开，还没有公开。</p><p>还没有公开这一项。</p></section>',
      ].join(''),
    )
    const bare = columnHtml({ ...content, records: [] }, to)
    expect(bare).not.toContain('<h3>')
    expect(bare).toContain(shortCode('ntc_1'))
    const unitless = { ...content.records[0]!, presented: { blocks: [{ ...BLOCKS[3]!, unit: null }], sha256: '' } } as never // prettier-ignore
    expect(columnHtml({ ...content, records: [unitless] }, to)).toContain('class="r">金额</th>')
  })

  test('as a feed: newest first, each edition an entry, fifty at most', () => {
    const rss = columnRss(content, to)
    const one = (id: string, title: string, at: string) =>
      `<item><title>大王庄：${title}</title><link>https://m.example/n/${shortCode(id)}</link><guid isPermaLink="false">${id}/1</guid><pubDate>${at}</pubDate><category>2026年第一季度</category><description>2026年第一季度耕地地力保护补贴，共3户6人，合计1,714.56元。</description></item>`
    expect(rss).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
        '<title>东街街道：农业生产发展资金 › 耕地地力保护</title><link>https://m.example/c</link>',
        '<atom:link href="https://m.example/api/v1/orgs/ST1/columns/key_1/export?format=rss" rel="self" type="application/rss+xml"/>',
        '<description>2 个单位中有 1 个公开过这一项，1 个到期没有公开。</description><language>zh-CN</language>',
        '<lastBuildDate>Wed, 10 Jun 2026 01:00:00 GMT</lastBuildDate>',
        one('ntc_1', '耕地地力保护补贴', 'Wed, 10 Jun 2026 01:00:00 GMT'),
        one('ntc_0', '上&lt;一&gt;期', 'Sun, 01 Mar 2026 00:00:00 GMT'),
        '</channel></rss>\n',
      ].join(''),
    )
    const [first] = content.column.orgs
    const notices = Array.from({ length: 51 }, (_, n) => ({ ...first!.notices[0]!, id: `n${n}`, publishedAt: new Date(Date.UTC(2026, 0, 1 + n)).toISOString() })) // prettier-ignore
    const many = columnRss({ ...content, column: { ...content.column, updatedAt: null, orgs: [{ ...first!, notices }] } }, to) // prettier-ignore
    expect(many.match(/<item>/g)).toHaveLength(50)
    expect(many.indexOf('n50/1')).toBeLessThan(many.indexOf('n49/1'))
    expect(many).not.toContain('>n0/1<')
    expect(many).not.toContain('lastBuildDate')
  })

  test.each([
    ['html', 'text/html; charset=utf-8'],
    ['json', 'application/json; charset=utf-8'],
    ['rss', 'application/rss+xml; charset=utf-8'],
  ] as const)('goes out as %s with its type, name and length', (format, mime) => {
    const newest = [presentedNotice()]
    const file = presentColumnExport({ column, newest, format, to, now: NOW })
    const [bytes] = file.content as Buffer[]
    expect(file).toMatchObject({ name: `耕地地力保护.${format}`, mime, bytes: bytes!.length, inline: true })
    expect(file.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(bytes!.toString()).toContain('耕地')
    if (format === 'json') {
      expect(JSON.parse(bytes!.toString())).toMatchObject({
        url: 'https://m.example/#/packages/column/pages/one/index?org=ST1&key=key_1',
        column: content.column,
        records: [
          {
            orgCode: 'V1',
            noticeId: 'ntc_1',
            edition: 1,
            url: 'https://m.example/n/7208121',
          },
        ],
      })
    }
  })
})

describe('the wall', () => {
  const wall = (shown = page()) => ({ page: shown, address: 'https://m.example/n', checkpoint: null, madeOn: '2026-06-15' }) as never // prettier-ignore

  test('words that every form of it has', () => {
    expect(dayOf('2026-06-09T18:00:00Z')).toBe('2026年6月10日')
    expect(sentenceIn(page())).toBe('共三户。')
    expect(sentenceIn(page([]))).toBe('')
    expect(publishedLine(page())).toBe('大王庄 · 2026年6月10日公开 · 第 1 版 · 2026年第一季度')
    expect(codeLine(page())).toBe(`短码 ${shortCode('ntc_1')}（在明白栏“查找”里输入，也能找到这条公示）`)
    expect(objectionLines(page())).toEqual([
      '觉得不对的，请在2026年6月20日前提出：扫码打开公示，点“提意见”；或者打电话、当面说。',
      '村委会主任 王主任，电话 029-8100 0002',
    ])
    const over = page(BLOCKS, { publicity: { ...page().publicity, over: true } })
    expect(objectionLines(over)[0]).toMatch(/^公示已经结束，仍然可以提意见：/)
  })

  test('the loudspeaker says it in words, numbers too, and whom to call', () => {
    const said = broadcastText(page())
    const lines = said.split('\n')
    expect(lines[0]).toMatch(/^各位.+请注意，现在播送大王庄的公示。$/)
    expect(said).not.toMatch(/[0-9*]/)
    expect(lines).toContain('耕地地力保护补贴。')
    expect(lines).toContain('共三户。')
    expect(said).toContain('合计四百八十元。')
    expect(said).toContain('给村委会主任王主任打电话')
    expect(said).toMatch(/请在.+以前，给/)
    expect(lines.at(-1)).toBe('播送完了，谢谢大家。')
    const over = broadcastText(page(BLOCKS, { publicity: { ...page().publicity, over: true } }))
    expect(over).not.toContain('以前')
    const nobody = broadcastText(page([], { org: { ...page().org, contacts: [] } }))
    expect(nobody).toContain('向村务监督委员会反映')
    expect(nobody).not.toContain('合计')
    const counted = [{ ...BLOCKS[3]!, unit: '元', totals: [{ label: '户数', value: '三户' }, { label: '共', value: '5.00' }] }] // prettier-ignore
    expect(broadcastText(page(counted as never))).toContain('户数三户，共五元。')
    const unitless = [{ ...BLOCKS[3]!, unit: null, totals: [{ label: '共', value: '5' }] }]
    expect(broadcastText(page(unitless as never))).toContain('共五。')
  })

  test('the article carries its own styles, the record, who signed and the code', async () => {
    const html = await articleHtml(wall(page(BLOCKS, { signOff: { body: '监委会', name: '赵', at: '2026-06-09T01:00:00Z' } }))) // prettier-ignore
    const plain = html.replace(/ style="[^"]*"/g, '').replace(/<img[^>]*>/, '<img>')
    expect(plain).toBe(
      [
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">',
        '<title>大王庄 耕地地力保护补贴</title></head><body><section><h1>耕地地力保护补贴</h1>',
        '<p>大王庄 · 2026年6月10日公开 · 第 1 版 · 2026年第一季度</p><p>共三户。</p>',
        '<h2>说明</h2><p>第一段</p><p>第二段</p>',
        '<h2>公开内容</h2><table><tbody><tr><th>依据</th><td>一号文件</td></tr><tr><th>标准</th><td>未填写</td></tr></tbody></table>',
        '<h2>明细</h2><table><tbody><tr><th>姓名</th><th>金额（元）</th></tr><tr><td>张*</td><td>400.00</td></tr><tr><td>&lt;李*&gt;</td><td>80.00</td></tr></tbody></table><table><tbody><tr><td>合计</td><td>480.00元</td></tr></tbody></table><p>逐行相加一致</p>',
        '<h2>附件</h2><p>名单.pdf</p><p>12 KB</p><h2>谁审核、有异议找谁</h2><p>监委会 赵，2026年6月9日审核。</p>',
        plain.match(/<p>[^<]*公示[^<]*。<\/p><p>觉得不对/)![0].replace('<p>觉得不对', ''),
        ...objectionLines(page()).map(line => `<p>${line}</p>`),
        `<img><p>长按二维码，看最新的一版。</p><p>${codeLine(page())}</p></section></body></html>\n`,
      ].join(''),
    )
    expect(html).toMatch(
      /<img alt="扫码看原文" style="display:block[^"]*" src="data:image\/png;base64,iVBOR[^"]+">/,
    )
    expect(html.match(/<td style="[^"]*text-align:right;[^"]*">400.00/)).not.toBeNull()
    expect(html.match(/<td style="[^"]*text-align:left">张\*/)).not.toBeNull()
    expect(html).not.toMatch(/<(p|h1|h2|table|th|td|section)>/)
    const unsigned = await articleHtml(
      wall(page([{ ...BLOCKS[3]!, unit: null } as never], { signOff: null })),
    )
    expect(unsigned).not.toContain('审核。')
    expect(unsigned).not.toContain('（元）')
    expect(unsigned).toContain('>480.00<')
  })

  const printer = () => Promise.reject(new Error('no paper for these'))

  test.each([
    ['broadcast', '广播稿.txt', 'text/plain; charset=utf-8'],
    ['article', '公众号文章.html', 'text/html; charset=utf-8'],
  ] as const)('%s goes out under its name, the same bytes for the same notice', async (form, name, mime) => {
    const file = await presentWall(wall(), form, printer)
    const [bytes] = file.content as Buffer[]
    expect(file).toMatchObject({ name: `大王庄-耕地地力保护补贴-${name}`, mime, bytes: bytes!.length })
    expect((await presentWall(wall(), form, printer)).sha256).toBe(file.sha256)
    const other = await presentWall(wall(page([])), form, printer)
    expect(other.sha256).not.toBe(file.sha256)
  })
})
