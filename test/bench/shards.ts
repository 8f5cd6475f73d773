/**
 * `npm run bench shards`: the shard keys of docs/sharding.md on a simulated nation of 615,000 villages, and its table there. The same
 * numbers every time; no database takes part.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { SHARDS, compareKeys, facts, villages } from '../support/shards/simulate'

const PAPER = path.resolve(__dirname, '../../docs/sharding.md')
const BLOCK = /(<!-- bench shards -->\n)[\s\S]*?(\n<!-- end -->)/

const all = villages()
const { villages: count, notices, gigabytes, chunks, largest, largestShare, rushPerSecond } = facts(all)
const lines = [
  `${count.toLocaleString('en-US')} 个村（社区），一年 ${notices.toLocaleString('en-US')} 条公示，约 ${gigabytes.toFixed(0)} GB，${chunks.toLocaleString('en-US')} 个 128 MB 的块，${SHARDS} 个分片`,
  `最大的村一年 ${largest.toLocaleString('en-US')} 条，占一个块的 ${(100 * largestShare).toFixed(0)} %；月底最忙一小时全国每秒写 ${rushPerSecond.toFixed(0)} 条`,
  '',
  '片键                        最满÷平均   最忙一小时÷平均   看一页问几个分片',
  ...compareKeys(all).map(
    ({ key, data, rush, asked, note }) =>
      `${key.padEnd(26)}${data.toFixed(3).padStart(8)}${rush.toFixed(3).padStart(14)}${String(asked).padStart(14)}   ${note}`,
  ),
]
process.stdout.write(`${lines.join('\n')}\n`)
const paper = readFileSync(PAPER, 'utf8')
writeFileSync(PAPER, paper.replace(BLOCK, (_whole, head: string, end: string) => `${head}\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n${end}`)) // prettier-ignore
