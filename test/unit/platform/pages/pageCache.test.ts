import { createPageCache, type Page } from '../../../../server/platform/pages/pageCache'

const page = (bytes: number): Page => ({
  orgCode: 'V1',
  stamp: 's',
  etag: 'e',
  until: 0,
  checkedAt: 0,
  seenAt: 0,
  type: 'application/json',
  plain: Buffer.alloc(bytes),
  encoded: { br: Buffer.alloc(bytes), gzip: Buffer.alloc(bytes) },
})

describe('the page cache', () => {
  it('drops the least recently used page when the bytes of all encodings pass the limit', () => {
    const cache = createPageCache(10_000)
    cache.set('/a', page(1_000))
    cache.set('/b', page(1_000))
    cache.get('/a')
    cache.set('/c', page(1_000))
    expect([cache.has('/a'), cache.has('/b'), cache.has('/c')]).toEqual([true, false, true])
    expect(cache.calculatedSize).toBeLessThanOrEqual(10_000)
  })

  it('keeps no page that is larger than the whole limit, and drops the older page of its address', () => {
    const cache = createPageCache(10_000)
    cache.set('/a', page(1_000))
    cache.set('/a', page(4_000))
    expect([cache.has('/a'), cache.calculatedSize]).toEqual([false, 0])
  })
})
