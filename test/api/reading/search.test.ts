import { amountsIn, yuanText } from '../../../shared/common/money'
import type { ErrorBody } from '../../../shared/contract/common'
import { SearchPage } from '../../../shared/contract/reading/search'
import type { TestServer } from '../../support/api/testServer'
import { shortCode } from '../../../shared/presentation/shortCode'
import { reportFigure } from '../../support/figures'
import { queriesFrom } from '../../support/reading/searchQueries'
import { STREET, VILLAGE, startSeededServer } from '../../support/reading/seededServer'
import { Publications } from '@server/disclosure/publications/models/publications'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'

let server: TestServer

beforeAll(async () => {
  server = await startSeededServer('search')
})
afterAll(() => server.close())

async function search(org: string, q: string, rest = ''): Promise<SearchPage> {
  const { status, body } = await server.ask('GET', `/search?org=${org}&q=${encodeURIComponent(q)}${rest}`)
  expect(status).toBe(200)
  return SearchPage.parse(body)
}

describe('GET /search', () => {
  test('finds by title, by sentence and by the words of the item, and says where', async () => {
    const byTitle = await search(VILLAGE, '财务收支')
    expect(byTitle.items.length).toBeGreaterThan(5)
    expect(byTitle.items[0]?.why).toBe('标题有“财务收支”')
    const bySentence = await search(VILLAGE, '农村低保')
    expect(bySentence.items[0]?.why).toBe('内容里有“农村低保”')
    const byItem = await search(VILLAGE, '审批信息')
    expect(byItem.items[0]?.why).toBe('事项有“审批信息”')
    const ids = bySentence.items.map(({ id }) => id)
    expect(byItem.items.length).toBeGreaterThanOrEqual(5)
    expect(ids).toEqual(expect.arrayContaining(byItem.items.map(({ id }) => id)))
  })

  test('all words must be there; full-width and Latin letters are folded', async () => {
    const { items } = await search(VILLAGE, '2026年第三季度  低保')
    expect(items).toHaveLength(1)
    expect(items[0]?.why).toBe('标题有“2026年第三季度”，内容里有“低保”')
    expect((await search(VILLAGE, '２０２６年第三季度 低保')).items).toHaveLength(1)
    expect((await search(VILLAGE, '低保 拖拉机')).items).toEqual([])
  })

  test('finds by initials of the reading, also where a character is read in two ways', async () => {
    const { items } = await search(VILLAGE, 'cwsz')
    expect(items[0]?.why).toBe('标题有“财务收支”（拼音首字母 cwsz）')
    const words = await search(VILLAGE, '财务收支')
    expect(items.map(({ id }) => id)).toEqual(words.items.map(({ id }) => id))
    expect((await search(VILLAGE, 'CWSZ 2026')).items.length).toBeGreaterThan(0)
  })

  test('a word with a character left out finds what is nearest, and says so', async () => {
    const [hit] = (await search(VILLAGE, '财收支')).items
    expect(hit?.why).toBe('标题有“财务收支”（比“财收支”多一个字）')
    expect((await search(VILLAGE, '财支')).items).toEqual([])
    const first = await search(VILLAGE, '财收支', '&limit=2')
    const next = await search(VILLAGE, '财收支', `&limit=2&cursor=${first.nextCursor}`)
    const both = await search(VILLAGE, '财收支', '&limit=4')
    expect([...first.items, ...next.items]).toEqual(both.items)
  })

  test('every hit contains the word, and no notice that contains it is left out', async () => {
    const word = '救助'
    const hits: string[] = []
    let cursor = ''
    do {
      const page = await search(VILLAGE, word, `&limit=4${cursor}`)
      hits.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : ''
    } while (cursor)
    const rows = await server.db
      .of(Publications)
      .find({ orgCode: VILLAGE, live: true })
      .sort({ publishedAt: -1 })
      .lean()
    const items = new Map((await server.db.of(CatalogueItems).find().lean()).map(item => [item._id, item]))
    const wanted = rows.filter(row => {
      const item = items.get(row.itemId)!
      return [row.title, row.sentence, item.area, ...item.path].some(text => text.includes(word))
    })
    expect(hits).toEqual(wanted.map(row => row.noticeId))
  })

  test('a street is searched with its villages, a village alone', async () => {
    const inStreet = await search(STREET, '高龄津贴', '&limit=50')
    expect(new Set(inStreet.items.map(({ orgName }) => orgName)).size).toBe(4)
    const times = inStreet.items.map(({ publishedAt }) => publishedAt)
    expect(times).toEqual([...times].sort().reverse())
    const inVillage = await search(VILLAGE, '高龄津贴', '&limit=50')
    expect(new Set(inVillage.items.map(({ orgCode }) => orgCode))).toEqual(new Set([VILLAGE]))
  })

  test('pages of a street’s search repeat and lose nothing', async () => {
    const whole = (await search(STREET, '高龄津贴', '&limit=50')).items.map(({ id }) => id)
    const paged: string[] = []
    let cursor = ''
    do {
      const page = await search(STREET, '高龄津贴', `&limit=3${cursor}`)
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : ''
    } while (cursor)
    expect(paged).toEqual(whole)
  })

  test('by category', async () => {
    const { items } = await search(VILLAGE, '2026年', '&category=subsidy')
    expect(items.length).toBeGreaterThan(0)
    expect(new Set(items.map(({ category }) => category))).toEqual(new Set(['subsidy']))
  })

  test('by year of the period, and by an amount of the sentence', async () => {
    const { items } = await search(VILLAGE, '财务', '&year=2025&limit=50')
    expect(items.length).toBeGreaterThan(0)
    expect(items.every(({ period }) => period.startsWith('2025'))).toBe(true)
    const whole = await search(VILLAGE, '财务', '&limit=50')
    const [fen] = amountsIn(whole.items[0]?.sentence ?? '')
    const { items: same } = await search(VILLAGE, '财务', `&limit=50&minFen=${fen}&maxFen=${fen}`)
    expect(same[0]).toMatchObject({ id: whole.items[0]?.id })
    expect(same[0]?.why).toContain(`内容里有金额 ${yuanText(fen ?? 0)}`)
    expect((await search(VILLAGE, '财务', '&minFen=9007199254740991')).items).toEqual([])
  })

  test('a plain question finds what means nearly the same, after the hits and never among them', async () => {
    const { items, near } = await search(VILLAGE, '吃低保的有哪些人')
    expect(items).toEqual([])
    expect(
      near
        .slice(0, 3)
        .map(({ title, sentence }) => title + sentence)
        .join(),
    ).toContain('低保')
    expect(near.every(({ why }) => why !== '')).toBe(true)
    const exact = await search(VILLAGE, '2026年第三季度 低保')
    expect(exact.items).toHaveLength(1)
    expect(exact.near.map(({ id }) => id)).not.toContain(exact.items[0]?.id)
    expect((await search(VILLAGE, '财务收支')).near).toEqual([])
  })

  test('full pinyin finds what it spells; a number and empty words are near to nothing', async () => {
    const { near } = await search(VILLAGE, 'caiwushouzhi')
    expect(near[0]?.title).toContain('财务')
    expect((await search(VILLAGE, '9999999')).near).toEqual([])
  })

  test('what is near keeps to the year and the category', async () => {
    const { near } = await search(VILLAGE, '村里的钱花到哪里去了', '&year=2025')
    expect(near.length).toBeGreaterThan(0)
    expect(near.every(({ period }) => period.startsWith('2025'))).toBe(true)
  })

  test('what was written from a notice finds the notice', async () => {
    const items = new Map((await server.db.of(CatalogueItems).find().lean()).map(item => [item._id, item]))
    const live = await server.db.of(Publications).find({ live: true }).sort({ _id: 1 }).lean()
    const every = Math.max(1, Math.floor(live.length / 90))
    const sources = live.filter((_, at) => at % every === 0)
    const wanted = queriesFrom(sources.map(row => ({ ...row, path: items.get(row.itemId)?.path ?? [] })))
    const missed: string[] = []
    for (const { kind, orgCode, noticeId, q } of wanted) {
      let page = await search(orgCode, q, '&limit=50')
      while (page.nextCursor && !page.items.some(({ id }) => id === noticeId)) {
        page = await search(orgCode, q, `&limit=50&cursor=${page.nextCursor}`)
      }
      if (!page.items.some(({ id }) => id === noticeId)) missed.push(`${kind}: ${q}`)
    }
    const recall = 1 - missed.length / wanted.length
    reportFigure(
      `search: ${wanted.length} queries made from the seed, ${(recall * 100).toFixed(1)} % find their notice`,
    )
    expect(wanted.length).toBeGreaterThanOrEqual(200)
    expect({ missed, enough: recall >= 0.98 }).toMatchObject({ enough: true })
  })

  test('a question of money is answered by the accounts, with the entries it names', async () => {
    const { answer } = await search(VILLAGE, '10月路灯电费多少')
    expect(answer?.title).toBe('10月路灯电费')
    expect(answer?.source.kind).toBe('notice')
    const { body } = await server.ask('GET', `/notices/${answer?.source.id}`)
    const shown = JSON.stringify(body)
    expect(shown).toContain('路灯电费')
    expect(shown).toContain(answer?.figure?.text)
    expect(answer?.lines.length).toBeGreaterThan(0)
    expect(answer?.lines.every(({ title }) => title.includes('路灯电费'))).toBe(true)
    expect((await search(VILLAGE, '钱花在哪了')).answer?.bars.length).toBeGreaterThan(1)
    expect((await search(VILLAGE, '账上还有多少钱')).answer?.title).toContain('底账上还有')
  })

  test('other questions are answered by the row of the record, and by what else means nearly that', async () => {
    const way = await search(VILLAGE, '高龄津贴怎么申请')
    expect(way.answer?.lines ?? []).toEqual([])
    expect(way.others?.some(({ kind }) => kind === 'power')).toBe(true)
    const phones = await search(VILLAGE, '主任电话')
    expect(phones.others?.some(({ kind, name }) => kind === 'office' && name.includes('主任'))).toBe(true)
    expect((await search(VILLAGE, '低保有几户，多少钱')).answer?.source.title).toContain('最低生活保障')
    const steps = await search(VILLAGE, '工程到哪一步了')
    expect(steps.others?.some(({ kind }) => kind === 'case')).toBe(true)
  })

  test('the accounts answer no narrowed search, no further page, no whole street', async () => {
    expect((await search(VILLAGE, '10月路灯电费多少', '&year=2025')).answer?.lines ?? []).toEqual([])
    const { nextCursor } = await search(VILLAGE, '10月', '&limit=2')
    expect((await search(VILLAGE, '10月', `&limit=2&cursor=${nextCursor}`)).answer).toBeNull()
    expect((await search(STREET, '10月路灯电费多少')).answer?.lines ?? []).toEqual([])
  })

  test('the short code of the sheet on the wall finds its notice', async () => {
    const [{ id } = { id: '' }] = (await search(VILLAGE, '财务')).items
    const { items } = await search(VILLAGE, shortCode(id))
    expect(items.map(hit => [hit.id, hit.why])).toEqual([[id, `短码有“${shortCode(id)}”`]])
  })

  test('one letter is enough, signs alone find nothing', async () => {
    expect((await search(VILLAGE, '粮')).items).toEqual([])
    expect((await search(VILLAGE, '村')).items.length).toBeGreaterThan(0)
    expect((await search(VILLAGE, '？！')).items).toEqual([])
    expect((await search(VILLAGE, '.*')).items).toEqual([])
  })

  test.each([
    ['no word', `/search?org=${VILLAGE}&q=`, 400, 'invalid-request'],
    ['only blanks', `/search?org=${VILLAGE}&q=%20%20`, 400, 'invalid-request'],
    ['a whole page of text', `/search?org=${VILLAGE}&q=${'x'.repeat(51)}`, 400, 'invalid-request'],
    ['no organisation', '/search?q=%E4%BD%8E%E4%BF%9D', 400, 'invalid-request'],
    ['an unknown organisation', '/search?org=NOBODY&q=%E4%BD%8E%E4%BF%9D', 404, 'org-not-found'],
    ['an unknown category', `/search?org=${VILLAGE}&q=a&category=x`, 400, 'category-not-found'],
    ['a forged cursor', `/search?org=${VILLAGE}&q=a&cursor=x`, 400, 'invalid-request'],
    ['a year that is none', `/search?org=${VILLAGE}&q=a&year=26`, 400, 'invalid-request'],
    ['an amount below nothing', `/search?org=${VILLAGE}&q=a&minFen=-1`, 400, 'invalid-request'],
    ['an operator', `/search?org=${VILLAGE}&q[$regex]=.`, 400, 'invalid-request'],
  ])('%s is refused', async (_what, path, status, code) => {
    const answer = await server.ask<ErrorBody>('GET', path)
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
  })
})
