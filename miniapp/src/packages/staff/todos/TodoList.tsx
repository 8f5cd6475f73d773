import type { Todo } from '@shared/contract/people/todo'
import { Link } from '../../../components/controls/Link'
import { EmptyState } from '../../../components/page/EmptyState'
import { Loaded } from '../../../components/page/Loaded'
import { MoreButton } from '../../../components/page/MoreButton'
import { Section } from '../../../components/page/Section'
import { Heading, Txt } from '../../../elements/dom'
import { TodoFilters } from './TodoFilters'
import { todoUrl } from './todoUrl'
import type { Todos } from './useTodos'
import { dueWords, groupsOf } from './words'

/** Lists what waits for the person 等我办, on the phone: the most urgent first. */
export function TodoList(todos: Todos) {
  const { pages, counts } = todos
  return (
    <Section title={counts ? `等我办（${counts.total}）` : '等我办'}>
      <TodoFilters {...todos} />
      <Loaded resource={pages.first}>
        {() =>
          pages.items.length === 0 ? (
            <EmptyState title="没有要办的" text="轮到您的事会列在这里，最急的在最前面。" />
          ) : (
            groupsOf(pages.items).map(({ title, items }) => (
              <TodoGroupRows key={title} title={title} items={items} />
            ))
          )
        }
      </Loaded>
      <MoreButton pages={pages} />
    </Section>
  )
}

function TodoGroupRows({ title, items }: { title: string; items: readonly Todo[] }) {
  return (
    <>
      <Heading level={3} className="todos__group">
        {title}
      </Heading>
      {items.map(todo => (
        <TodoRow key={todo.id} todo={todo} />
      ))}
    </>
  )
}

/** Shows a to-do: village and title, the step, how far it is, and the last day. */
function TodoRow({ todo }: { todo: Todo }) {
  const { orgName, kindLabel, title, stage, step, late } = todo
  const due = dueWords(todo)
  const meta = `${orgName} · ${kindLabel} · ${stage}`
  const turn = `轮到您：${step}`
  return (
    <Link className="row" label={[meta, title, turn, due].join('，')} url={todoUrl(todo)}>
      <Txt className="row__main">
        <Txt className="row__meta">{meta}</Txt>
        <Txt className="row__title">{title}</Txt>
        <Txt className="row__text">{turn}</Txt>
      </Txt>
      <Txt className={late ? 'state state--late' : 'state'}>{due}</Txt>
    </Link>
  )
}
