import fs from 'node:fs'
import path from 'node:path'

/** Contrast by WCAG 2.2 (relative luminance), computed from the one token file, not from a copy of it. */
const TOKENS = fs.readFileSync(path.resolve(__dirname, '../../../miniapp/src/styles/_tokens.scss'), 'utf8')
const TEXTS = ['ink', 'ink-2', 'accent', 'seal']
const GROUNDS = ['paper', 'surface', 'tint', 'mark']

type Theme = Record<string, string>

const coloursOf = (css: string): Theme =>
  Object.fromEntries([...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(match => [match[1]!, match[2]!]))

const [light, dark, elder, elderDark] = [...TOKENS.matchAll(/\{([^{}]*#[0-9a-f]{6}[^{}]*)\}/g)].map(match =>
  coloursOf(match[1]!),
) as [Theme, Theme, Theme, Theme]

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(at => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

const DECLARED = [...TEXTS, ...GROUNDS, 'soft', 'line', 'edge', 'on-accent'].sort()

it('declares every colour token, in the light and in the dark', () => {
  expect(Object.keys(light).sort()).toEqual(DECLARED)
  expect(Object.keys(dark).sort()).toEqual(DECLARED)
})

describe.each([
  ['light', light, 4.5],
  ['dark', dark, 4.5],
  ['长辈版, light', { ...light, ...elder }, 7],
  ['长辈版, dark', { ...dark, ...elderDark }, 7],
])('%s', (_name, theme, least) => {
  it.each(TEXTS.flatMap(text => GROUNDS.map(ground => [text, ground])))(
    `%s on %s ≥ ${least}`,
    (text, ground) => {
      expect(contrast(theme[text]!, theme[ground]!)).toBeGreaterThanOrEqual(least)
    },
  )

  it('text on the accent ground, and a found word, are read as well; edges of fields ≥ 3', () => {
    expect(contrast(theme['on-accent']!, theme['accent']!)).toBeGreaterThanOrEqual(least)
    expect(contrast(theme['ink']!, theme['soft']!)).toBeGreaterThanOrEqual(least)
    for (const ground of GROUNDS) expect(contrast(theme['edge']!, theme[ground]!)).toBeGreaterThanOrEqual(3)
  })
})

it('the navigation bar of the mini program has the paper colour of each theme', () => {
  const file = path.resolve(__dirname, '../../../miniapp/src/theme.json')
  const nativeTheme = JSON.parse(fs.readFileSync(file, 'utf8')) as { light: Theme; dark: Theme }
  expect(nativeTheme.light['paper']).toBe(light['paper'])
  expect(nativeTheme.dark['paper']).toBe(dark['paper'])
})

it('says no colour outside the token file', () => {
  const folder = path.resolve(__dirname, '../../../miniapp/src')
  const sources = (fs.readdirSync(folder, { recursive: true }) as string[]).filter(
    name => /\.(scss|tsx)$/.test(name) && !name.endsWith('_tokens.scss'),
  )
  const coloured = sources.filter(name =>
    /#[0-9a-f]{3,8}\b(?!\/)|rgba?\(/i.test(fs.readFileSync(path.join(folder, name), 'utf8')),
  )
  expect(coloured).toEqual([])
})

it('uses no variable that no style declares', () => {
  const folder = path.resolve(__dirname, '../../../miniapp/src')
  const sources = (fs.readdirSync(folder, { recursive: true }) as string[])
    .filter(name => /\.(scss|tsx)$/.test(name))
    .map(name => fs.readFileSync(path.join(folder, name), 'utf8'))
    .join('\n')
  const declared = new Set([...sources.matchAll(/(?<=[\s{'"])(--[\w-]+)['"]?\s*:/g)].map(match => match[1]!))
  const used = new Set([...sources.matchAll(/var\((--[\w-]+)/g)].map(match => match[1]!))
  expect([...used].filter(name => !declared.has(name))).toEqual([])
})
