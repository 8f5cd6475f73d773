/**
 * How a year of the nation's notices is spread over the shards of a cluster under one shard key or another: a simulation by the numbers,
 * no database. Ranges are cut into chunks of 128 MB and dealt out as MongoDB's balancer does, by size of data.
 */
export const VILLAGES = 615_000
export const SHARDS = 12
const PROVINCES = 31
const PER_VILLAGE = 80
/** Bytes of a notice with its publication, revisions, statuses, ledger entry and audit entries. */
const NOTICE_BYTES = 24_000
const CHUNK_BYTES = 128 * 1024 * 1024
/** How unlike villages are: a few with thousands of notices, many with a dozen. */
const SPREAD = 0.7
/** Of a month's notices, those that come out on its last working day between nine and ten. */
const RUSH = 0.08

export interface Village {
  /** Division code: province first. */
  code: number
  province: number
  notices: number
}

/** Numbers between 0 and 1, the same every time (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
}

/** The villages in the order of their codes; provinces are as unlike as provinces are. */
export function villages(seed = 20261129): Village[] {
  const next = chance(seed)
  const weights = Array.from({ length: PROVINCES }, () => Math.exp(0.8 * normal(next)))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.flatMap((weight, province) =>
    Array.from({ length: Math.round((VILLAGES * weight) / whole) }, (_, nth) => ({
      code: province * 1_000_000 + nth,
      province,
      notices: Math.max(1, Math.round(PER_VILLAGE * Math.exp(SPREAD * normal(next) - SPREAD ** 2 / 2))),
    })),
  )
}

/** Bytes by range, cut where a chunk is full. A village is cut, too, only where `_id` follows in the key. */
export function chunksOf(all: readonly Village[], withinVillage: boolean): number[] {
  const chunks: number[] = []
  let held = 0
  for (const { notices } of all) {
    const bytes = notices * NOTICE_BYTES
    if (!withinVillage && held > 0 && held + bytes > CHUNK_BYTES) {
      chunks.push(held)
      held = 0
    }
    held += bytes
    for (; withinVillage && held >= CHUNK_BYTES; held -= CHUNK_BYTES) chunks.push(CHUNK_BYTES)
  }
  if (held > 0) chunks.push(held)
  return chunks
}

/** The fullest shard ÷ the mean. */
export const skewOf = (loads: readonly number[]): number =>
  Math.max(...loads) / (loads.reduce((sum, load) => sum + load, 0) / loads.length)

const zeros = () => Array.from({ length: SHARDS }, () => 0)

/** Each chunk to the shard that holds least. */
function dealt(chunks: readonly number[]): number[] {
  const loads = zeros()
  for (const bytes of chunks) loads[loads.indexOf(Math.min(...loads))]! += bytes
  return loads
}

const hashOf = (code: number): number => {
  let h = Math.imul(code ^ (code >>> 16), 0x45d9f3b)
  h = Math.imul(h ^ (h >>> 16), 0x45d9f3b)
  return (h ^ (h >>> 16)) >>> 0
}

function byShard(all: readonly Village[], shardOf: (village: Village) => number): number[] {
  const loads = zeros()
  for (const village of all) loads[shardOf(village)]! += village.notices
  return loads
}

/** Provinces to zones of `perZone` shards, the largest first to the emptiest. */
function zones(all: readonly Village[], count: number): Village[][] {
  const byProvince = new Map<number, Village[]>()
  for (const village of all) {
    const known = byProvince.get(village.province)
    if (known) known.push(village)
    else byProvince.set(village.province, [village])
  }
  const sizeOf = (some: readonly Village[]) => some.reduce((sum, { notices }) => sum + notices, 0)
  const made = Array.from({ length: count }, () => ({ size: 0, villages: [] as Village[] }))
  for (const some of [...byProvince.values()].sort((a, b) => sizeOf(b) - sizeOf(a))) {
    const emptiest = made.reduce((one, other) => (other.size < one.size ? other : one))
    emptiest.size += sizeOf(some)
    emptiest.villages = emptiest.villages.concat(some)
  }
  return made.map(({ villages: own }) => own)
}

export interface KeyReport {
  key: string
  /** Fullest shard ÷ mean, of a year's data. */
  data: number
  /** Share of the busiest hour's writes that one shard takes ÷ an even share. */
  rush: number
  /** Shards that a village's page asks. */
  asked: number
  note: string
}

const ZONES = 3

/** The candidates side by side. */
export function compareKeys(all: readonly Village[]): KeyReport[] {
  const whole = skewOf(dealt(chunksOf(all, false)))
  const ranged = skewOf(dealt(chunksOf(all, true)))
  const perChunk = CHUNK_BYTES / NOTICE_BYTES
  const chunkLoads = zeros()
  let passed = 0
  for (const { notices } of all) {
    chunkLoads[Math.floor(passed / perChunk) % SHARDS]! += notices
    passed += notices
  }
  const hashed = skewOf(byShard(all, ({ code }) => hashOf(code) % SHARDS))
  const zoned = zones(all, ZONES).map(own =>
    chunksOf(
      own.sort((a, b) => a.code - b.code),
      false,
    ),
  )
  const inZones = zoned.flatMap(chunks => {
    const loads = Array.from({ length: SHARDS / ZONES }, () => 0)
    for (const bytes of chunks) loads[loads.indexOf(Math.min(...loads))]! += bytes
    return loads
  })
  return [
    { key: '{ orgCode: 1 }', data: whole, rush: skewOf(chunkLoads), asked: 1, note: '选用：有唯一索引的集合；一个村不能再切开' },
    { key: '{ orgCode: 1, _id: 1 }', data: ranged, rush: skewOf(chunkLoads), asked: 1, note: '选用：没有唯一索引的集合；一个村能再切开' },
    { key: '{ orgCode: 1 }，按省分 3 个区', data: skewOf(inZones), rush: skewOf(inZones), asked: 1, note: '数据留在本区的机器上' },
    { key: '{ orgCode: "hashed" }', data: hashed, rush: hashed, asked: 1, note: '不能按省分区，一个村不能再切开' },
    { key: '{ _id: "hashed" }', data: 1, rush: 1, asked: SHARDS, note: '每看一页都要问遍所有分片' },
    { key: '{ publishedAt: 1 }', data: 1, rush: SHARDS, asked: SHARDS, note: '新写的全落在最后一个分片' },
  ] // prettier-ignore
}

export const facts = (all: readonly Village[]) => {
  const sizes = all.map(({ notices }) => notices)
  const total = sizes.reduce((sum, n) => sum + n, 0)
  const largest = sizes.reduce((most, n) => Math.max(most, n), 0)
  return {
    villages: all.length,
    notices: total,
    gigabytes: (total * NOTICE_BYTES) / 2 ** 30,
    chunks: chunksOf(all, true).length,
    largest,
    largestShare: (largest * NOTICE_BYTES) / CHUNK_BYTES,
    rushPerSecond: (total / 12) * (RUSH / 3600),
  }
}
