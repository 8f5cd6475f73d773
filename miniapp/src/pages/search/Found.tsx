import { useState } from 'react'
import type { Asked, AskedLine } from '@shared/contract/reading/answer'
import { ContactRow } from '../../components/ContactRow'
import { Button } from '../../components/controls/Button'
import { Link } from '../../components/controls/Link'
import { Section } from '../../components/page/Section'
import { Txt } from '../../elements/dom'
import { routes } from '../../routes'

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
export function Lines({ lines, word }: { lines: readonly AskedLine[]; word: string }) {
  const [all, setAll] = useState(false)
  const rest = lines.length - FIRST
  return (
    <Section title="账里的" aside={<Txt className="section__aside">{`${lines.length} 笔，单位：元`}</Txt>}>
      {(all ? lines : lines.slice(0, FIRST)).map(({ noticeId, title, text, amount, side }, at) => (
        <Link
          key={`${noticeId} ${at}`}
          className="board-row"
          label={`${title}，${side}${amount}元，${text}`}
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

/** Shows the matters under way that a question names. */
export function Matters({ matters, word }: Pick<Asked, 'matters' | 'word'>) {
  return (
    <Section title="正在办的事">
      {matters.map(({ id, title, step, stepName, amount }) => {
        const text = `第 ${step} 步，等${stepName}`
        return (
          <Link key={id} className="board-row" label={`${title}，${text}`} url={routes.caseOf(id)}>
            <Txt className="board-row__main">
              <Txt className="board-row__title">
                <Marked text={title} word={word} />
              </Txt>
              <Txt className="board-row__text">{text}</Txt>
            </Txt>
            {amount && (
              <Txt className="board-row__side">
                <Txt className="board-row__amount">{amount}</Txt>
                <Txt className="board-row__unit">元</Txt>
              </Txt>
            )}
          </Link>
        )
      })}
    </Section>
  )
}

/** Shows the services that a question names 办事. */
export function Services({ org, services, word }: Pick<Asked, 'services' | 'word'> & { org: string }) {
  return (
    <Section title="办事">
      {services.map(({ code, name, text }) => (
        <Link key={code} className="board-row" label={`${name}，${text}`} url={routes.power(org, code)}>
          <Txt className="board-row__main">
            <Txt className="board-row__title">
              <Marked text={name} word={word} />
            </Txt>
            <Txt className="board-row__text">{text}</Txt>
          </Txt>
          <Txt decorative className="ic ic--next ic--small" />
        </Link>
      ))}
    </Section>
  )
}

/** Shows the telephones that a question asks for. */
export const Phones = ({ contacts }: Pick<Asked, 'contacts'>) => (
  <Section title="电话">
    {contacts.map(contact => (
      <ContactRow key={`${contact.name}${contact.jobTitle}`} contact={contact} />
    ))}
  </Section>
)
