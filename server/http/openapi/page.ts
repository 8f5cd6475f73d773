import type { OpenApiDocument, Operation } from './document'
import type { Reference } from './share'

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const safe = (value: string): string => value.replace(/[&<>"']/g, char => ESCAPES[char]!)

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881 }
body { font: 16px/1.7 system-ui, "PingFang SC", "Noto Sans SC", sans-serif; max-width: 62rem; margin: 0 auto; padding: 1.5rem }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line) }
details { border: 1px solid var(--line); border-radius: 8px; margin: .6rem 0; padding: 0 1rem }
summary { padding: .7rem 0; cursor: pointer }
code, pre { font: 14px/1.6 ui-monospace, monospace }
pre { background: var(--soft); padding: 1rem; overflow: auto; border-radius: 6px }
table { border-collapse: collapse; width: 100% }
td, th { border-bottom: 1px solid var(--line); padding: .3rem .6rem; text-align: left; vertical-align: top }
.method { display: inline-block; min-width: 3.5rem; font-weight: 700 }
.note { opacity: .8 }
`

const REF = /"\$ref": "#\/components\/schemas\/(\w+)"/g

/** Renders JSON text with every reference as a link within the page. */
const linked = (value: unknown): string =>
  safe(JSON.stringify(value, null, 2)).replace(
    new RegExp(safe(REF.source.replaceAll('\\/', '/')), 'g'),
    (_all, name: string) => `<a href="#schema-${name}">${name}</a>`,
  )

const table = (heads: string[], rows: string[][]): string =>
  rows.length === 0
    ? ''
    : `<table><thead><tr>${heads.map(head => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>${rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`

const PLACES = { path: '地址', query: '查询', header: '请求头' } as const

type Components = OpenApiDocument['components']

/** Resolves a reference; returns anything else unchanged. */
const sharedOr = <Thing extends object>(shared: Record<string, Thing>, one: Thing | Reference): Thing =>
  '$ref' in one ? shared[one.$ref.split('/').at(-1)!]! : one

function operationHtml(path: string, method: string, operation: Operation, shared: Components): string {
  const parameters = operation.parameters
    .map(one => sharedOr(shared.parameters, one))
    .map(parameter => [
      `<code>${safe(parameter.name)}</code>`,
      PLACES[parameter.in],
      parameter.required ? '必填' : '可省',
      `${safe(parameter.description ?? '')} <code>${safe(JSON.stringify(parameter.schema))}</code>`,
    ])
  const responses = Object.entries(operation.responses).map(([status, response]) => {
    const { description, content } = sharedOr(shared.responses, response)
    return status === 'default'
      ? ['出错', safe(description)]
      : [`<code>${status}</code>`, `${safe(description)} <pre>${linked(content)}</pre>`]
  })
  const body = operation.requestBody
    ? `<h4>请求内容</h4><pre>${linked(operation.requestBody.content)}</pre>`
    : ''
  return `<details id="${operation.operationId}">
<summary><span class="method">${method.toUpperCase()}</span> <code>${safe(path)}</code> — ${safe(operation.summary)}
${operation.security ? '' : '<span class="note">（要登录）</span>'}</summary>
${table(['参数', '位置', '', '说明'], parameters)}${body}
<h4>回答</h4>${table(['状态', '内容'], responses)}
</details>`
}

/** Renders the API documentation as one plain HTML page: no script, nothing from elsewhere. */
export function documentPage({ info, paths, components, servers }: OpenApiDocument): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))]
  const sections = tags.map(
    tag =>
      `<h2>${safe(tag)}</h2>${operations
        .filter(({ operation }) => operation.tags.includes(tag))
        .map(({ path, method, operation }) => operationHtml(path, method, operation, components))
        .join('\n')}`,
  )
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) =>
      `<details id="schema-${name}"><summary><code>${name}</code></summary><pre>${linked(schema)}</pre></details>`,
  )
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(info.title)}</title><style>${STYLE}</style></head>
<body><main><h1>${safe(info.title)} <small>${safe(info.version)}</small></h1>
<p>${safe(info.description)}</p>
<p>地址都在 <code>${safe(servers[0]?.url ?? '')}</code> 之下。机器可读的版本：<a href="/api/v1/openapi.json">openapi.json</a>（OpenAPI 3.1）。</p>
${sections.join('\n')}
<h2>错误</h2>
<p>所有错误都是同一个样子：<a href="#schema-ErrorBody">ErrorBody</a>。各个 code 的意思：</p>
<pre>${safe(String(components.schemas.ErrorBody?.description))}</pre>
<h2>数据结构</h2>
${schemas.join('\n')}
</main></body></html>`
}
