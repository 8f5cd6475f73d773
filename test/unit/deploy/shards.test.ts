import { SHARDS, chunksOf, compareKeys, skewOf, villages } from '../../support/shards/simulate'

test('the shard keys of docs/sharding.md spread a nation of villages, and what was not chosen shows why', () => {
  const all = villages()
  const keys = new Map(compareKeys(all).map(one => [one.key, one]))
  for (const chosen of [keys.get('{ orgCode: 1 }')!, keys.get('{ orgCode: 1, _id: 1 }')!]) {
    expect(chosen.asked).toBe(1)
    expect(Math.max(chosen.data, chosen.rush)).toBeLessThan(1.05)
  }
  expect(keys.get('{ orgCode: 1 }，按省分 3 个区')!.data).toBeLessThan(1.1)
  expect(keys.get('{ publishedAt: 1 }')!.rush).toBe(SHARDS)
})

test('a village that is larger than a chunk is cut only where the key goes on, and skew is the fullest by the mean', () => {
  const huge = { code: 1, province: 0, notices: 20_000 }
  expect(chunksOf([huge], true).length).toBe(4)
  expect(chunksOf([huge], false)).toEqual([20_000 * 24_000])
  expect(skewOf([1, 1, 4])).toBe(2)
})
