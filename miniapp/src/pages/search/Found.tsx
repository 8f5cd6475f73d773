import { useState } from 'react'
import type { AnswerLine } from '@shared/contract/reading/answer'
import type { NearOther } from '@shared/contract/reading/search'
import { Button } from '../../components/controls/Button'
import { Link } from '../../components/controls/Link'
import { Section } from '../../components/page/Section'
import { Box, Txt } from '../../elements/dom'
import { routes } from '../../routes'
import { placeOf } from './Answer'

/** Marks the found word in a text. */
function Marked({ text, word }: { text: string; word: string }) {
  const at = word === '' ? -1 : text.indexOf(word)
  if (at < 0) return <>{text}</>
  return (
    <>
      {text.slice(0, at)}
      <Txt className="found">{word}</Txt>
      {text.slice(at + word.length)}
    </>
  )
}

/** Entries that are shown before the rest is asked for. */
const FIRST = 5

/** Shows the entries of the accounts that a question names 账里的, newest first. */
export function Lines({ lines, word }: { lines: readonly AnswerLine[]; word: string }) {
  const [all, setAll] = useState(false)
  const rest = lines.length - FIRST
  return (
    <Section title="账里的" aside={<Txt className="section__aside">{`${lines.length} 笔，单位：元`}</Txt>}>
      {(all ? lines : lines.slice(0, FIRST)).map(({ noticeId, title, text, amount, side }, at) => (
        <Link
          key={`${noticeId} ${at}`}
          className="board-row"
          label={`${title}，${text}，${amount}，${side}`}
          url={routes.notice(noticeId)}
        >
          <Txt className="board-row__main">
            <Txt className="board-row__title">
              <Marked text={title} word={word} />
            </Txt>
            <Txt className="board-row__text">{text}</Txt>
          </Txt>
          <Txt className="board-row__side">
            <Txt className="board-row__amount">{amount}</Txt>
            <Txt className="board-row__unit">{side}</Txt>
          </Txt>
        </Link>
      ))}
      {!all && rest > 0 && <Button look="plain" label={`还有 ${rest} 笔`} onPress={() => setAll(true)} />}
    </Section>
  )
}

type OtherKind = NearOther['kind']

export const OTHER_NAMES: Readonly<Record<OtherKind, string>> = {
  notice: '公示',
  power: '办事',
  case: '正在办的事',
  term: '名词解释',
  office: '村里的人',
}

/** Shows what else than notices means nearly what was asked, of one kind, the nearest first. */
export const Others = ({
  kind,
  others,
  org,
}: {
  kind: OtherKind
  others: readonly NearOther[]
  org: string
}) => (
  <Section title={OTHER_NAMES[kind]}>
    {others.map(other => (
      <OtherRow key={other.id} other={other} org={org} />
    ))}
  </Section>
)

function OtherRow({ other, org }: { other: NearOther; org: string }) {
  const { name, sentence, why } = other
  const url = placeOf(other, org)
  const words = (
    <Txt className="board-row__main">
      <Txt className="board-row__title">{name}</Txt>
      <Txt className="board-row__text">{sentence}</Txt>
      {why && <Txt className="board-row__text">{why}</Txt>}
    </Txt>
  )
  if (!url) return <Box className="board-row">{words}</Box>
  return (
    <Link className="board-row" label={[name, sentence, why].filter(Boolean).join('，')} url={url}>
      {words}
      <Txt decorative className="ic ic--next ic--small" />
    </Link>
  )
}
