import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { GENERATED } from './generated'

const ROOT = path.resolve(__dirname, '../../..')

for (const { file, make } of GENERATED) {
  writeFileSync(path.join(ROOT, file), make())
  process.stdout.write(`已写 ${file}\n`)
}
