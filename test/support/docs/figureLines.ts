import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

const CACHE = path.resolve(__dirname, '../../../.cache')
const FIGURE = /^(未达标 )?([PRW]\d+)\b[ :：]*(.*)$/

/** A line that a test or a bench has told. */
export interface Figure {
  id: string
  text: string
  missed: boolean
  /** When the run ended. */
  at: Date
  /** The command's part: `npm test`, `npm run bench reads`. */
  from: string
}

function figuresIn(file: string, from: string): Figure[] {
  if (!existsSync(file)) return []
  const at = statSync(file).mtime
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap(line => {
      const [, missed, id, text] = FIGURE.exec(line) ?? []
      return id && text ? [{ id, text, missed: missed !== undefined, at, from }] : []
    })
}

/** Everything that was measured on this machine since it was last cleared: the last `npm test`, and each bench's last run. */
export function readFigures(): Figure[] {
  const benches = path.join(CACHE, 'bench')
  const files = existsSync(benches) ? readdirSync(benches).filter(name => name.endsWith('.txt')) : []
  return [
    ...figuresIn(path.join(CACHE, 'test', 'figures.txt'), 'npm test'),
    ...files
      .sort()
      .flatMap(name => figuresIn(path.join(benches, name), `npm run bench ${path.parse(name).name}`)),
  ]
}
