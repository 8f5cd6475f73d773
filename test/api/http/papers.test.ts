import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { ROUTES } from '../../../server/compose'
import { type Operation, openApiDocument } from '../../../server/http/openapi/document'
import { NAMED_SCHEMAS } from '../../../server/http/openapi/schemas'
import { documentPage } from '../../../server/http/openapi/page'

const document = openApiDocument(ROUTES)
const text = JSON.stringify(document)
const { components } = document
const operations = Object.values(document.paths).flatMap(methods => Object.values(methods))
const parametersOf = ({ parameters }: Operation) =>
  parameters.map(one => ('$ref' in one ? components.parameters[one.$ref.split('/').at(-1)!]! : one))

type Content = Record<string, { schema: Record<string, unknown> }>

/** Schemas of a content, one for each media type; and the one reference that it should be. */
const schemasOf = (content: unknown) => Object.values(content as Content).map(({ schema }) => schema)
const said = (content: unknown) =>
  'application/octet-stream' in (content as Content)
    ? { type: 'string', format: 'binary' }
    : { $ref: expect.stringMatching(/^#\/components\/schemas\/\w+$/) as string }

test('OpenAPI 3.1 with every route, its answer and its errors', () => {
  expect(document.openapi).toBe('3.1.0')
  const mounted = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  )
  expect(mounted.sort()).toEqual(ROUTES.map(route => `${route.method} ${route.path}`).sort())
  expect(new Set(operations.map(operation => operation.operationId)).size).toBe(operations.length)
  for (const operation of operations) {
    expect(operation.summary).toMatch(/[一-龥]/u)
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['400', '429']))
  }
})

test('every reference leads somewhere, inside the document', () => {
  const names = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(match => match[1]!)
  expect(names.length).toBeGreaterThan(30)
  for (const name of names) {
    const [, kind, named] = /^#\/components\/(schemas|responses|parameters)\/([\w-]+)$/.exec(name)!
    expect(Object.keys(components[kind as 'schemas'])).toContain(named)
  }
})

test('every body and answer is said by name', () => {
  for (const { requestBody, responses } of operations) {
    for (const answer of Object.values(responses)) {
      if ('content' in answer) expect(schemasOf(answer.content)).toEqual([said(answer.content)])
    }
    if (requestBody) expect(schemasOf(requestBody.content)).toEqual([said(requestBody.content)])
  }
})

test('every exported schema of the contract can be said by name', async () => {
  const folder = path.resolve(__dirname, '../../../shared/contract')
  const files = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.ts'))
  const modules = await Promise.all(files.map(name => import(path.join(folder, name)) as Promise<object>))
  const exported = modules
    .flatMap(module => Object.entries<unknown>({ ...module }))
    .filter(([, value]) => value instanceof z.ZodType)
    .map(([name]) => name)
  expect([...NAMED_SCHEMAS.keys()].sort()).toEqual(exported.sort())
})

test('the document is no heavier than it has to be', () => {
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(320_000)
})

test('dates and instants are of the standard formats, without a pattern', () => {
  const formatted = [...text.matchAll(/\{[^{}]*"format":"(?:date|date-time)"[^{}]*\}/g)].map(
    match => match[0],
  )
  expect(formatted.length).toBeGreaterThan(50)
  expect(formatted.filter(one => one.includes('pattern'))).toEqual([])
  expect(text).not.toContain('9007199254740991')
})

test('JSON lines are no JSON document', () => {
  for (const [route, { get }] of Object.entries(document.paths)) {
    const isLines = route === '/audit/export' || route === '/ledger/export'
    const answer = get?.responses[200]
    if (answer && 'content' in answer) expect('application/jsonl' in answer.content).toBe(isLines)
  }
})

test('the shared errors are said once, and where they can happen', () => {
  const statuses = ['400', '401', '403', '404', '409', '410', '413', '415', '422', '429', '503']
  expect(Object.keys(components.responses)).toEqual(statuses)
  const { get, put } = document.paths['/notices/{id}']!
  expect(Object.keys(get!.responses)).toEqual(['200', '400', '404', '410', '429', '503'])
  expect(Object.keys(put!.responses)).toEqual(
    expect.arrayContaining(['401', '403', '409', '413', '415', '422', '503']),
  )
})

test('every path parameter is declared', () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1])
    for (const operation of Object.values(methods)) {
      const given = parametersOf(operation).filter(parameter => parameter.in === 'path')
      expect(given.map(parameter => parameter.name)).toEqual(wanted)
    }
  }
})

test('writes declare their Idempotency-Key, requests leave out what has a default', () => {
  const create = document.paths['/notices']?.post
  expect(parametersOf(create!).map(parameter => parameter.name)).toContain('Idempotency-Key')
  const schema = document.components.schemas.CreateNoticeRequest as { required: string[] }
  expect(schema.required).not.toContain('regards')
})

test('the page has no script and asks for nothing elsewhere', () => {
  const html = documentPage(document)
  expect(html).not.toMatch(/<script|https?:\/\/|<link/)
  for (const route of ROUTES) expect(html).toContain(route.summary)
  for (const name of html.matchAll(/href="#schema-(\w+)"/g)) expect(html).toContain(`id="schema-${name[1]}"`)
})
