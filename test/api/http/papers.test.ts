import { ROUTES } from '../../../server/compose'
import { openApiDocument } from '../../../server/http/openapi/document'
import { documentPage } from '../../../server/http/openapi/page'

const document = openApiDocument(ROUTES)
const text = JSON.stringify(document)

test('OpenAPI 3.1 with every route, its answer and its errors', () => {
  expect(document.openapi).toBe('3.1.0')
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  )
  expect(operations.sort()).toEqual(ROUTES.map(route => `${route.method} ${route.path}`).sort())
  const all = Object.values(document.paths).flatMap(methods => Object.values(methods))
  expect(new Set(all.map(operation => operation.operationId)).size).toBe(all.length)
  for (const operation of all) {
    expect(operation.summary).toMatch(/[一-龥]/u)
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['400', '429']))
  }
})

test('every reference leads somewhere, inside the document', () => {
  const names = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(match => match[1]!)
  expect(names.length).toBeGreaterThan(30)
  for (const name of names) {
    expect(name).toMatch(/^#\/components\/schemas\/\w+$/)
    expect(document.components.schemas).toHaveProperty(name.split('/').at(-1)!)
  }
})

test('every path parameter is declared', () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1])
    for (const operation of Object.values(methods)) {
      const given = operation.parameters.filter(parameter => parameter.in === 'path')
      expect(given.map(parameter => parameter.name)).toEqual(wanted)
    }
  }
})

test('writes declare their Idempotency-Key, requests leave out what has a default', () => {
  const create = document.paths['/notices']?.post
  expect(create?.parameters.map(parameter => parameter.name)).toContain('Idempotency-Key')
  const schema = document.components.schemas.CreateNoticeRequest as { required: string[] }
  expect(schema.required).not.toContain('regards')
})

test('the page has no script and asks for nothing elsewhere', () => {
  const html = documentPage(document)
  expect(html).not.toMatch(/<script|https?:\/\/|<link/)
  for (const route of ROUTES) expect(html).toContain(route.summary)
  for (const name of html.matchAll(/href="#schema-(\w+)"/g)) expect(html).toContain(`id="schema-${name[1]}"`)
})
