import {
  presentDiff,
  presentDoubts,
  presentDraft,
  presentDraftRow,
  presentDraftRows,
  presentDraftSummary,
} from '../../../server/catalogues/catalogue/presenters/catalogueDraft'
import { presentForm } from '../../../server/disclosure/notices/presenters/form'
import { presentTemplate, tableContext } from '../../../server/disclosure/notices/presenters/tableTemplate'
import { CELL_FIELDS, cellLabel } from '../../../server/domain/catalogueDraft/fields'
import { columnsOfItem } from '../../../server/domain/catalogueDraft/cellText'
import { errorText } from '@shared/texts/errors'
import type { Category } from '@shared/contract/catalogues/category'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import { person } from '../../support/policies/places'
import { CONTENT, NOW, STREET, VILLAGE, itemRow } from '../../support/presenters/rows'
import { presentItemRef } from '@server/catalogues/catalogue/presenters/item'

/** Drafts of catalogues, and the forms that are made from them. */

const head = person('head@V1')

const clerk = person('street-clerk@ST1')

describe('a draft of a catalogue', () => {
  const draft = (more: object = {}) => ({
    _id: 'drf_1',
    orgCode: 'ST1',
    state: 'open',
    live: true,
    sha256: 'a'.repeat(64),
    version: 3,
    source: { kind: 'file', name: '目录.xlsx' },
    title: '目录',
    titles: [{ area: '涉农补贴', title: '涉农补贴目录' }],
    warnings: [{ code: 'w' }],
    rowCount: 5,
    open: 1,
    flagged: 2,
    effectiveFrom: '2026-07-01',
    successors: [],
    writers: ['usr_w'],
    writerNames: ['刘'],
    createdByName: '刘',
    createdAt: NOW,
    updatedAt: NOW,
    ...more,
  })
  const work = (more: object = {}) => ({ draft: draft(more), org: STREET }) as never as Parameters<typeof presentDraft>[0] // prettier-ignore
  const summary = {
    id: 'drf_1',
    orgCode: 'ST1',
    orgName: '东街街道',
    ofVillage: false,
    state: 'open',
    stateLabel: '核对中',
    version: 3,
    source: { kind: 'file', name: '目录.xlsx', sha256: 'a'.repeat(64) },
    title: '目录',
    areas: ['涉农补贴'],
    rows: 5,
    open: 1,
    flagged: 2,
    createdBy: '刘',
    createdAt: NOW.toISOString(),
    updatedAt: NOW.toISOString(),
  }

  test('says where it comes from and how far it is', () => {
    expect(presentDraftSummary(work())).toEqual(summary)
    const labels = ['open', 'submitted', 'active', 'discarded'].map(state => presentDraftSummary(work({ state })).stateLabel) // prettier-ignore
    expect(labels).toEqual(['核对中', '等另一个人启用', '已启用', '已作废'])
    expect(presentDraft(work(), clerk)).toEqual({
      ...summary,
      warnings: [{ code: 'w' }],
      effectiveFrom: '2026-07-01',
      writers: ['刘'],
      abilities: ['update', 'submit', 'discard'],
      activateRefusal: null,
    })
  })

  test('is mended while open, then put into force by another person', () => {
    const may = (more: object, actor = clerk) => presentDraft(work(more), actor).abilities
    expect(may({ state: 'submitted' })).toEqual(['reopen', 'discard', 'activate'])
    expect(may({ state: 'submitted', writers: ['usr_me'] })).toEqual(['reopen', 'discard'])
    expect(may({ state: 'submitted' }, person('head@ST1'))).toEqual(['reopen', 'activate'])
    expect(may({ state: 'active', live: false })).toEqual([])
    expect(may({}, head)).toEqual([])
    const own = { state: 'submitted', writers: ['usr_me'] }
    expect(presentDraft(work(own), clerk).activateRefusal).toBe(errorText('own-import'))
    expect(presentDraft(work({ ...own, live: false }), clerk).activateRefusal).toBeNull()
    expect(presentDraft(work(own), head).activateRefusal).toBeNull()
  })

  const columns = columnsOfItem(itemRow())
  const mark = { state: 'read', reasons: [], source: '原文', suggestion: null }
  const line = (id: string, more: object = {}) =>
    ({
      _id: id,
      draftId: 'drf_1',
      version: 1,
      sheet: '表1',
      sourceRow: 4,
      columns: { ...columns, ...more },
      marks: Object.fromEntries(CELL_FIELDS.map(field => [field, mark])),
      open: 0,
      dropped: null,
      orgCode: 'ST1',
      order: 1,
      isOpen: false,
    }) as never as Parameters<typeof presentDraftRow>[0]

  test('a row shows every cell with its words and what has to be mended', () => {
    const row = presentDraftRow(line('r1'))
    expect(row).toMatchObject({ id: 'r1', draftId: 'drf_1', version: 1, sheet: '表1', sourceRow: 4, name: '农业生产发展资金 › 耕地地力保护', dropped: null, open: 0 }) // prettier-ignore
    expect(row.cells.map(({ field, label }) => [field, label])).toEqual(CELL_FIELDS.map(field => [field, cellLabel(field)])) // prettier-ignore
    expect(row.cells.find(({ field }) => field === 'area')).toMatchObject({
      ...mark,
      text: '涉农补贴',
      mustFix: false,
    })
    const areas = presentDraftRow(line('r2', { area: null })).cells.find(({ field }) => field === 'area')
    expect(areas?.mustFix).toBe(true)
    expect(Object.keys(row)).not.toContain('orgCode')
    expect(presentDraftRows({ lines: [line('r1')], nextCursor: 'c' })).toEqual({
      items: [row],
      nextCursor: 'c',
    })
  })

  test('at most fifty doubts are shown, by the name of the column', () => {
    const doubts = Array.from({ length: 51 }, (_, n) => ({
      field: 'area',
      reason: `r${n}`,
      cells: 1,
    })) as never
    const { items } = presentDoubts(doubts)
    expect(items).toHaveLength(50)
    expect(items[0]).toEqual({ field: 'area', reason: 'r0', cells: 1, label: cellLabel('area') })
  })

  test('the difference from what is in force, counted whole and shown as far as a page goes', () => {
    const items = ['k1', 'k2', 'k3', 'k4'].map(key => itemRow({ key, path: [key] }))
    const lines = [line('same', { path: ['k1'] }), line('chg', { path: ['k2'], deadline: '每年' }), line('ren', { path: ['新名'] }), line('new', { path: ['全新'] })] // prettier-ignore
    const pairing = {
      same: new Map([
        ['same', 'k1'],
        ['chg', 'k2'],
      ]),
      renamed: [{ key: 'k3', rowId: 'ren', suggested: true }],
      gone: ['k4'],
      fresh: ['new'],
      contradictions: [],
    }
    const before = { _id: 'cat_0', version: '2025', effectiveFrom: '2025-01-01' }
    const area = { area: '涉农补贴', lines, before, items, pairing }
    const scope = { asked: true, chosen: null, proposed: 'replace', because: '现行 4 项，文件里写到 3 项' }
    const ground = {
      ...work(),
      scope,
      listVersion: null,
      areas: [area, { ...area, area: '养老', before: null }],
    } as never
    const bound = new Map([['k4', { obligations: 1, notices: 2, villages: 3 }]])
    const diff = presentDiff({ ground, against: ['cat_0'], bound, issues: [{ path: 'i' }] as never, remarks: [{ path: 'r' }] as never }, clerk) // prettier-ignore
    expect(diff).toMatchObject({ draft: presentDraft(work(), clerk), against: ['cat_0'], successors: [], issues: [{ path: 'i' }], remarks: [{ path: 'r' }] }) // prettier-ignore
    expect(diff).toMatchObject({ scope, listVersion: null })
    expect(diff.areas[0]).toMatchObject({
      area: '涉农补贴',
      title: '涉农补贴目录',
      before: { id: 'cat_0', version: '2025', effectiveFrom: '2025-01-01' },
      counts: { added: 1, removed: 1, changed: 1, renamed: 1, same: 1, kept: 0 },
      added: [{ rowId: 'new', path: ['全新'] }],
      removed: [{ key: 'k4', path: ['k4'], obligations: 1, notices: 2, villages: 3 }],
      renamed: [{ key: 'k3', rowId: 'ren', suggested: true, path: ['新名'], before: ['k3'] }],
    })
    expect(diff.areas[0]?.changed).toEqual([{ rowId: 'chg', path: ['k2'], fields: expect.any(Array) }])
    expect(diff.areas[0]?.changed[0]?.fields.length).toBe(1)
    expect(diff.areas[1]).toMatchObject({ title: '养老', before: null })
    const free = presentDiff({ ground, against: [], bound: new Map(), issues: [], remarks: [] }, clerk)
    expect(free.areas[0]?.removed[0]).toMatchObject({ obligations: 0, notices: 0, villages: 0 })
  })
})

describe('a form', () => {
  const block = (type: string, label: string, more: object = {}) => ({ type, label, required: true, answers: [], elements: [], help: '', ...more }) // prettier-ignore
  const category = {
    code: 'subsidy',
    name: '涉农补贴',
    blocks: [
      block('facts', '公开内容', {
        elements: [
          { label: '监督电话', required: true },
          { label: '政策依据', required: false },
        ],
      }),
      block('recipients', '发放明细', { answers: ['补贴结果'] }),
      block('money', '收支明细'),
      block('text', '说明'),
      block('attachments', '附件'),
    ],
  } as never as Category
  const ground = (last: NoticeContent | null = null) =>
    ({
      period: '2026Q2',
      periods: ['2026Q2', '2026Q1'],
      taken: new Set(['2026Q1']),
      last: last && { period: '2026Q1', content: last },
    }) as never
  const form = (last: NoticeContent | null = null) =>
    presentForm({ org: VILLAGE, item: itemRow(), issuer: STREET, category, ground: ground(last) })

  test('is made of the item’s elements and the category’s blocks', () => {
    const made = form()
    expect(made).toMatchObject({
      item: presentItemRef(itemRow(), '东街街道'),
      orgCode: 'V1',
      category: 'subsidy',
      period: '2026Q2',
      periods: [
        { key: '2026Q2', label: '2026年第二季度', taken: false },
        { key: '2026Q1', label: '2026年第一季度', taken: true },
      ],
      last: null,
    })
    expect(made.blocks.map(({ type, label }) => [type, label])).toEqual([
      ['facts', '公开内容'],
      ['recipients', '补贴结果'],
      ['money', '收支明细'],
      ['text', '说明'],
      ['attachments', '附件'],
    ])
    expect(made.blocks[0]?.elements).toEqual([
      { label: '政策依据', required: false },
      { label: '监督电话', required: true },
    ])
    expect(made.blocks[1]?.elements).toEqual([])
    expect(made.content).toEqual({
      title: '2026年第二季度耕地地力保护',
      period: '2026Q2',
      blocks: [
        {
          type: 'facts',
          label: '公开内容',
          entries: [
            { label: '政策依据', value: '' },
            { label: '监督电话', value: '' },
          ],
        },
        { type: 'recipients', label: '补贴结果', rows: [], totalPersons: 0, totalFen: 0 },
        { type: 'money', label: '收支明细', openingFen: 0, lines: [], closingFen: 0 },
        { type: 'attachments', label: '附件', files: [] },
      ],
    })
  })

  test('carries forward balance, list and answers of the last notice, no words of its own, the block of the same name before another', () => {
    const money: Extract<NoticeContent['blocks'][number], { type: 'money' }> = {
      type: 'money',
      label: '别的账',
      openingFen: 0,
      lines: [],
      closingFen: 1,
    }
    const last: NoticeContent = {
      ...CONTENT,
      blocks: [
        { type: 'facts', label: '公开内容', entries: [{ label: '监督电话', value: '12345' }] },
        { ...CONTENT.blocks[0]!, label: '发放明细' } as never,
        money,
        { ...money, label: '收支明细', closingFen: 500 },
        { type: 'text', label: '旧说明', text: '照旧' },
      ],
    }
    const { content, last: shown } = form(last)
    expect(content.blocks).toEqual([
      {
        type: 'facts',
        label: '公开内容',
        entries: [
          { label: '政策依据', value: '' },
          { label: '监督电话', value: '12345' },
        ],
      },
      { ...CONTENT.blocks[0], label: '补贴结果' },
      { type: 'money', label: '收支明细', openingFen: 500, lines: [], closingFen: 500 },
      { type: 'attachments', label: '附件', files: [] },
    ])
    expect(shown).toEqual({ period: '2026Q1', label: '2026年第一季度', content: last })
  })

  const place = (last: NoticeContent | null = null) => ({ item: itemRow(), ground: ground(last) }) as never
  const carried: NoticeContent = {
    ...CONTENT,
    blocks: [
      ...CONTENT.blocks,
      { type: 'money', label: '收支', openingFen: 0, lines: [], closingFen: 12_345 },
    ],
  }

  test('a table to be filled in offers what was written last', () => {
    expect(presentTemplate(place(carried), 'recipients', VILLAGE)).toEqual({
      table: 'recipients',
      title: '大王庄2026年第二季度耕地地力保护',
      choices: {
        scheme: ['耕地地力保护补贴', '耕地地力保护'],
        group: ['一组', '二组'],
        standard: ['80元/亩'],
      },
      stated: { openingFen: '123.45' },
      rows: [],
    })
    expect(presentTemplate(place(), 'money', VILLAGE)).toMatchObject({
      choices: { scheme: ['耕地地力保护'], group: [], standard: [] },
      stated: {},
      rows: [],
    })
  })

  test('a table that comes back is read with the scheme it must be of and the balance before', () => {
    expect(tableContext(place(carried), 'recipients', '2026-06-15')).toEqual({
      table: 'recipients',
      today: '2026-06-15',
      period: '2026Q2',
      defaults: { persons: '1', scheme: '耕地地力保护补贴' },
      carriedFen: 12_345,
    })
    expect(tableContext(place(), 'money', '2026-06-15')).toMatchObject({ defaults: {}, carriedFen: null })
    expect(tableContext(place(), 'recipients', '2026-06-15').defaults).toEqual({
      persons: '1',
      scheme: '耕地地力保护',
    })
  })
})
