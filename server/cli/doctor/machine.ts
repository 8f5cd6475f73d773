import { statfs } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Finding, finding } from './finding'

const GB = 1024 ** 3
const BROKEN_GB = 1
const SOON_GB = 5
/** Release lines with long-term support. Source: github.com/nodejs/Release, checked on 2026-12-01. */
const NODE_LINES: Readonly<Record<number, string>> = { 22: '2027-04-30', 24: '2028-04-30' }

/** Looks at the release line of Node that runs this program. */
export const checkNode = (version: string, today: string): Promise<Finding> =>
  finding('node', () => {
    const until = NODE_LINES[Number(/^v(\d+)/.exec(version)?.[1])]
    const isSupported = until !== undefined && today <= until
    if (isSupported) return Promise.resolve({ health: 'ok', words: `Node ${version}，维护到 ${until}` })
    return Promise.resolve({
      health: 'soon',
      words: `Node ${version} 已经没有安全更新`,
      mend: `换成 Node ${Object.keys(NODE_LINES).at(-1)} 的最新版`,
    })
  })

const nearest = (folder: string): string => (existsSync(folder) ? folder : nearest(path.dirname(folder)))

/** Looks at the free space of the disk with the data folder. */
export const checkDisk = (dataDir: string): Promise<Finding> =>
  finding('disk', async () => {
    const { bavail, bsize } = await statfs(nearest(dataDir))
    const free = (bavail * bsize) / GB
    const words = `数据目录所在的盘还剩 ${free.toFixed(1)} GB`
    if (free >= SOON_GB) return { health: 'ok', words }
    const health = free < BROKEN_GB ? 'broken' : 'soon'
    return { health, words, mend: '清理或者加大磁盘；写满了，新的公示存不进去' }
  })
