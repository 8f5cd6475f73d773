import {
  presentAlignment,
  presentOverview,
} from '../../../server/catalogues/villageCatalogue/presenters/alignment'
import { presentVillageList } from '../../../server/catalogues/villageCatalogue/presenters/villageCatalogue'
import { adoptedLine } from '../../../server/domain/villageCatalogue/lines'
import { person } from '../../support/policies/places'
import { NOW, STREET, VILLAGE, itemRow, refOf } from '../../support/presenters/rows'

/** A village’s list, and how it relates to the street’s catalogue. */

const head = person('head@V1')

const clerk = person('street-clerk@ST1')

describe('a village’s list', () => {
  const item = itemRow({ subjects: ['行政村村民委员会'], levels: ['village'] as never })
  const other = itemRow({ ...item, _id: 'itm_2', key: 'key_2', path: ['农机购置补贴'] })
  const adopted = adoptedLine(item)
  const added = {
    ...adopted,
    key: 'own_1',
    path: ['村里大喇叭'],
    elements: ['播放时间'],
    origin: { kind: 'added' },
  } as never as typeof adopted
  const ground = (more: object = {}, list: object = {}) =>
    ({
      org: VILLAGE,
      street: STREET,
      list: {
        version: 2,
        inForce: 1,
        items: [adopted, added],
        removed: [],
        writers: ['usr_w'],
        writerNames: ['王'],
        updatedAt: NOW,
        ...list,
      },
      streetItems: [item, other],
      ownItems: [item],
      links: [],
      remarks: [],
      ...more,
    }) as never as Parameters<typeof presentVillageList>[0]

  test('against what is in force on both sides', () => {
    const list = presentVillageList(ground(), head)
    expect(list).toMatchObject({
      org: refOf(VILLAGE),
      street: refOf(STREET),
      version: 2,
      inForce: 1,
      updatedAt: NOW.toISOString(),
      writers: ['王'],
      removed: [],
      coverage: { items: 2, covered: 1 },
      abilities: ['edit', 'activate'],
    })
    const { key, area, path, elements, deadline, origin } = adopted
    expect(list.items[0]).toEqual({ key, area, path, elements, deadline, origin, change: null, differences: [], gone: false, links: [] }) // prettier-ignore
    expect(list.items[1]).toMatchObject({ key: 'own_1', change: 'new', gone: false })
    expect(list.missing).toEqual([
      { itemId: 'itm_2', key: 'key_2', area: '涉农补贴', path: ['农机购置补贴'], near: null, removed: null },
    ])
    expect(presentVillageList(ground({}, { version: 0 }), head).updatedAt).toBeNull()
  })

  test('a line is altered where its time limit or its elements are', () => {
    const change = (more: object) =>
      presentVillageList(ground({}, { items: [{ ...adopted, ...more }] }), head).items[0]?.change
    expect(change({})).toBeNull()
    expect(change({ deadline: '每季度' })).toBe('altered')
    expect(change({ elements: ['政策依据'] })).toBe('altered')
  })

  test('an adapted line says where it differs; one whose item is gone says so', () => {
    const adapted = { ...adopted, deadline: '每季度', origin: { kind: 'adapted' } }
    const lines = (more: object, streetItems: object[] = [item]) =>
      presentVillageList(ground({ streetItems }, { items: [{ ...adopted, ...more }] }), head).items[0]!
    expect(lines(adapted).differences.length).toBeGreaterThan(0)
    expect(lines({ deadline: '每季度' }).differences).toEqual([])
    expect(lines({}, []).gone).toBe(true)
    expect(lines({ origin: { kind: 'added' } }, []).gone).toBe(false)
  })

  test('links cover items once confirmed; rejected ones are not shown', () => {
    const link = (state: string, more: object = {}) => ({ villageKey: 'own_1', itemKey: 'key_2', relation: 'same', itemPath: ['农机购置补贴'], state, ...more }) // prettier-ignore
    const of = (...links: object[]) => presentVillageList(ground({ links }), head)
    expect(of(link('confirmed'))).toMatchObject({ missing: [], coverage: { items: 2, covered: 2 } })
    expect(of(link('confirmed')).items[1]?.links).toEqual([
      { relation: '同一事项', path: ['农机购置补贴'], stale: false },
    ])
    expect(of(link('stale')).items[1]?.links[0]?.stale).toBe(true)
    expect(of(link('stale')).missing).toHaveLength(1)
    expect(of(link('rejected')).items[1]?.links).toEqual([])
    expect(of(link('confirmed')).items[0]?.links).toEqual([])
    expect(of(link('confirmed', { itemKey: '' })).missing).toHaveLength(1)
  })

  test('what is lacking names a line of the village that comes near, and why it was removed', () => {
    const near = { ...added, path: ['农机购置补贴'] }
    const list = presentVillageList(
      ground({}, { items: [near], removed: [{ key: 'key_2', reason: '没有农机' }] }),
      head,
    )
    expect(list.missing.find(({ key }) => key === 'key_2')).toMatchObject({
      near: '农机购置补贴',
      removed: '没有农机',
    })
  })

  test('is put into force by another person, once there is something new', () => {
    const may = (list: object, actor = head) => presentVillageList(ground({}, list), actor).abilities
    expect(may({ writers: ['usr_me'] })).toEqual(['edit'])
    expect(may({ inForce: 2 })).toEqual(['edit'])
    expect(may({ items: [] })).toEqual(['edit'])
    expect(may({}, clerk)).toEqual(['remark'])
    expect(may({}, person('supervisor@V1'))).toEqual(['activate'])
  })

  test('remarks of the street stand with the item they speak of', () => {
    const remark = { text: '请补', itemKey: 'key_2', byName: '李', body: '东街街道', at: NOW }
    const remarks = [remark, { ...remark, itemKey: null }, { ...remark, itemKey: 'gone' }]
    expect(presentVillageList(ground({ remarks }), head).remarks).toEqual([
      { text: '请补', path: ['农机购置补贴'], by: '李', body: '东街街道', at: NOW.toISOString() },
      { text: '请补', path: null, by: '李', body: '东街街道', at: NOW.toISOString() },
      { text: '请补', path: null, by: '李', body: '东街街道', at: NOW.toISOString() },
    ])
  })
})

describe('alignment', () => {
  const item = itemRow()
  const second = itemRow({ _id: 'itm_2', key: 'key_2', path: ['农机'] })
  const line = (key: string) => itemRow({ key, path: [key], orgCode: 'V1' })
  const found = (catalogueId: string, score: number) => ({
    catalogueId,
    score,
    relation: 'same',
    reasons: ['名称相同'],
  })
  const own = (key: string, ...suggestions: object[]) => ({ line: line(key), alignment: { villageId: key, suggestions, villageOnly: false }, remembered: null }) // prettier-ignore
  const link = (more: object = {}) => ({
    villageKey: 'a',
    itemKey: 'key_1',
    itemPath: ['旧名'],
    relation: 'same',
    state: 'confirmed',
    reasons: ['人工'],
    decidedByName: '李',
    decidedAt: NOW,
    version: 1,
    successorKey: null,
    ...more,
  })
  const ground = (more: object = {}) =>
    ({
      org: VILLAGE,
      street: STREET,
      items: new Map([item, second].map(one => [one.key, one])),
      lines: [line('a'), line('b'), item],
      own: [own('a', found('key_1', 0.99)), own('b', found('key_2', 0.01))],
      links: [],
      ...more,
    }) as never as Parameters<typeof presentAlignment>[0]

  test('what is still to be decided comes first, with what is suggested and why', () => {
    const page = presentAlignment(ground({ links: [link()] }), clerk)
    expect(page).toMatchObject({
      village: refOf(VILLAGE),
      issuer: refOf(STREET),
      hasCatalogue: true,
      adopted: 1,
      orphans: [],
      mayDecide: true,
    })
    expect(page.items.map(({ key, open }) => [key, open])).toEqual([
      ['b', true],
      ['a', false],
    ])
    expect(page.items[1]).toMatchObject({
      area: '涉农补贴',
      path: ['a'],
      elements: item.elements,
      villageOnly: false,
      memory: null,
      suggestions: [
        { itemKey: 'key_1', itemId: 'itm_1', area: '涉农补贴', path: item.path, score: 0.99, word: expect.stringMatching(/[一-龥]/), relation: 'same', reasons: ['名称相同'] }, // prettier-ignore
      ],
      links: [
        {
          itemKey: 'key_1',
          itemId: 'itm_1',
          path: item.path,
          relation: 'same',
          state: 'confirmed',
          reasons: ['人工'],
          decidedByName: '李',
          decidedAt: NOW.toISOString(),
          version: 1,
          successor: null,
        },
      ],
    })
    expect(page.items[0]).toMatchObject({ villageOnly: true, links: [] })
    expect(presentAlignment(ground(), head).mayDecide).toBe(false)
    expect(presentAlignment(ground({ lines: [], own: [] }), clerk)).toMatchObject({
      hasCatalogue: false,
      adopted: 0,
    })
  })

  test('what was rejected is not suggested again', () => {
    const page = presentAlignment(ground({ links: [link({ state: 'rejected' })] }), clerk)
    expect(page.items.find(({ key }) => key === 'a')).toMatchObject({ suggestions: [], villageOnly: true })
  })

  test('a link whose item is gone keeps its name, and is told what took the place', () => {
    const stale = link({ itemKey: 'gone', state: 'stale', successorKey: 'key_2' })
    const [shown] = presentAlignment(ground({ links: [stale] }), clerk).items.find(
      ({ key }) => key === 'a',
    )!.links
    expect(shown).toMatchObject({ itemKey: 'gone', itemId: null, path: ['旧名'] })
    expect(shown?.successor).toMatchObject({
      itemKey: 'key_2',
      relation: 'successor',
      reasons: ['接替已经不在目录里的事项'],
    })
    const ranked = ground({ links: [{ ...stale, successorKey: 'key_1' }] })
    expect(presentAlignment(ranked, clerk).items.find(({ key }) => key === 'a')!.links[0]?.successor).toMatchObject({ itemKey: 'key_1', relation: 'same', score: 0.99 }) // prettier-ignore
    const lost = ground({ links: [{ ...stale, successorKey: 'nowhere' }] })
    expect(presentAlignment(lost, clerk).items.find(({ key }) => key === 'a')!.links[0]?.successor).toBeNull()
    const kept = ground({ links: [link({ successorKey: 'key_2' })] })
    expect(presentAlignment(kept, clerk).items.find(({ key }) => key === 'a')!.links[0]?.successor).toBeNull()
    const only = ground({ links: [link({ itemKey: '', relation: 'village-only' })] })
    expect(presentAlignment(only, clerk).items.find(({ key }) => key === 'a')!.links[0]?.itemKey).toBeNull()
  })

  test('a stale link of a line that is gone stands apart', () => {
    const orphan = link({ villageKey: 'zz', state: 'stale' })
    const page = presentAlignment(ground({ links: [orphan, link({ villageKey: 'yy' })] }), clerk)
    expect(page.orphans.map(({ villageKey }) => villageKey)).toEqual(['zz'])
    expect(page.orphans[0]).toMatchObject({ itemKey: 'key_1', state: 'stale' })
  })

  test('the overview counts by village', () => {
    const counts = { hasCatalogue: true, adopted: 3, own: 2, open: 1, stale: 0 }
    const shown = { issuer: refOf(STREET), villages: [{ org: refOf(VILLAGE), ...counts }] }
    const overview = (actor: typeof clerk) => presentOverview(STREET, [{ org: VILLAGE, ...counts }], actor)
    expect(overview(clerk)).toEqual({ ...shown, maySuggest: true })
    expect(overview(head)).toEqual({ ...shown, maySuggest: false })
  })
})
