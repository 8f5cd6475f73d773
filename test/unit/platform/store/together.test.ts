import { createSingleFlight } from '../../../../server/platform/pages/singleFlight'

/** A run that ends on demand. */
function slowMaking() {
  const ends: ((how: Error | string) => void)[] = []
  const make = () =>
    new Promise<string>((resolve, reject) =>
      ends.push(how => (typeof how === 'string' ? resolve(how) : reject(how))),
    )
  return { make, ends }
}

const turn = () => new Promise(setImmediate)

test('who comes while it is made waits for the next making, and all of them share it', async () => {
  const together = createSingleFlight<string>()
  const { make, ends } = slowMaking()
  const first = together('a', make)
  const later = [together('a', make), together('a', make), together('a', make)]
  expect(ends).toHaveLength(1)
  ends[0]!('old')
  expect(await first).toBe('old')
  await turn()
  expect(ends).toHaveLength(2)
  const latest = together('a', make)
  ends[1]!('new')
  expect(await Promise.all(later)).toEqual(['new', 'new', 'new'])
  await turn()
  ends[2]!('newest')
  expect(await latest).toBe('newest')
})

test('another key waits for nobody; after a failure the next is made anew, and nothing is kept', async () => {
  const together = createSingleFlight<string>()
  const { make, ends } = slowMaking()
  const [broken, other] = [together('a', make), together('b', make)]
  const next = together('a', make)
  expect(ends).toHaveLength(2)
  ends[0]!(new Error('away'))
  await expect(broken).rejects.toThrow('away')
  await turn()
  ends[1]!('b')
  ends[2]!('a')
  expect(await Promise.all([other, next])).toEqual(['b', 'a'])
  void together('a', make)
  expect(ends).toHaveLength(4)
})
