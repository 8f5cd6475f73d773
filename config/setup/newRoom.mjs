/**
 * `npm run new:room -- wing/room [中文名]`: makes the skeleton of a room (door, feature, policy, events, model, command,
 * query, presenter, routes, contract) and joins it to compose.ts, the contract and config/rooms.json.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isMain, main, ROOT, say, SetupFault } from './lib.mjs'
import { joins, newWing, roomFiles } from './roomTemplates.mjs'

const WINGS = ['people', 'catalogues', 'disclosure', 'power', 'participation', 'reading', 'oversight']
const ROOMS = 'config/rooms.json'
/** The only room that the skeleton uses. */
const USED = 'people/orgs'
const NAME = /^([a-z]+)\/([a-z][A-Za-z]*)$/

function roomOf(name, label) {
  const [, wing, room] = NAME.exec(name) ?? []
  if (!wing) throw new SetupFault('用法：npm run new:room -- 区/房间 [中文名]，如 people/contacts 联系方式')
  if (!WINGS.includes(wing)) throw new SetupFault(`没有“${wing}”这个区，只有：${WINGS.join('、')}。`)
  return { wing, room, type: room[0].toUpperCase() + room.slice(1), label }
}

/** Inserts a text before the anchor; an anchor that is missing or ambiguous is a fault of the templates. */
function insert(source, { file, anchor, text }) {
  const places = typeof anchor === 'string' ? source.split(anchor).length - 1 : Number(anchor.test(source))
  if (places !== 1) {
    throw new SetupFault(`${file} 里找不到插入的位置，请核对 config/setup/roomTemplates.mjs：${anchor}`)
  }
  const at = typeof anchor === 'string' ? source.indexOf(anchor) : source.search(anchor)
  return source.slice(0, at) + text + source.slice(at)
}

/** Adds the room's line; a planned room has one already. */
function withRoom(source, { wing, room }) {
  const rooms = JSON.parse(source)
  rooms[`${wing}/${room}`] ??= [USED]
  return JSON.stringify(rooms)
}

/** Writes the room below `root` and returns the paths of every file written, nothing before all are known to fit. */
export async function makeRoom(name, label = '新功能', root = ROOT) {
  const { format, resolveConfig } = await import('prettier')
  const room = roomOf(name, label)
  if (existsSync(path.join(root, 'server', name))) throw new SetupFault(`server/${name} 已经有了。`)
  const fresh = existsSync(path.join(root, 'shared/contract', room.wing, 'endpoints.ts'))
    ? { files: {}, joins: [] }
    : newWing(room)
  const written = new Map(Object.entries({ ...fresh.files, ...roomFiles(room) }))
  const current = file => written.get(file) ?? readFileSync(path.join(root, file), 'utf8')
  for (const join of [...fresh.joins, ...joins(room)])
    written.set(join.file, insert(current(join.file), join))
  written.set(ROOMS, withRoom(current(ROOMS), room))
  const options = await resolveConfig(path.join(ROOT, ROOMS))
  for (const [file, text] of written) {
    const target = path.join(root, file)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, await format(text, { ...options, filepath: target }))
  }
  return [...written.keys()]
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const [name = '', label] = process.argv.slice(2)
    for (const file of await makeRoom(name, label)) say(file)
  })
}
