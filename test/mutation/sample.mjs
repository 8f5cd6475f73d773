/**
 * A sample of the whole: about one in MUTATION_SAMPLE of the functions and other declarations at the top of a file is tried with all
 * of its faults, chosen by a hash of its file, its name and MUTATION_SEED; so the same ones every time, and others with another seed.
 */
import { createHash } from 'node:crypto'
import path from 'node:path'

const EVERY = Number(process.env.MUTATION_SAMPLE ?? 1)
const SEED = process.env.MUTATION_SEED ?? '1'

function nameOf(node) {
  const declared = node.declaration ?? node
  const named = declared.declarations?.[0] ?? declared
  return named.id?.name ?? `${node.type}:${node.start}`
}

const isChosen = (file, name) =>
  createHash('sha256').update(`${SEED}\0${file}\0${name}`).digest().readUInt32BE() % EVERY === 0

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'sample',
    value: {
      shouldIgnore(place) {
        if (!place.parentPath?.isProgram()) return undefined
        const file = path.relative(process.cwd(), place.hub.file.opts.filename).replaceAll('\\', '/')
        return isChosen(file, nameOf(place.node)) ? undefined : 'not in the sample'
      },
    },
  },
]
