import { bulletin } from '../../../server/reading/channels/presenters/wall/bulletin'
import { powerHandbook, powerWall } from '../../../server/power/lists/presenters/print'
import { chartLegend } from '../../../server/power/lists/presenters/print/chart'
import { itemBlocks } from '../../../server/power/lists/presenters/print/item'
import { presentPower, presentPowers } from '../../../server/power/lists/presenters/powerList'
import { addressesUnder } from '../../../server/platform/config/publicAddresses'
import { presentNoticePage } from '../../../server/reading/site/presenters/noticePage'
import type { NoticePage } from '@shared/contract/reading/site'
import type { PrintBlock } from '../../../server/documents/print'
import { flowChart } from '@shared/presentation/flowChart'
import { publicityWords } from '@shared/presentation/publicityWords'
import { powerRoleLabel } from '@shared/facts/power/terms'
import { limitWords } from '@shared/power/words'
import type { PowerItem } from '@shared/contract/power/item'
import { coreItem } from '../../support/power/core'
import { NOW, STREET, VILLAGE, noticeInput } from '../../support/presenters/rows'

/** What is printed: the sheet on the wall, the handbook and the wall chart of the micro-powers, as blocks of paper. */

const ofKind = <K extends PrintBlock['kind']>(blocks: readonly PrintBlock[], kind: K) =>
  blocks.filter((block): block is Extract<PrintBlock, { kind: K }> => block.kind === kind)

describe('the sheet on the wall 公示单', () => {
  const page = (more: object = {}) =>
    ({ ...presentNoticePage(noticeInput()), presented: { blocks: [], sha256: '' }, ...more }) as NoticePage
  const sheet = (more: object = {}, checkpoint: object | null = null, size: 'A4' | 'A3' = 'A4') =>
    bulletin(
      { page: page(more), address: 'https://m.example/n', checkpoint, madeOn: '2026-06-15' } as never,
      size,
    )
  const SIGNED = { body: '监委会', name: '赵', at: '2026-06-09T01:00:00Z' }

  test('has the masthead of the village, with the code and its words, and the title', () => {
    expect(sheet()).toMatchObject({
      title: '大王庄 耕地地力保护补贴',
      author: '大王庄',
      size: 'A4',
      date: new Date('2026-06-15T00:00:00+08:00'),
      heading: '耕地地力保护补贴',
      foot: '依据：东街街道公开目录，农业生产发展资金 › 耕地地力保护',
      printed: '2026年6月15日打印',
      masthead: { name: '大王庄村务公开', address: 'https://m.example/n' },
    })
    const { beside } = sheet().masthead
    expect(beside.slice(0, 3)).toEqual(['微信扫一扫', '看每一笔凭证', '提意见'])
    expect(beside[3]).toMatch(/^短码 \d{3} \d{4}$/)
    expect(sheet({}, null, 'A3').size).toBe('A3')
    const { notice, publicity } = page()
    const published = `2026年6月10日公开，第 1 版，${publicityWords(publicity)}`
    expect(sheet().meta).toEqual([published])
    const editions = [
      { edition: notice.edition, reason: '漏一户' },
      { edition: 9, reason: '别的' },
    ]
    expect(sheet({ editions }).meta).toEqual([published, '这一版更正了：漏一户'])
  })

  test('is sealed by a stored sign-off alone, and says who wrote, who signed, when', () => {
    expect(sheet({ signOff: null }).trust).toMatchObject({ seal: null, signed: ['王信息 写'] })
    const { seal, signed } = sheet({
      signOff: SIGNED,
      meeting: { heldOn: '2026-06-08', decision: '同意' },
    }).trust
    expect(seal).toBe('监督审讫')
    expect(signed).toEqual(['王信息 写，监委会赵 2026年6月9日审', '联席会议2026年6月8日：同意'])
  })

  test('says until when and to whom, each telephone once, the one who signed first', () => {
    const contacts = [
      { name: '王', jobTitle: '主任', phone: '1' },
      { name: '赵', jobTitle: '监委会主任', phone: '2' },
      { name: '李', jobTitle: '会计', phone: '1' },
    ]
    const { org, publicity } = page()
    const asked = (more: object) => sheet({ org: { ...org, contacts }, signOff: SIGNED, ...more }).trust
    expect(asked({}).until).toMatch(/^觉得不对，.+日前说：$/)
    expect(asked({}).whom).toBe('赵 2，或者王 1，或者扫码提意见')
    expect(asked({ publicity: { ...publicity, over: true } }).until).toBe('觉得不对，现在也可以说：')
    expect(asked({}).stampBox).toEqual(['村民委员会', '盖章处'])
    expect(asked({ org: { ...org, kind: 'street', name: '东街街道' } }).stampBox[0]).toBe('东街街道')
  })

  test('tells where it stands in the ledger, for whoever checks the sheet', () => {
    const office = { ...page().org, address: '东街1号', officeHours: '9点到17点' }
    const ledger = { index: 6, leaf: 'ab12'.repeat(16) }
    const { small } = sheet({ ledger, org: office }, { size: 9, root: 'cd34'.repeat(16) }).trust
    expect(small).toEqual([
      '地址：东街1号',
      '办公时间：9点到17点',
      '存证：第 7 条，存证指纹 ab12 ab12 ab12 ab12',
      '存证点：存证账本 9 条，指纹 cd34 cd34 cd34 cd34',
    ])
    expect(sheet({ ledger: undefined }).trust.small).toEqual([])
  })
})

describe('the micro-power list on paper', () => {
  const to = addressesUnder('https://m.example')
  const item = { ...coreItem('XM-01'), totalLimit: { n: 10, unit: 'working-day', source: null, checkedOn: null, localSetting: true } } as PowerItem // prettier-ignore
  const other = { ...item, code: 'ZZ-02', name: '另一项', totalLimit: null }
  const off = { ...item, code: 'ZZ-03', name: '不用的' }
  const place = (more: object = {}) =>
    ({
      org: VILLAGE,
      above: STREET,
      list: {
        _id: 'V1',
        version: 2,
        items: [item, other, off],
        off: [{ code: 'ZZ-03', reason: '没有这件事' }],
        adopted: { meeting: '村民代表会议', on: '2026-01-05' },
        inForce: '2026-01-06',
        taken: null,
        updatedAt: NOW,
        ...more,
      },
      basis: { street: STREET, version: 5 },
    }) as never as Parameters<typeof powerHandbook>[0]

  test('the handbook: what it is, its contents, every item in use, what is not used and why', () => {
    const print = powerHandbook(place(), to)
    expect(print).toMatchObject({
      title: '大王庄小微权力清单手册',
      author: '大王庄',
      footer: '大王庄小微权力清单手册 · 第 2 版',
      date: NOW,
      paper: { size: 'A4', layout: 'portrait', body: 10.5, title: 26 },
    })
    expect(print.blocks.slice(0, 4)).toEqual([
      { kind: 'space', points: 30 },
      { kind: 'title', text: '大王庄小微权力清单手册' },
      { kind: 'paragraph', text: '2026年1月5日由村民代表会议通过，2026年1月6日起执行，第 2 版。' },
      {
        kind: 'qr',
        address: 'https://m.example/#/packages/power/pages/list/index?org=V1',
        mm: 25,
        lines: ['扫码看网上的清单，以网上最新的一版为准。', '共 2 项。'],
      },
    ])
    const [ref] = presentPowers(place()).items
    expect(print.blocks[4]).toEqual({ kind: 'heading', level: 2, text: ref!.classLabel })
    expect(print.blocks[5]).toEqual({
      kind: 'contents',
      entries: [
        { anchor: 'XM-01', text: `XM-01 ${item.name}` },
        { anchor: 'ZZ-02', text: 'ZZ-02 另一项' },
      ],
    })
    const page = presentPower(item, place())
    const first = itemBlocks(page, to.power('V1', 'XM-01'))
    expect(print.blocks.slice(6, 6 + first.length)).toEqual(first)
    expect(print.blocks.slice(-3)).toEqual([
      { kind: 'page' },
      { kind: 'heading', level: 1, text: '本村（社区）不用的事项' },
      {
        kind: 'table',
        columns: [
          { label: '事项', share: 2 },
          { label: '为什么不用', share: 3 },
        ],
        rows: [['ZZ-03 不用的', '没有这件事']],
      },
    ])
    const gone = { code: 'ZZ-09', model: { ...item, code: 'ZZ-09', name: '别村的事' } }
    const left = (reason: string | null) =>
      powerHandbook(place({ taken: { version: 5, differences: [{ ...gone, reason }] } }), to).blocks.slice(-2)
    expect(left('本村没有')).toMatchObject([
      { kind: 'heading', text: '东街街道示范清单里有、本村（社区）没有的事项' },
      { kind: 'table', rows: [['ZZ-09 别村的事', '本村没有']] },
    ])
    expect(left(null)[1]).toMatchObject({ rows: [['ZZ-09 别村的事', '没有写明']] })
    const all = powerHandbook(place({ off: [] }), to)
    expect(all.blocks.filter(({ kind }) => kind === 'page')).toHaveLength(3)
    const draft = powerHandbook(place({ adopted: null }), to)
    expect(draft.footer).toBe('大王庄小微权力清单手册 · 参考清单')
    expect(draft.blocks[2]).toEqual({
      kind: 'paragraph',
      text: '这是东街街道示范清单：大王庄还没有开会通过自己的清单。',
    })
    const notYet = powerHandbook(place({ inForce: null }), to)
    expect(notYet.blocks[2]).toEqual({ kind: 'paragraph', text: '2026年1月5日由村民代表会议通过，第 2 版。' })
  })

  test('the wall chart: a card for each item in use', () => {
    const print = powerWall(place(), to)
    expect(print).toMatchObject({
      title: '大王庄小微权力清单',
      footer: '大王庄小微权力清单 · 第 2 版',
      paper: { size: 'A3', layout: 'portrait', body: 11, title: 32 },
    })
    const cards = (mm: number, ...shown: PowerItem[]) => ({
      kind: 'cards',
      across: 4,
      mm,
      cards: shown.map(({ code, name, responsible, totalLimit }) => ({
        title: name,
        lines: [responsible.body, ...(totalLimit ? [limitWords(totalLimit)] : [])],
        qr: to.power('V1', code),
      })),
    })
    expect(print.blocks).toEqual([
      { kind: 'title', text: '大王庄小微权力清单' },
      { kind: 'paragraph', text: '2026年1月5日由村民代表会议通过，2026年1月6日起执行，第 2 版。用手机扫事项旁边的码，看流程、材料和找谁办。' }, // prettier-ignore
      { kind: 'heading', level: 1, text: '集体的事' },
      cards(20, item, other),
    ])
    const service = { ...item, code: 'ZZ-05', name: '开证明', nature: 'service' as const }
    const both = powerWall(place({ items: [item, service] }), to).blocks
    expect(both.slice(2)).toEqual([
      { kind: 'heading', level: 1, text: '我要办' },
      cards(25, service),
      { kind: 'heading', level: 1, text: '集体的事' },
      cards(20, item),
    ])
  })

  test('the handbook begins with what villagers come for', () => {
    const service = { ...item, code: 'ZZ-05', name: '开证明', nature: 'service' as const }
    const { blocks } = powerHandbook(place({ items: [item, service], off: [] }), to)
    expect(ofKind(blocks, 'heading').slice(0, 2).map(({ text }) => text)).toEqual(['我要办', presentPowers(place()).items[0]!.classLabel]) // prettier-ignore
    expect(ofKind(blocks, 'contents').flatMap(({ entries }) => entries.map(({ anchor }) => anchor))).toEqual(['ZZ-05', 'XM-01']) // prettier-ignore
    const titles = ofKind(blocks, 'heading').flatMap(({ anchor }) => anchor ?? [])
    expect(titles).toEqual(['ZZ-05', 'XM-01'])
  })

  const blocksOf = (more: Partial<PowerItem>) => {
    const one = { ...item, ...more }
    return itemBlocks(presentPower(one, place({ items: [one] })), 'https://m.example/x')
  }

  test('an item: its facts, the empty ones left out, several numbered', () => {
    const blocks = blocksOf({
      conditions: ['年满十八'],
      materials: ['身份证', '申请'],
      basis: [
        { text: '条例', source: '第三条', checkedOn: null, localSetting: false },
        { text: '约定', source: null, checkedOn: null, localSetting: true },
        { text: '惯例', source: null, checkedOn: null, localSetting: false },
      ],
      responsible: { body: '村委会', role: 'village-head', duty: '负总责' },
    })
    expect(blocks.slice(0, 3)).toEqual([
      { kind: 'page' },
      { kind: 'heading', level: 1, text: `XM-01 ${item.name}`, anchor: 'XM-01' },
      {
        kind: 'qr',
        address: 'https://m.example/x',
        mm: 25,
        lines: [item.summary, '扫码看最新的一版和正在办的事。'],
      },
    ])
    const { ref } = presentPower(item, place())
    expect(ofKind(blocks, 'facts')[0]!.rows).toEqual([
      { label: '类别', value: `${ref.classLabel} · ${ref.natureLabel}` },
      { label: '责任主体', value: '村委会，村委会主任，负总责' },
      { label: '总时限', value: limitWords(item.totalLimit!) },
      { label: '办理条件', value: '年满十八' },
      { label: '要带的材料', value: '1. 身份证\n2. 申请' },
      { label: '找谁办', value: '王主任（村委会主任）029-8100 0002' },
      { label: '依据', value: '1. 条例。依据：第三条\n2. 约定。本地设定\n3. 惯例' },
    ])
    const bare = ofKind(blocksOf({ conditions: [], materials: [], basis: [], totalLimit: null }), 'facts')[0]!
      .rows
    expect(bare.map(({ label }) => label)).toEqual(['类别', '责任主体', '找谁办'])
  })

  test('an item: its steps with times and results, risks, what is forbidden, its chart', () => {
    const limit = { n: 3, unit: 'working-day', source: null, checkedOn: null, localSetting: true } as const
    const [first] = item.steps
    const disclosure = item.steps.find(step => step.disclosure)!.disclosure!
    const steps = [
      { ...first!, limit, least: { ...limit, n: 5 }, output: '纪要', disclosure, risks: [{ risk: '走过场', control: '拍照' }] }, // prettier-ignore
      ...item.steps.slice(1).map(step => ({ ...step, limit: null, least: null, output: '', disclosure: null, risks: [] })), // prettier-ignore
    ]
    const blocks = blocksOf({ steps, negative: ['不准代签'] })
    const [table, risks] = ofKind(blocks, 'table')
    expect(table!.columns.map(({ label }) => label)).toEqual([
      '步',
      '环节',
      '谁来办',
      '做什么',
      '时限',
      '出什么、公开什么',
    ])
    expect(table!.columns[0]).toMatchObject({ align: 'right' })
    expect(table!.rows[0]).toEqual([
      '1',
      first!.name,
      powerRoleLabel(first!.actor),
      first!.action,
      `${limitWords(limit)}内\n至少满${limitWords({ ...limit, n: 5 })}`,
      `纪要\n公开：${disclosure.what}`,
    ])
    expect(table!.rows[1]!.slice(4)).toEqual(['', ''])
    expect(table!.rows).toHaveLength(item.steps.length)
    expect(risks).toEqual({
      kind: 'table',
      columns: [
        { label: '环节', share: 1 },
        { label: '风险', share: 2 },
        { label: '怎么防', share: 2 },
      ],
      rows: [[first!.name, '走过场', '拍照']],
    })
    expect(blocks.at(-1)).toEqual({ kind: 'list', items: ['不准代签'] })
    const headings = ofKind(blocks, 'heading').map(({ text }) => text)
    expect(headings).toEqual([`XM-01 ${item.name}`, '办理步骤', '廉政风险点', '不准做的'])
    const chart = flowChart({ ...item, steps })
    expect(ofKind(blocks, 'drawing')[0]).toMatchObject({ heading: '流程图' })
    expect(ofKind(blocks, 'paragraph')).toEqual([
      { kind: 'paragraph', text: chartLegend(chart), small: true },
    ])
    const quiet = blocksOf({ steps: steps.map(step => ({ ...step, risks: [] })), negative: [] })
    expect(ofKind(quiet, 'heading').map(({ text }) => text)).toEqual([`XM-01 ${item.name}`, '办理步骤'])
    expect(chartLegend({ ...chart, edges: [] })).toBe('实线：往下走。')
    expect(chartLegend({ ...chart, edges: [{ back: true }, { back: false }] as never })).toBe('实线：往下走；红色虚线：退回去改。') // prettier-ignore
  })
})
