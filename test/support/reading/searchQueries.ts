import { initialsOf } from '../../../server/domain/search/initials'

/** A query that a reader of a notice would write, and the notice that has to be found by it. */
export interface Wanted {
  kind: 'words' | 'initials' | 'character left out'
  orgCode: string
  noticeId: string
  q: string
}

interface Source {
  orgCode: string
  noticeId: string
  title: string
  sentence: string
  path: readonly string[]
}

const chinese = (text: string) => [...text.matchAll(/\p{Script=Han}+/gu)].map(([run]) => run)

/** A stretch of at most `length` characters, from another place of the text each time. */
function stretchOf(text: string, length: number, turn: number): string {
  const letters = [...text]
  const from = turn % Math.max(1, letters.length - length + 1)
  return letters.slice(from, from + length).join('')
}

function without(text: string, turn: number): string {
  const letters = [...text]
  const left = 1 + (turn % (letters.length - 2))
  return letters.filter((_, at) => at !== left).join('')
}

/** Of every notice one query of each kind: words of title, sentence and item in turn, whole years along with some. */
export function queriesFrom(sources: readonly Source[]): Wanted[] {
  return sources.flatMap(({ orgCode, noticeId, title, sentence, path }, turn) => {
    const texts = [title, sentence, path.at(-1) ?? title].map(
      text => chinese(text).sort((a, b) => b.length - a.length)[0] ?? text,
    )
    const text = texts[turn % texts.length] ?? title
    const name = texts[(turn % 2) * 2] ?? title
    const year = turn % 4 === 0 ? ` ${/\d{4}/.exec(title)?.[0] ?? ''}` : ''
    const about = { orgCode, noticeId }
    return [
      { ...about, kind: 'words', q: `${stretchOf(text, 2 + (turn % 5), turn)}${year}` },
      {
        ...about,
        kind: 'initials',
        q: [...stretchOf(name, 3 + (turn % 3), turn)].map(letter => initialsOf(letter)[0]).join(''),
      },
      { ...about, kind: 'character left out', q: without(stretchOf(text, 5, turn), turn) },
    ] satisfies Wanted[]
  })
}
