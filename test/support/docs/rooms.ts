import { existsSync } from 'node:fs'
import path from 'node:path'
import ROOMS from '../../../config/rooms.json'

const SERVER = path.resolve(__dirname, '../../../server')

type Uses = Readonly<Record<string, readonly string[]>>

/** Floor of each room: one above the highest room it uses. */
function floorsOf(uses: Uses): Map<string, number> {
  const floors = new Map<string, number>()
  const floorOf = (room: string): number => {
    const known = floors.get(room)
    if (known !== undefined) return known
    const floor = 1 + Math.max(-1, ...(uses[room] ?? []).map(floorOf))
    floors.set(room, floor)
    return floor
  }
  for (const room of Object.keys(uses)) floorOf(room)
  return floors
}

/** Rooms that a line names only because another room of the line uses them already. */
const isIndirect = (uses: Uses, line: readonly string[], room: string): boolean =>
  line.some(other => other !== room && (uses[other] ?? []).includes(room))

/** The page of the rooms: which floor each is on, and which rooms it may use. */
export function roomsPage(): string {
  const uses: Uses = ROOMS
  const built = Object.keys(uses).filter(room => existsSync(path.join(SERVER, room)))
  const floors = floorsOf(uses)
  const top = Math.max(...built.map(room => floors.get(room) ?? 0))
  const rows = Array.from({ length: top + 1 }, (_, nth) => top - nth).map(floor => {
    const on = built.filter(room => floors.get(room) === floor)
    return on.length > 0 ? [`| ${floor} | ${on.join(' · ')} |`] : []
  })
  const arrows = built.map(room => {
    const line = (uses[room] ?? []).filter(other => built.includes(other))
    const direct = line.filter(other => !isIndirect(uses, line, other))
    return `| ${room} | ${direct.join(' · ')} | ${line.length} |`
  })
  return [
    '# Rooms of the server',
    '',
    'Made from `config/rooms.json` by `npm run docs:build`. A room uses rooms of lower floors only, and only those of its line.',
    '',
    '| floor | rooms |',
    '| --- | --- |',
    ...rows.flat(),
    '',
    '| room | uses directly | may use in all |',
    '| --- | --- | --- |',
    ...arrows,
    '',
  ].join('\n')
}
