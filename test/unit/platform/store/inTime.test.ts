import { readFile } from 'node:fs/promises'
import { withTimeout } from '../../../../server/platform/store/availability'

const PATIENCE_MS = 300

/** Keeps this process so busy that it hears of nothing. */
function beBusyFor(milliseconds: number): void {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

test('what hangs is given up', async () => {
  await expect(withTimeout(new Promise(() => undefined), PATIENCE_MS)).rejects.toMatchObject({
    code: 'store-away',
  })
})

test('an answer that came while we were busy ourselves is no answer that came too late', async () => {
  const answer = withTimeout(readFile(__filename, 'utf8'), PATIENCE_MS)
  beBusyFor(3 * PATIENCE_MS)
  await expect(answer).resolves.toContain('no answer that came too late')
})

test('a failure is told as it is', async () => {
  await expect(withTimeout(Promise.reject(new Error('broken')), PATIENCE_MS)).rejects.toThrow('broken')
})
