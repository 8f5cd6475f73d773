import { staffRead } from '@server/http/route'
import { presentTodos } from '../presenters/todos'
import { todoPage } from '../queries/todoPage'
import { todoRows } from '../queries/todos'

export const todoRoutes = [
  staffRead('GET /me/todos', {
    tag: '等我办',
    summary: '等我办的事：各种事放在一起，先到期的在前；可以只看一种、一个村、过期的',
    handle: async ({ services: { db, clock }, actor, query }) => {
      const all = await todoRows(db, actor, clock.now())
      return presentTodos(all, todoPage(all.rows, query))
    },
  }),
]
