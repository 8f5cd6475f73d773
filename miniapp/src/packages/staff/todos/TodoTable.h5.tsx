import { type MouseEvent, useState } from 'react'
import type { Todo, TodoAct } from '@shared/contract/people/todo'
import { Button } from '../../../components/controls/Button'
import { EmptyState } from '../../../components/page/EmptyState'
import { Link } from '../../../components/controls/Link'
import { Toast } from '../../../components/controls/Toast'
import { Loaded } from '../../../components/page/Loaded'
import { MoreButton } from '../../../components/page/MoreButton'
import { TextInput } from '../../../elements/dom'
import { open } from '../../../routes'
import { TodoFilters } from './TodoFilters'
import { todoUrl } from './todoUrl'
import { ACT_WORDS, type Many } from './useMany'
import type { TodoSort, Todos } from './useTodos'
import { dueWords, groupsOf } from './words'

type Props = Todos & { many: Many }

/** Shows what waits as a dense table: sortable, with acts on several rows. */
export function TodoTable(props: Props) {
  const { pages, filters, many } = props
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const items = pages.items.filter(({ id }) => !many.hidden.has(id))
  const picked = items.filter(({ id }) => chosen.has(id))
  const toggle = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen)
    for (const id of ids) {
      if (on) next.add(id)
      else next.delete(id)
    }
    setChosen(next)
  }
  const groups =
    (filters.sort ?? 'day') === 'day' ? groupsOf(items) : items.length > 0 ? [{ title: '', items }] : []
  return (
    <>
      <TodoFilters {...props} />
      <ManyBar picked={picked} many={many} onActed={() => setChosen(new Set())} />
      <Loaded resource={pages.first}>
        {() =>
          items.length === 0 ? (
            <EmptyState title="没有要办的" text="轮到您的事会列在这里，最急的在最前面。" />
          ) : (
            <table className="todos">
              <caption className="todos__caption">等我办的事</caption>
              <Head {...props} />
              {groups.map(({ title, items: rows }) => (
                <tbody key={title}>
                  {title && (
                    <tr>
                      <th scope="rowgroup" colSpan={7} className="todos__group">
                        {`${title} ${rows.length}`}
                      </th>
                    </tr>
                  )}
                  {rows.map(todo => (
                    <Row key={todo.id} todo={todo} chosen={chosen.has(todo.id)} onToggle={toggle} />
                  ))}
                </tbody>
              ))}
            </table>
          )
        }
      </Loaded>
      <MoreButton pages={pages} />
    </>
  )
}

const SORTED: readonly { sort: TodoSort; label: string }[] = [
  { sort: 'org', label: '村和单位' },
  { sort: 'kind', label: '种类' },
  { sort: 'day', label: '期限' },
]

function Head({ filters, setFilters }: Props) {
  const sorted = filters.sort ?? 'day'
  const head = (sort: TodoSort) => {
    const label = SORTED.find(one => one.sort === sort)?.label ?? ''
    return (
      <th scope="col" className="todos__head" aria-sort={sorted === sort ? 'ascending' : undefined}>
        <button
          type="button"
          className="todos__sort"
          onClick={() => setFilters({ ...filters, sort: sort === 'day' ? undefined : sort })}
        >
          {label}
          {sorted === sort && <span aria-hidden> ↓</span>}
        </button>
      </th>
    )
  }
  return (
    <thead>
      <tr>
        <td className="todos__head todos__head--box" />
        {head('org')}
        {head('day')}
        <th scope="col" className="todos__head">
          什么事
        </th>
        {head('kind')}
        <th scope="col" className="todos__head">
          到哪一步
        </th>
        <th scope="col" className="todos__head">
          办
        </th>
      </tr>
    </thead>
  )
}

interface RowProps {
  todo: Todo
  chosen: boolean
  onToggle: (ids: readonly string[], on: boolean) => void
}

function Row({ todo, chosen, onToggle }: RowProps) {
  const { id, orgName, kindLabel, title, stage, step, late, acts } = todo
  const url = todoUrl(todo)
  const openRow = (event: MouseEvent) => {
    if (!(event.target as HTMLElement).closest('a, button, label')) open(url)
  }
  return (
    <tr className={`todos__row${chosen ? ' todos__row--on' : ''}`} onClick={openRow}>
      <td className="todos__cell todos__cell--box">
        {acts.length > 0 && (
          <label className="todos__box">
            <input
              type="checkbox"
              checked={chosen}
              aria-label={`选上，${orgName}，${title}`}
              onChange={event => onToggle([id], event.target.checked)}
            />
          </label>
        )}
      </td>
      <td className="todos__cell todos__cell--org">{orgName}</td>
      <td className={`todos__cell todos__cell--due${late ? ' todos__cell--late' : ''}`}>{dueWords(todo)}</td>
      <td className="todos__cell todos__cell--what">{title}</td>
      <td className="todos__cell">{kindLabel}</td>
      <td className="todos__cell todos__cell--stage">{stage}</td>
      <td className="todos__cell todos__cell--step">
        <Link className="todos__open" label={`${step}，${orgName}，${title}`} url={url}>
          {step}
        </Link>
      </td>
    </tr>
  )
}

interface BarProps {
  picked: readonly Todo[]
  many: Many
  onActed: () => void
}

/** Offers the acts that every chosen row allows; shows the act that can still be undone, and the last report. */
function ManyBar({ picked, many, onActed }: BarProps) {
  const [volume, setVolume] = useState('')
  const { later, report } = many
  const acts = (Object.keys(ACT_WORDS) as TodoAct[]).filter(
    act => picked.length > 0 && picked.every(todo => todo.acts.includes(act)),
  )
  const take = (act: TodoAct) => {
    many.act(act, picked, { volume: volume.trim() })
    onActed()
  }
  return (
    <>
      {picked.length > 0 && (
        <div className="todos__many" role="group" aria-label="选上的一起办">
          <span>{`选了 ${picked.length} 件`}</span>
          {acts.includes('archive') && (
            <TextInput
              id="todo-volume"
              className="input todos__volume"
              label="档号"
              placeholder="档号"
              value={volume}
              maxLength={60}
              onChange={setVolume}
            />
          )}
          {acts.map(act => (
            <Button
              key={act}
              label={`一起${ACT_WORDS[act]} ${picked.length} 件`}
              disabled={act === 'archive' && volume.trim() === ''}
              onPress={() => take(act)}
            />
          ))}
          {acts.includes('archive') && volume.trim() === '' && (
            <span className="small">归档要先写档号。</span>
          )}
          {acts.length === 0 && <span className="small">选上的事没有共同的办法，请只选一种。</span>}
        </div>
      )}
      <div aria-live="polite">
        {later.waiting && <Toast text={`${later.waiting.label}，5 秒后发出`} onUndo={later.undo} />}
        {report && (
          <div className="todos__report">
            <span>{`${report.faults.length === 0 ? '✓' : '!'} ${report.done}`}</span>
            {report.faults.map(fault => (
              <p key={fault} className="field__fault">{`× ${fault}`}</p>
            ))}
          </div>
        )}
      </div>
    </>
  )
}
