export interface Reference {
  $ref: string
}

/** Returns the name, numbered if it is taken. */
function freeName(name: string, taken: object): string {
  let free = name
  for (let next = 2; free in taken; next += 1) free = `${name}${next}`
  return free
}

/** Collects things that occur several times, each under a name, and returns how each thing is said. */
export function share<Thing extends object>(
  kind: 'parameters' | 'responses',
  given: readonly Thing[],
  nameOf: (thing: Thing) => string,
) {
  const texts = given.map(thing => JSON.stringify(thing))
  const repeated = new Set(texts.filter((text, at) => texts.indexOf(text) !== at))
  const shared: Record<string, Thing> = {}
  const names = new Map<string, string>()
  for (const text of repeated) {
    const thing = JSON.parse(text) as Thing
    const name = freeName(nameOf(thing), shared)
    shared[name] = thing
    names.set(text, name)
  }
  return {
    shared,
    /** Returns a reference to a shared thing; anything else unchanged. */
    say(thing: Thing): Thing | Reference {
      const name = names.get(JSON.stringify(thing))
      return name === undefined ? thing : { $ref: `#/components/${kind}/${name}` }
    },
  }
}
